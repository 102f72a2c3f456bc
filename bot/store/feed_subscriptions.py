"""Which spaces have which feed, since when, and who is to hear of its troubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from bot.chat import Place, Space, Speaker
from bot.store.engine import Connection
from bot.store.schema import feed_entries as entries
from bot.store.schema import feed_subscriptions as subscriptions


@dataclass(frozen=True, slots=True)
class FeedSubscription:
    """`place` is where `added_by` added it. Entries up to `after_entry` are no news for this space."""

    feed_id: int
    place: Place
    added_by: Speaker
    since: datetime
    after_entry: int = 0

    @property
    def space(self) -> Space:
        return self.place.tenant


IN_SPACE = (subscriptions.c.platform == bindparam("of_platform"), subscriptions.c.space == bindparam("of_space"))
INSERT = insert(subscriptions).on_conflict_do_nothing().returning(subscriptions.c.feed_id)
REMOVE = delete(subscriptions).where(*IN_SPACE, subscriptions.c.feed_id == bindparam("of_feed"))
OF_FEED = select(subscriptions).where(subscriptions.c.feed_id == bindparam("of_feed"))
OF_SPACE = select(subscriptions).where(*IN_SPACE)
LATEST_ENTRY = select(func.coalesce(func.max(entries.c.id), 0)).where(entries.c.feed_id == bindparam("of_feed"))
COUNT = select(func.count()).where(*IN_SPACE)


async def add(c: Connection, subscription: FeedSubscription) -> bool:
    """From now on: what the feed has brought already is no news here. False: the space has the feed already."""
    latest = (await c.execute(LATEST_ENTRY, {"of_feed": subscription.feed_id})).scalar_one()
    place, person = subscription.place, subscription.added_by
    row = {
        "platform": place.platform,
        "space": place.space,
        "feed_id": subscription.feed_id,
        "channel": place.channel,
        "thread": place.thread or "",
        "direct": place.direct,
        "private": place.private,
        "added_by": person.id,
        "added_by_name": person.name,
        "since": subscription.since,
        "after_entry": latest,
    }
    return (await c.execute(INSERT, row)).first() is not None


async def remove(c: Connection, space: Space, feed_id: int) -> bool:
    """False: the space does not have it."""
    return (await c.execute(REMOVE, {**_in(space), "of_feed": feed_id})).rowcount == 1


async def of_feed(c: Connection, feed_id: int) -> Sequence[FeedSubscription]:
    return [_of_row(row) for row in (await c.execute(OF_FEED, {"of_feed": feed_id})).mappings()]


async def of_space(c: Connection, space: Space) -> Sequence[FeedSubscription]:
    return [_of_row(row) for row in (await c.execute(OF_SPACE, _in(space))).mappings()]


async def count(c: Connection, space: Space) -> int:
    return int((await c.execute(COUNT, _in(space))).scalar_one())


def _in(space: Space) -> dict[str, str]:
    return {"of_platform": space.platform, "of_space": space.id}


def _of_row(row: RowMapping) -> FeedSubscription:
    place = Place(row["platform"], row["space"], row["channel"], row["thread"] or None, row["direct"], row["private"])
    person = Speaker(row["platform"], row["added_by"], row["added_by_name"])
    return FeedSubscription(row["feed_id"], place, person, row["since"], row["after_entry"])
