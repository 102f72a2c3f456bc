"""An event is handled once, however often the platform sends it."""

from __future__ import annotations

import asyncio
from datetime import datetime

from bot.store import Store, events


async def test_an_event_seen_twice_is_new_once(store: Store, now: datetime) -> None:
    async with store.transaction() as c:
        assert await events.first_time(c, "discord", "e1", now)
        assert not await events.first_time(c, "discord", "e1", now)
        assert await events.first_time(c, "slack", "e1", now)
    async with store.transaction() as c:
        assert not await events.first_time(c, "discord", "e1", now)


async def test_of_many_at_the_same_moment_one_wins(store: Store, now: datetime) -> None:
    async def handle() -> bool:
        async with store.transaction() as c:
            return await events.first_time(c, "discord", "e1", now)

    assert sum(await asyncio.gather(*(handle() for _ in range(20)))) == 1


async def test_an_event_whose_handling_failed_is_new_again(store: Store, now: datetime) -> None:
    try:
        async with store.transaction() as c:
            assert await events.first_time(c, "discord", "e1", now)
            raise LookupError
    except LookupError:
        pass
    async with store.transaction() as c:
        assert await events.first_time(c, "discord", "e1", now)
