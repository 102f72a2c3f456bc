"""Runs the platforms and the housekeeping until one of them ends, or someone stops the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.app.core import App
from bot.app.parts import Parts
from bot.chat import KeyValue, Platform
from bot.services.keep import expire_daily
from bot.store.adapter_values import AdapterValues


async def serve(parts: Parts, platforms: Sequence[Platform]) -> None:
    """Run until the first platform ends; the others are closed. What a platform raises is raised here."""
    app = App(parts)
    runs = [asyncio.create_task(platform.run(app), name=platform.name) for platform in platforms]
    keeper = asyncio.create_task(expire_daily(parts.store, parts.clock, parts.settings.store.keep_days), name="keeper")
    try:
        done, _ = await asyncio.wait(runs, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for platform in platforms:
            await platform.close()
        keeper.cancel()
        await asyncio.gather(*runs, keeper, return_exceptions=True)


def values_for(parts: Parts, name: str) -> KeyValue:
    return AdapterValues(parts.store, name)
