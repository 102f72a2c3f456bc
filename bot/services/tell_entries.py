"""An entry of a feed becomes a story of every space that has the feed, and those who wait for it are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.chat import Space
from bot.errors import (
    ConnectFailed,
    FetchError,
    FetchTimeout,
    HttpFailed,
    InputError,
    NameNotFound,
    RateLimited,
    ReadError,
    StandfirstError,
)
from bot.links.clean import clean
from bot.model import Clock
from bot.services.feed_orders import ENTRY, ENTRY_RETRIES
from bot.services.feed_words import in_the_feeds_words, speaks_for_itself
from bot.services.listener import Listener
from bot.services.read_story import Material, ReadStory
from bot.store import Connection, Store, feed_entries, feed_subscriptions, feeds, stories
from bot.store.feed_entries import StoredEntry
from bot.work import Done, Job, Later, Outcome, Task, Work

AT_ONCE = 4
DEADLINE = 120.0
PER_TRANSACTION = 20
"""Spaces that are told in one: a feed that very many have must not hold up all other writers."""


@dataclass(frozen=True, slots=True)
class TellEntries:
    store: Store
    read_story: ReadStory
    work: Work
    listener: Listener
    clock: Clock

    @property
    def task(self) -> Task:
        return Task(ENTRY, self.tell, AT_ONCE, DEADLINE, ENTRY_RETRIES)

    async def tell(self, job: Job) -> Outcome:
        """The page is read once, whoever has the feed. What was told is not told again: `Listener` sees to it."""
        async with self.store.reading() as c:
            entry = await feed_entries.get(c, int(job.key))
            spaces = await self._spaces(c, entry) if entry else []
        if entry is None or entry.told_at is not None:
            return Done()
        if not spaces:
            return await self._ended(entry, "")
        try:
            material = await self.read_story.fetched(clean(entry.url), by_hand=False)
        except RateLimited as error:
            return Later(error.after, str(error))
        except (FetchError, ReadError, InputError) as error:
            if may_pass(error) and job.attempt < ENTRY_RETRIES.attempts:
                raise
            instead = in_the_feeds_words(entry, await self._title(entry)) if speaks_for_itself(error) else None
            if instead is None:
                return await self._ended(entry, str(error))
            material = instead
        await self._told(entry, spaces, material)
        self.work.nudge()
        return Done()

    async def _title(self, entry: StoredEntry) -> str:
        async with self.store.reading() as c:
            feed = await feeds.get(c, entry.feed_id)
        return feed.title if feed else ""

    async def _spaces(self, c: Connection, entry: StoredEntry) -> list[Space]:
        """Those that had the feed when the entry came."""
        feed = await feeds.get(c, entry.feed_id)
        if feed is None:
            return []
        having = [one.space for one in await feed_subscriptions.of_feed(c, feed.id) if one.after_entry < entry.id]
        return list(dict.fromkeys([*having, *(await self.listener.spaces(c) if feed.everywhere else ())]))

    async def _told(self, entry: StoredEntry, spaces: Sequence[Space], material: Material) -> None:
        now = self.clock()
        for space in spaces:
            await self.listener.ready(space)
        for at in range(0, len(spaces), PER_TRANSACTION):
            async with self.store.transaction(durable=True) as c:
                for space in spaces[at : at + PER_TRANSACTION]:
                    story = await stories.save(c, space, material.reading, material.keys, now)
                    await self.listener.in_feed(c, space, story)
                if at + PER_TRANSACTION >= len(spaces):
                    await feed_entries.told(c, entry.id, now)

    async def _ended(self, entry: StoredEntry, reason: str) -> Outcome:
        if reason:
            structlog.get_logger().info("feed_entry_not_read", url=entry.url, reason=reason)
        async with self.store.transaction() as c:
            await feed_entries.told(c, entry.id, self.clock(), reason)
        return Done()


def may_pass(error: StandfirstError) -> bool:
    """Whether the page may well be there in an hour."""
    if isinstance(error, HttpFailed):
        return error.status >= 500
    return isinstance(error, ConnectFailed | FetchTimeout | NameNotFound)
