"""What is kept, and for how long: old stories go every day, a space or a channel that is gone at once."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import timedelta

import structlog

from bot.chat import PlaceChanged, PlaceRemoved, SpaceRemoved
from bot.errors import StoreError
from bot.model import Clock
from bot.store import Store, places, retention, spaces

DAY = 24 * 60 * 60


async def follow(store: Store, event: SpaceRemoved | PlaceRemoved | PlaceChanged) -> None:
    """What is kept goes with its space or place, and who may know of it follows who may read it; twice is once."""
    async with store.transaction() as c:
        match event:
            case SpaceRemoved(space=space):
                await spaces.remove(c, space)
            case PlaceRemoved(place=place):
                await places.remove(c, place)
            case PlaceChanged(place=place):
                await places.change(c, place)


async def expire_daily(store: Store, clock: Clock, keep_days: int) -> None:
    """Runs for ever: once at start, then every day. `keep_days` 0 keeps stories for ever."""
    log = structlog.get_logger()
    while True:
        now = clock()
        try:
            async with store.transaction() as c:
                gone = await retention.expire(c, now - timedelta(days=keep_days) if keep_days else None, now=now)
            if any(asdict(gone).values()):
                log.info("expired", **asdict(gone))
        except StoreError as error:
            log.warning("expire_failed", error=str(error))
        await asyncio.sleep(DAY)
