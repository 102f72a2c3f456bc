"""Feeds: each once, whoever has it, with how it is doing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, and_, bindparam, case, delete, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.chat import Space
from bot.feeds import Rhythm
from bot.feeds.nouns import UNSAID
from bot.store.columns import indexable
from bot.store.engine import Connection
from bot.store.schema import feed_memories, feed_subscriptions, feeds


@dataclass(frozen=True, slots=True)
class StoredFeed:
    """A feed as it is kept. `problem` is why it failed last (`bot.services.feed_problems`), "" where it is well.

    `failures` are in a row; `told`: who manages it knows that it fails; `gone`: its server says for good.
    """

    id: int
    url: str
    key: str
    added_at: datetime
    title: str = ""
    home: str = ""
    everywhere: bool = False
    etag: str = ""
    last_modified: str = ""
    rhythm: Rhythm = UNSAID
    max_age: int = 0
    gap: int = 0
    latest: datetime | None = None
    fetched_at: datetime | None = None
    well_at: datetime | None = None
    next_at: datetime | None = None
    failures: int = 0
    problem: str = ""
    told: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """How many feeds a space has, and how many of them fail."""

    feeds: int = 0
    failing: int = 0


ENCODER = msgspec.json.Encoder()
RHYTHMS = msgspec.json.Decoder(Rhythm)
OWN = ("id", "key", "added_at")
KEPT = tuple(column.name for column in feeds.columns if column.name not in OWN)
SAVED = tuple(name for name in KEPT if name not in ("url", "everywhere"))
"""What a look at a feed changes; the others are set by themselves, maybe meanwhile."""


HAS_IT = exists().where(
    feed_subscriptions.c.feed_id == feeds.c.id,
    feed_subscriptions.c.platform == bindparam("of_platform"),
    feed_subscriptions.c.space == bindparam("of_space"),
)
OF_SPACE = select(feeds).where(or_(feeds.c.everywhere, HAS_IT)).order_by(feeds.c.title, feeds.c.id)
FAILS = or_(feeds.c.gone, feeds.c.told)
HEALTH = select(func.count(), func.sum(case((FAILS, 1), else_=0))).where(or_(feeds.c.everywhere, HAS_IT))
GET = select(feeds).where(feeds.c.id == bindparam("feed_id"))
FIND = select(feeds).where(feeds.c.key == bindparam("of_key"))
EVERYWHERE = select(feeds).where(feeds.c.everywhere)
INSERT = insert(feeds).on_conflict_do_nothing().returning(feeds)
SAVE = (
    update(feeds).where(feeds.c.id == bindparam("feed_id")).values({name: bindparam(f"new_{name}") for name in SAVED})
)
REKEY = (
    update(feeds).where(feeds.c.id == bindparam("feed_id")).values(key=bindparam("new_key"), url=bindparam("new_url"))
)
SET_EVERYWHERE = update(feeds).where(feeds.c.id == bindparam("feed_id")).values(everywhere=bindparam("now_everywhere"))
REMOVE = delete(feeds).where(feeds.c.id == bindparam("feed_id"))
NOBODYS = and_(~feeds.c.everywhere, ~exists().where(feed_subscriptions.c.feed_id == feeds.c.id))
REMOVE_NOBODYS = delete(feeds).where(NOBODYS).returning(feeds.c.id)
MEMORY = select(feed_memories.c.digests).where(feed_memories.c.feed_id == bindparam("of_feed"))
INSERT_MEMORY = insert(feed_memories)
REMEMBER = INSERT_MEMORY.on_conflict_do_update(
    index_elements=["feed_id"], set_={"digests": INSERT_MEMORY.excluded.digests}
)


async def get(c: Connection, feed_id: int) -> StoredFeed | None:
    return _one((await c.execute(GET, {"feed_id": feed_id})).mappings().first())


async def find(c: Connection, key: str) -> StoredFeed | None:
    """The feed of an address's identity (`bot.links.clean.identity`)."""
    return _one((await c.execute(FIND, {"of_key": key})).mappings().first())


async def add(c: Connection, feed: StoredFeed) -> StoredFeed:
    """Keep `feed`, whose id counts for nothing; the one that is there already under its key stays as it is."""
    row = (await c.execute(INSERT, {"key": feed.key, "added_at": feed.added_at, **_values(feed)})).mappings().first()
    if row is not None:
        return _of_row(row)
    known = await find(c, feed.key)
    assert known is not None
    return known


async def save(c: Connection, feed: StoredFeed) -> None:
    """All that a look at the feed changes: not its address, nor whether all spaces have it."""
    values = {f"new_{name}": value for name, value in _values(feed).items() if name in SAVED}
    await c.execute(SAVE, {"feed_id": feed.id, **values})


async def readdress(c: Connection, feed: StoredFeed, url: str, key: str) -> StoredFeed | None:
    """The feed lives at `url` now. None: another feed does already; that one stays as it is, and so does this."""
    known = await find(c, key)
    if known is not None and known.id != feed.id:
        return None
    await c.execute(REKEY, {"feed_id": feed.id, "new_key": key, "new_url": url})
    return replace(feed, url=url, key=key)


async def of_space(c: Connection, space: Space) -> list[StoredFeed]:
    """The feeds of a space, those of the settings included, by title."""
    rows = (await c.execute(OF_SPACE, {"of_platform": space.platform, "of_space": space.id})).mappings()
    return [_of_row(row) for row in rows]


async def everywhere(c: Connection) -> list[StoredFeed]:
    """Those that all spaces have."""
    return [_of_row(row) for row in (await c.execute(EVERYWHERE)).mappings()]


async def set_everywhere(c: Connection, feed_id: int, everywhere: bool) -> None:
    """Whether all spaces have it."""
    await c.execute(SET_EVERYWHERE, {"feed_id": feed_id, "now_everywhere": everywhere})


async def health(c: Connection, space: Space) -> Health:
    given = {"of_platform": space.platform, "of_space": space.id}
    number, failing = (await c.execute(HEALTH, given)).one()
    return Health(number, failing or 0)


async def remove(c: Connection, feed_id: int) -> None:
    """With its memory, its entries and whoever has it."""
    await c.execute(REMOVE, {"feed_id": feed_id})


async def remove_nobodys(c: Connection) -> Sequence[int]:
    """Forget the feeds that no space has any more; their ids."""
    return (await c.execute(REMOVE_NOBODYS)).scalars().all()


async def memory(c: Connection, feed_id: int) -> bytes | None:
    """What the feed has shown before; None if it was never read."""
    digests: bytes | None = (await c.execute(MEMORY, {"of_feed": feed_id})).scalar()
    return digests


async def remember(c: Connection, feed_id: int, digests: bytes) -> None:
    await c.execute(REMEMBER, {"feed_id": feed_id, "digests": digests})


def _values(feed: StoredFeed) -> dict[str, Any]:
    values = {name: getattr(feed, name) for name in KEPT}
    return {**values, "rhythm": ENCODER.encode(feed.rhythm).decode()}


def _one(row: RowMapping | None) -> StoredFeed | None:
    return None if row is None else _of_row(row)


def _of_row(row: RowMapping) -> StoredFeed:
    values = {name: row[name] for name in KEPT if name != "rhythm"}
    return StoredFeed(
        id=row["id"], key=row["key"], added_at=row["added_at"], rhythm=RHYTHMS.decode(row["rhythm"]), **values
    )


def key_of(identity: str) -> str:
    """The key that a feed is found by."""
    return indexable(identity)
