"""Hostile pages and long inputs: how soon the next page is read, and what many articles in a row cost.

The peer of the first is the same reading in this process, which a hanging page would hold for ever.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from bench.hanging import HANG
from bench.table import median_ms, show
from bot.errors import ReadTimeout
from bot.model import Page
from bot.reader import Reader
from bot.reader.work import read_and_brief
from bot.settings import Read
from tests.site import article

ROUNDS = 5
LINES = 1500


async def run() -> None:
    page = Page("https://courier.example/x", article("Eastmouth").encode())
    after = [await after_a_hang(page) for _ in range(ROUNDS)]
    async with Reader(Read(workers=1)) as reader:
        await reader.read(page)
        away = [await timed(reader, page) for _ in range(50)]
    here = [timed_here(page) for _ in range(50)]
    short, long = await asyncio.to_thread(many, LINES // 5), await asyncio.to_thread(many, LINES)
    show(
        [
            ("a page hangs: its reader is gone and the next page read", median_ms(after), "never", "≤ 1 s"),
            ("a page in a process of its own", median_ms(away), f"in this process {median_ms(here)}", ""),
            (f"--jsonl, {LINES} articles", f"{LINES / long[0]:.0f} a second", "", ""),
            ("  peak memory of the command", f"{long[1]:.0f} MB", f"{short[1]:.0f} MB for a fifth of them", "flat"),
        ]
    )


async def after_a_hang(page: Page) -> float:
    """Seconds from the deadline of a hanging page to the next page's reading, with one worker."""
    deadline = 0.5
    async with Reader(Read(workers=1, deadline_seconds=deadline), handler="bench.hanging:act") as reader:
        begun = time.perf_counter()
        with contextlib.suppress(ReadTimeout):
            await reader.read(Page(None, HANG))
        await reader.read(page)
        return time.perf_counter() - begun - deadline


async def timed(reader: Reader, page: Page) -> float:
    begun = time.perf_counter()
    await reader.read(page)
    return time.perf_counter() - begun


def timed_here(page: Page) -> float:
    begun = time.perf_counter()
    read_and_brief(page)
    return time.perf_counter() - begun


def many(lines: int) -> tuple[float, float]:
    """(seconds, peak megabytes of the command itself) for so many articles."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "many.jsonl"
        with source.open("w") as file:
            for n in range(lines):
                file.write(json.dumps({"id": n, "html": article(f"Town {n}")}) + "\n")
        begun = time.perf_counter()
        command = [sys.executable, "-m", "bot", "brief", "--jsonl", "--no-store", str(source)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
            process, samples = psutil.Process(running.pid), [0.0]
            while running.poll() is None:
                try:
                    samples.append(process.memory_info().rss / 1e6)
                except psutil.Error:
                    break
                time.sleep(0.05)
        return time.perf_counter() - begun, max(samples)
