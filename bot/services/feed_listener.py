"""Those who follow topics hear of what feeds bring; those who manage feeds hear when one fails, or works again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.alerts.note import Note
from bot.cards.reports import FEED_FAILS, FEED_IS_GONE, FEED_IS_WELL
from bot.chat import Space
from bot.model import Clock, Story
from bot.services.lane_orders import orders
from bot.services.new_story import NewStory
from bot.services.space_feeds import name_of
from bot.store import Connection, Store, outbox, topics
from bot.store.entries import Entry, Kind, State
from bot.store.feed_subscriptions import FeedSubscription
from bot.store.feeds import StoredFeed
from bot.work import Work


@dataclass(frozen=True, slots=True)
class FeedListener:
    """Implements `Listener`."""

    news: NewStory
    store: Store
    work: Work
    clock: Clock

    async def spaces(self, c: Connection) -> Sequence[Space]:
        return await topics.spaces(c)

    async def ready(self, space: Space) -> None:
        await self.news.same.ready(self.store, space, self.clock())

    async def in_feed(self, c: Connection, space: Space, story: Story) -> None:
        await self.news.in_feed(c, space, story)

    async def feed_changed(self, c: Connection, subscription: FeedSubscription, feed: StoredFeed) -> None:
        if not subscription.place.channel:  # added on the command line: `standfirst feeds list` tells
            return
        now = self.clock()
        kind = FEED_IS_GONE if feed.gone else FEED_FAILS if feed.told else FEED_IS_WELL
        since = int((feed.well_at or feed.added_at).timestamp()) if feed.told else int(now.timestamp())
        person = subscription.added_by
        note = Note(notice=kind, facts=(name_of(feed), feed.problem), person=(person.id, person.name))
        key = f"{kind}:{feed.id}:{subscription.space.platform}:{subscription.space.id}:{since}"
        entry = Entry(0, key, subscription.place, Kind.NOTICE, None, None, None, note, State.DUE, now, now)
        if await outbox.add(c, [entry]):
            await self.work.add(c, orders([entry]))
