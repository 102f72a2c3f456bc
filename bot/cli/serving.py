"""`run` and `chat`: the bot on its platforms, until Ctrl-C or SIGTERM."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from bot import log
from bot.app import assemble, serve
from bot.app.serve import values_for
from bot.chat import Card, Platform, Ports
from bot.cli.context import Context
from bot.errors import ConfigError
from bot.settings import Settings


def run_platforms(context: Context, names: list[str] | None) -> int:
    settings = context.settings()
    wanted = tuple(names or settings.platforms)
    for name in wanted:
        if name not in context.adapters:
            known = ", ".join(context.adapters)
            raise ConfigError("--platform", f"there is no platform “{name}”", f"Known here: {known}.")
    level = "warning" if wanted == ("console",) and settings.log.level == "info" else settings.log.level
    log.configure(level, settings.log.format)
    sections = {name: context.adapters[name].settled(settings.sections[name]) for name in wanted}
    asyncio.run(_serve(_Choice(context, settings, sections)))
    return 0


@dataclass(frozen=True, slots=True)
class _Choice:
    context: Context
    settings: Settings
    sections: dict[str, Any]

    def allowing_examples(self) -> Settings:
        """The fetcher may dial the pages that an adapter serves as examples, and nothing else on loopback."""
        adapters = self.context.adapters
        hosts = [host for name, section in self.sections.items() for host in adapters[name].loopback_hosts(section)]
        fetch = self.settings.fetch
        allowed = (*fetch.allow_loopback, *hosts)
        return msgspec.structs.replace(self.settings, fetch=msgspec.structs.replace(fetch, allow_loopback=allowed))

    def previews(self) -> dict[str, Callable[[Card], Mapping[str, object]]]:
        """How each platform would show a card, for the page to try them out."""
        if "web" not in self.sections:
            return {}
        found = {name: entry.preview() for name, entry in self.context.adapters.items()}
        return {name: preview for name, preview in found.items() if preview}


async def _serve(choice: _Choice) -> None:
    async with assemble(choice.allowing_examples()) as parts:
        adapters, previews = choice.context.adapters, choice.previews()
        platforms: list[Platform] = [
            adapters[name].open(section, Ports(values_for(parts, name), previews))
            for name, section in choice.sections.items()
        ]
        await _until_stopped(asyncio.create_task(serve(parts, platforms)))


async def _until_stopped(serving: asyncio.Task[None]) -> None:
    """SIGTERM and Ctrl-C end the bot in order: platforms first, the store last."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await serving
