"""`doctor`: what is set up, what is missing, and how to mend it."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from bot.app.parts import store_url
from bot.app.serve import kept_values
from bot.chat import Finding
from bot.cli.context import Context
from bot.errors import ReadError
from bot.model import Page
from bot.reader import Reader
from bot.settings import Settings, SettingsErrors
from bot.store.check import check

LEAST_FREE = 500_000_000
SAMPLE = b"Town opens bridge\n\n" + b"The council opened the new bridge on Tuesday, after three years of work. " * 20


def examine(context: Context, as_json: bool) -> int:
    findings = [_python(), *_settings(context)]
    if as_json:
        sys.stdout.write(msgspec.json.encode([asdict(finding) for finding in findings]).decode() + "\n")
    else:
        _show(findings)
    return 1 if any(finding.state == "bad" for finding in findings) else 0


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("good", "Python", version)


def _settings(context: Context) -> Iterator[Finding]:
    try:
        settings = context.settings()
    except SettingsErrors as errors:
        yield from (Finding("bad", f"setting {error.key}", error.problem, error.fix) for error in errors.errors)
        return
    yield Finding("good", "settings", f"platforms: {', '.join(settings.platforms)}")
    yield _data_folder(Path(settings.data))
    yield from _database(settings)
    yield asyncio.run(_reader(settings))
    yield from _ports(settings)
    yield _contact(settings)
    yield _psycopg(settings)
    yield from asyncio.run(_platforms(context, settings))


async def _platforms(context: Context, settings: Settings) -> list[Finding]:
    """What each platform's own check says; what adapters keep is shown to it where there is a database already."""
    findings: list[Finding] = []
    async with kept_values(settings) as values_of:
        for name in settings.platforms:
            entry = context.adapters[name]
            findings += await entry.check(entry.settled(settings.sections[name]), values_of(name))
    return findings


def _data_folder(folder: Path) -> Finding:
    """Writable, or could be made; with room."""
    there = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        return Finding(
            "bad", "data folder", f"{folder}: {error.strerror}", "Set data to a folder that this user may write to."
        )
    free = shutil.disk_usage(there).free
    if free < LEAST_FREE:
        return Finding("missing", "data folder", f"{free / 1e6:.0f} MB are free", "Make room on that disk.")
    return Finding("good", "data folder", f"{folder.absolute()}, {free / 1e9:.1f} GB free")


def _database(settings: Settings) -> Iterator[Finding]:
    for finding in asyncio.run(check(store_url(settings))):
        yield Finding("good" if finding.ok else "bad", finding.what, finding.found, finding.fix)


async def _reader(settings: Settings) -> Finding:
    try:
        async with Reader(settings.read) as reader:
            await reader.read(Page(None, SAMPLE, "text/plain", "utf-8"))
    except ReadError as error:
        fix = "Raise read.memory_mb; if that does not help, set the project up again (make clean, make run)."
        return Finding("bad", "reader", str(error), fix)
    return Finding("good", "reader", "reads a page in a process of its own")


def _ports(settings: Settings) -> Iterator[Finding]:
    import socket

    section = settings.sections.get("web")
    if section is None or "web" not in settings.platforms:
        return
    for key in ("port", "example_port"):
        port = getattr(section, key)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                found = f"{port}: {os.strerror(error.errno or 0)} (fine if that is the bot itself, running)"
                yield Finding("missing", f"web.{key}", found, f"Else set web.{key} to another port.")
                continue
        yield Finding("good", f"web.{key}", f"{port} is free")


def _contact(settings: Settings) -> Finding:
    if settings.fetch.contact:
        return Finding("good", "contact", settings.fetch.contact)
    fix = "Set fetch.contact to a page or e-mail address, so that a site's owner can reach you."
    return Finding("missing", "contact", "none is sent to the sites that are read", fix)


def _psycopg(settings: Settings) -> Finding:
    if importlib.util.find_spec("psycopg"):
        return Finding("good", "PostgreSQL", "its driver is installed")
    state = "bad" if settings.store.url.startswith("postgres") else "missing"
    return Finding(state, "PostgreSQL", "its driver is not installed", "pip install 'standfirst[postgres]'")


MARKS = {"good": ("✓", "green"), "missing": ("!", "yellow"), "bad": ("✗", "red")}


def _show(findings: list[Finding]) -> None:
    console = Console(highlight=False)
    for finding in findings:
        mark, style = MARKS[finding.state]
        console.print(Text.assemble((f"{mark} ", style), (f"{finding.what}: ", "bold"), finding.found))
        if finding.fix and finding.state != "good":
            console.print(Text(f"    {finding.fix}", style="dim"))
