"""All that polling needs, on a real store, a real reader and a site on loopback; a clock that a test turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.chat import Place, Space, Speaker
from bot.feeds.timing import Bounds
from bot.links.clean import identity
from bot.model import Story
from bot.services.feed_orders import poll_order
from bot.services.poll_feeds import PollFeeds
from bot.services.tell_entries import TellEntries
from bot.store import Connection, Store, feed_subscriptions, feeds
from bot.store.feed_subscriptions import FeedSubscription
from bot.store.feeds import StoredFeed, key_of
from bot.work import LeaseWork

MARA = Speaker("test", "u1", "Mara Lind", can_manage=True)
NEWSROOM = Place("test", "harbour", "newsroom")
ELSEWHERE = Place("test", "elsewhere", "general")
BOUNDS = Bounds(timedelta(minutes=5), timedelta(hours=1))


@dataclass
class Hands:
    """A clock that a test turns."""

    now: datetime = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Heard:
    """Implements `Listener`: remembers what it was told, by space."""

    everyone: Sequence[Space] = ()
    stories: list[tuple[str, str]] = field(default_factory=list)
    changes: list[tuple[str, bool, bool]] = field(default_factory=list)
    breaks: bool = False

    async def spaces(self, c: Connection) -> Sequence[Space]:
        return self.everyone

    async def ready(self, space: Space) -> None: ...

    async def in_feed(self, c: Connection, space: Space, story: Story) -> None:
        if self.breaks:
            raise RuntimeError("the listener fails")
        self.stories.append((space.id, story.reading.article.title))

    async def feed_changed(self, c: Connection, subscription: FeedSubscription, feed: StoredFeed) -> None:
        self.changes.append((subscription.added_by.name, feed.told, feed.gone))


@dataclass
class Desk:
    store: Store
    poll: PollFeeds
    entries: TellEntries
    work: LeaseWork
    hands: Hands
    heard: Heard

    async def has(self, url: str, *places: Place, everywhere: bool = False) -> int:
        """These spaces have the feed from now on; its id."""
        now = self.hands()
        async with self.store.transaction() as c:
            feed = await feeds.add(c, StoredFeed(0, url, key_of(identity(url)), now, everywhere=everywhere))
            for place in places:
                await feed_subscriptions.add(c, FeedSubscription(feed.id, place, MARA, now))
            await self.work.add(c, [poll_order(feed, now)])
        return feed.id

    async def pass_time(self, **time: float) -> None:
        """Let so much time pass, then do all that is due."""
        self.hands.turn(**time)
        await self.work.drain([self.poll.task, self.entries.task])

    async def feed(self, feed_id: int) -> StoredFeed:
        async with self.store.reading() as c:
            feed = await feeds.get(c, feed_id)
        assert feed is not None
        return feed
