"""A story is kept once per space and found by every form of its address."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.chat import Space
from bot.errors import StoreError
from bot.model import Reading, Story
from bot.store import Store, stories

HERE = Space("web", "s1")
LINK, AMP = "news.example/bridge", "news.example/bridge-amp"
ReadingOf = Callable[[str], Reading]


async def test_a_saved_story_is_found_by_any_key(store: Store, reading: ReadingOf, now: datetime) -> None:
    async with store.transaction() as c:
        saved = await stories.save(c, HERE, reading("Bridge"), [LINK, AMP], now)
    async with store.reading() as c:
        assert await stories.find(c, HERE, [AMP, "unknown"]) == saved
        assert await stories.get(c, HERE, saved.id) == saved
        assert (saved.reading, saved.saved_at) == (reading("Bridge"), now)
        assert await stories.find(c, HERE, ["unknown"]) is None
        assert await stories.find(c, HERE, []) is None
        assert await stories.get(c, HERE, saved.id + 1) is None


async def test_the_first_reading_stays_and_gets_the_missing_keys(
    store: Store, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        first = await stories.save(c, HERE, reading("Bridge"), [LINK], now)
        again = await stories.save(c, HERE, reading("Bridge, again"), [LINK, AMP], now + timedelta(hours=1))
        assert again == first
        assert await stories.find(c, HERE, [AMP]) == first


async def test_a_refreshed_story_keeps_its_id(store: Store, reading: ReadingOf, now: datetime) -> None:
    later = now + timedelta(hours=1)
    async with store.transaction() as c:
        first = await stories.save(c, HERE, reading("Bridge"), [LINK], now)
        again = await stories.save(c, HERE, reading("Bridge, corrected"), [AMP, LINK], later, refresh=True)
    assert (again.id, again.saved_at, again.reading.article.title) == (first.id, later, "Bridge, corrected")
    async with store.reading() as c:
        assert await stories.find(c, HERE, [AMP]) == again


async def test_a_key_stays_with_its_first_story(store: Store, reading: ReadingOf, now: datetime) -> None:
    async with store.transaction() as c:
        bridge = await stories.save(c, HERE, reading("Bridge"), [LINK], now)
        tunnel = await stories.save(c, HERE, reading("Tunnel"), [AMP], now)
        assert await stories.add_keys(c, HERE, tunnel.id, [LINK, "tunnel"])
        assert await stories.find(c, HERE, [LINK]) == bridge
        assert await stories.find(c, HERE, ["tunnel"]) == tunnel
        assert await stories.find(c, HERE, [AMP, LINK]) == bridge


async def test_very_long_keys_are_told_apart(store: Store, reading: ReadingOf, now: datetime) -> None:
    long = "news.example/?q=" + "é" * 9000
    async with store.transaction() as c:
        one = await stories.save(c, HERE, reading("One"), [long + "1", long + "1"], now)
        two = await stories.save(c, HERE, reading("Two"), [long + "2"], now)
        assert await stories.find(c, HERE, [long + "1"]) == one
        assert await stories.find(c, HERE, [long + "2"]) == two


@pytest.mark.parametrize(
    "title", ["Brücke 🌉 橋 – “open”", "a\0b", "\N{RIGHT-TO-LEFT OVERRIDE}", "'; DROP TABLE stories"]
)
async def test_any_words_come_back_as_they_were(store: Store, reading: ReadingOf, now: datetime, title: str) -> None:
    async with store.transaction() as c:
        saved = await stories.save(c, HERE, reading(title), [title], now)
        found = await stories.find(c, HERE, [title])
    assert found == saved
    assert found.reading == reading(title)


async def test_writers_that_race_keep_one_story(store: Store, reading: ReadingOf, now: datetime) -> None:
    async def save(n: int) -> Story:
        keys = [LINK, f"form-{n}"] if n % 2 else [f"form-{n}", LINK]
        async with store.transaction() as c:
            return await stories.save(c, HERE, reading(f"Bridge {n}"), keys, now)

    saved = await asyncio.gather(*(save(n) for n in range(12)))
    assert len({story.id for story in saved}) == 1
    async with store.reading() as c:
        found = [await stories.find(c, HERE, [f"form-{n}"]) for n in range(12)]
    assert set(found) == {saved[0]}


async def test_a_reading_that_cannot_be_read_says_which(store: Store, reading: ReadingOf, now: datetime) -> None:
    async with store.transaction() as c:
        story = await stories.save(c, HERE, reading("Bridge"), [LINK], now)
        await c.execute(text("UPDATE stories SET reading = '{}'"))
    async with store.reading() as c:
        with pytest.raises(StoreError, match=f"story {story.id} "):
            await stories.find(c, HERE, [LINK])
