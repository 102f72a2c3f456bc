"""A feed is due: it is asked, what is new in it is kept to be read, and its failing is said once."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.errors import FetchError, HttpFailed, NotAFeed, NotAnAddress, RateLimited, ReadError
from bot.feeds import Feed
from bot.feeds.memory import Look, look
from bot.feeds.timing import Bounds, Pace, gap_of, next_poll
from bot.fetch import FeedAnswer, Fetcher, Known
from bot.links.clean import clean, identity
from bot.model import Clock
from bot.reader import Reader
from bot.services.feed_orders import FOR_EVER, POLL, entry_order, poll_order
from bot.services.feed_problems import kept
from bot.services.listener import Listener
from bot.store import Connection, Store, feed_entries, feed_subscriptions, feeds
from bot.store.feeds import StoredFeed, key_of
from bot.work import Done, Job, Outcome, Task, Work

AT_ONCE = 16
DEADLINE = 90.0
TELL_AFTER = 3
"""Failures in a row, over at least `TELL_WAIT`, until who manages the feed is told."""

TELL_WAIT = timedelta(hours=1)
GONE = 410


@dataclass(frozen=True, slots=True)
class PollFeeds:
    store: Store
    fetcher: Fetcher
    reader: Reader
    work: Work
    listener: Listener
    clock: Clock
    bounds: Bounds
    chance: Callable[[], float] = random.random

    @property
    def task(self) -> Task:
        return Task(POLL, self.poll, AT_ONCE, DEADLINE, FOR_EVER)

    async def poll(self, job: Job) -> Outcome:
        """The next look is part of the outcome; a feed that nobody has, or that is gone for good, has none."""
        async with self.store.reading() as c:
            feed = await feeds.get(c, int(job.key))
        if feed is None or feed.gone or await self._is_nobodys(feed):
            return Done()
        try:
            answer = await self.fetcher.feed(feed.url, Known(feed.etag, feed.last_modified))
            if answer.page is None:
                return await self._unchanged(feed, answer)
            seen = await self.reader.feed(answer.page)
        except (FetchError, ReadError) as error:
            return await self._failed(feed, error)
        if seen.feed is not None:
            return await self._read(feed, answer, seen.feed)
        if seen.links and feed.well_at is None:  # the settings name a site's page: its feed is meant
            return await self._readdressed(feed, seen.links[0].url)
        return await self._failed(feed, NotAFeed("no_feed"))

    async def _is_nobodys(self, feed: StoredFeed) -> bool:
        """Forgets a feed whose last space has let go of it."""
        if feed.everywhere:
            return False
        async with self.store.transaction() as c:
            if await feed_subscriptions.of_feed(c, feed.id):
                return False
            await feeds.remove(c, feed.id)
        return True

    async def _unchanged(self, feed: StoredFeed, answer: FeedAnswer) -> Outcome:
        now = self.clock()
        feed = self._well(feed, answer, now)
        async with self.store.transaction() as c:
            await self._keep(c, feed)
        return Done(again=feed.next_at)

    async def _read(self, feed: StoredFeed, answer: FeedAnswer, read: Feed) -> Outcome:
        now = self.clock()
        async with self.store.reading() as c:
            memory = await feeds.memory(c, feed.id)  # nobody else looks at this feed meanwhile
        found = await asyncio.to_thread(look, memory, read, now)  # of a large feed it takes a second
        gap, latest = gap_of(read.entries, now)
        told = replace(feed, title=read.title or feed.title, home=read.home or feed.home, rhythm=read.rhythm)
        fresh = self._well(replace(told, gap=int(gap), latest=latest or feed.latest), answer, now)
        async with self.store.transaction(durable=bool(found.new)) as c:
            moved = await self._moved(c, fresh, answer.moved_to or read.moved_to)
            if moved is None:
                return Done()
            await self._keep(c, moved)
            await self._news(c, moved, found, now)
        if found.new:
            structlog.get_logger().info("feed_news", feed=feed.url, new=len(found.new), aside=found.aside)
            self.work.nudge()
        return Done(again=fresh.next_at)

    async def _news(self, c: Connection, feed: StoredFeed, found: Look, now: datetime) -> None:
        """Remembered, kept and ordered to be read, all or nothing."""
        await feeds.remember(c, feed.id, found.memory)
        stored = await feed_entries.add(c, feed.id, found.new, now)
        await self.work.add(c, [entry_order(entry, now) for entry in stored])

    async def _keep(self, c: Connection, feed: StoredFeed) -> None:
        """A feed that was said to fail is said to work again."""
        if feed.told:
            feed = replace(feed, told=False)
            await self._say(c, feed)
        await feeds.save(c, feed)

    async def _failed(self, feed: StoredFeed, error: FetchError | ReadError) -> Outcome:
        now = self.clock()
        gone = isinstance(error, HttpFailed) and error.status == GONE
        failing = replace(feed, failures=feed.failures + 1, problem=kept(error), fetched_at=now, gone=gone)
        after = error.after if isinstance(error, RateLimited) else 0.0
        failing = replace(
            failing, next_at=None if gone else next_poll(now, pace(failing, after), self.bounds, self.chance())
        )
        say = not feed.told and (gone or is_trouble(failing, now))
        failing = replace(failing, told=feed.told or say)
        structlog.get_logger().info("feed_failed", feed=feed.url, failures=failing.failures, error=str(error))
        async with self.store.transaction() as c:
            await feeds.save(c, failing)
            if say:
                await self._say(c, failing)
        return Done(again=failing.next_at)

    async def _say(self, c: Connection, feed: StoredFeed) -> None:
        for subscription in await feed_subscriptions.of_feed(c, feed.id):
            await self.listener.feed_changed(c, subscription, feed)

    async def _readdressed(self, feed: StoredFeed, url: str) -> Outcome:
        async with self.store.transaction() as c:
            moved = await self._moved(c, feed, url)
        return Done() if moved is None else Done(again=self.clock())

    async def _moved(self, c: Connection, feed: StoredFeed, url: str) -> StoredFeed | None:
        """The feed under its new address; None where another feed lives there already, which its spaces then have."""
        if not url:
            return feed
        try:
            address = clean(url)
            key = key_of(identity(address))
        except NotAnAddress:
            return feed
        if key == feed.key:
            return feed
        moved = await feeds.readdress(c, feed, address, key)
        if moved is not None:
            return moved
        other = await feeds.find(c, key)
        assert other is not None
        for subscription in await feed_subscriptions.of_feed(c, feed.id):
            await feed_subscriptions.add(c, replace(subscription, feed_id=other.id))
        if feed.everywhere and not other.everywhere:
            await feeds.set_everywhere(c, other.id, True)
        await feeds.remove(c, feed.id)
        return None

    def _well(self, feed: StoredFeed, answer: FeedAnswer, now: datetime) -> StoredFeed:
        well = replace(
            feed,
            etag=answer.known.etag,
            last_modified=answer.known.last_modified,
            max_age=int(answer.max_age),
            fetched_at=now,
            well_at=now,
            failures=0,
            problem="",
        )
        return replace(well, next_at=next_poll(now, pace(well), self.bounds, self.chance()))


def pace(feed: StoredFeed, retry_after: float = 0.0) -> Pace:
    return Pace(feed.gap, feed.latest, feed.rhythm, feed.max_age, feed.failures, retry_after)


def is_trouble(feed: StoredFeed, now: datetime) -> bool:
    """Whether it has failed often and long enough to bother someone."""
    return feed.failures >= TELL_AFTER and now - (feed.well_at or feed.added_at) >= TELL_WAIT


async def begin(c: Connection, work: Work, feed: StoredFeed, at: datetime) -> None:
    """Have a feed looked at from now on."""
    await work.add(c, [poll_order(feed, at)])
