"""What channels follow. Every change counts its space's revision up, so that indexes in memory can catch up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.alerts.quiet import quiet
from bot.alerts.rhythm import rhythm
from bot.alerts.topic import Delivery, State, Topic
from bot.chat import Place, Space, Speaker
from bot.store.alert_tables import topic_revisions, topics
from bot.store.columns import milliseconds
from bot.store.engine import Connection
from bot.store.spaces_lock import one_writer

KEEP_GONE = timedelta(days=7)
KEEP_DRAFTS = timedelta(days=1)

IN_SPACE = (topics.c.platform == bindparam("of_platform"), topics.c.space == bindparam("of_space"))
STANDING = topics.c.state.in_([State.LIVE, State.MUTED])
FIRST = insert(topic_revisions)
REVISE = FIRST.on_conflict_do_update(
    index_elements=["platform", "space"], set_={"revision": topic_revisions.c.revision + 1}
).returning(topic_revisions.c.revision)
ALL = select(topics).where(*IN_SPACE)
CHANGED = ALL.where(topics.c.revision > bindparam("after")).order_by(topics.c.revision)
GET = ALL.where(topics.c.id == bindparam("topic_id"))
MANY = ALL.where(topics.c.id.in_(bindparam("ids", expanding=True)), STANDING)
IN_CHANNEL = ALL.where(topics.c.channel == bindparam("in_channel"), STANDING).order_by(topics.c.id)
OF_SPACE = ALL.where(STANDING).order_by(topics.c.id)
SPACES = select(topics.c.platform, topics.c.space).where(STANDING).distinct()
BY_QUERY = ALL.where(
    topics.c.channel == bindparam("in_channel"),
    topics.c.thread == bindparam("in_thread"),
    topics.c.query_key == bindparam("its_query"),
)
INSERT = insert(topics).on_conflict_do_nothing().returning(topics.c.id)
SET = update(topics).where(topics.c.id == bindparam("topic_id"))
CLEAR = delete(topics).where(topics.c.id == bindparam("topic_id"), ~STANDING)
TOLD = SET.values(last_digest=bindparam("slot"))
FAILED = SET.where(topics.c.trouble == "").values(trouble=bindparam("why")).returning(topics.c.id)
WELL = SET.where(topics.c.trouble != "").values(trouble="")
EXPIRE = delete(topics).where(topics.c.state == bindparam("in_state"), topics.c.changed_at < bindparam("before"))


async def add(c: Connection, topic: Topic, at: datetime) -> Topic:
    """Keep a topic, in place of what its place drafted or dropped under the same query before.

    One that stands already is left as it is, and returned.
    """
    space = topic.place.tenant
    await one_writer(c, space)
    revision = await revise(c, space, at)
    topic_id = (await c.execute(INSERT, _row(topic, at) | {"revision": revision})).scalar()
    if topic_id is not None:
        return replace(topic, id=topic_id)
    old = await by_query(c, topic.place, topic.query)
    assert old is not None
    if old.state in {State.LIVE, State.MUTED}:
        return old
    return await save(c, replace(topic, id=old.id), at)


async def save(c: Connection, topic: Topic, at: datetime) -> Topic:
    """Write all of `topic` over the row of its id."""
    space = topic.place.tenant
    await one_writer(c, space)
    row = _row(topic, at) | {"revision": await revise(c, space, at)}
    await c.execute(SET.values({name: bindparam(f"new_{name}") for name in row}), _named(row) | {"topic_id": topic.id})
    return topic


async def revise(c: Connection, space: Space, at: datetime) -> int:
    """The revision of a change that is made now: higher than any before."""
    row = {"platform": space.platform, "space": space.id, "revision": milliseconds(at)}
    return int((await c.execute(REVISE, row)).scalar_one())


async def changed(c: Connection, space: Space, after: int) -> list[tuple[int, Topic]]:
    """What changed after a revision, with the revision of each change."""
    rows = (await c.execute(CHANGED, _of(space) | {"after": after})).mappings()
    return [(row["revision"], of_row(row)) for row in rows]


async def get(c: Connection, space: Space, topic_id: int) -> Topic | None:
    row = (await c.execute(GET, _of(space) | {"topic_id": topic_id})).mappings().first()
    return None if row is None else of_row(row)


async def many(c: Connection, space: Space, ids: Sequence[int]) -> list[Topic]:
    """Those of `ids` that still stand."""
    return [of_row(row) for row in (await c.execute(MANY, _of(space) | {"ids": list(ids)})).mappings()] if ids else []


async def here(c: Connection, place: Place) -> list[Topic]:
    """What the place's channel follows, its threads included, the oldest first."""
    rows = await c.execute(IN_CHANNEL, _of(place.tenant) | {"in_channel": place.channel})
    return [of_row(row) for row in rows.mappings()]


async def of_space(c: Connection, space: Space) -> list[Topic]:
    return [of_row(row) for row in (await c.execute(OF_SPACE, _of(space))).mappings()]


async def spaces(c: Connection) -> list[Space]:
    """All spaces in which anything is followed."""
    return [Space(platform, space) for platform, space in (await c.execute(SPACES)).all()]


async def by_query(c: Connection, place: Place, query: str) -> Topic | None:
    """The topic of this very place and query, in whatever state."""
    given = {"in_channel": place.channel, "in_thread": place.thread or "", "its_query": query.casefold()}
    row = (await c.execute(BY_QUERY, _of(place.tenant) | given)).mappings().first()
    return None if row is None else of_row(row)


async def told(c: Connection, topic_id: int, slot: datetime) -> None:
    """A digest of this slot was sent."""
    await c.execute(TOLD, {"topic_id": topic_id, "slot": slot})


async def failed(c: Connection, topic_id: int, why: str) -> bool:
    """Nothing can be delivered, for this reason. True: that is news."""
    return (await c.execute(FAILED, {"topic_id": topic_id, "why": why})).first() is not None


async def well(c: Connection, topic_ids: Sequence[int]) -> None:
    """Something was delivered, so all is well again."""
    if topic_ids:
        await c.execute(WELL, [{"topic_id": topic_id} for topic_id in topic_ids])


async def clear(c: Connection, topic_id: int) -> None:
    """Take out a draft, or what is followed no more."""
    await c.execute(CLEAR, {"topic_id": topic_id})


async def expire(c: Connection, now: datetime) -> int:
    """Drop drafts that nobody took up and what was unfollowed days ago."""
    gone = await c.execute(EXPIRE, {"in_state": State.GONE, "before": now - KEEP_GONE})
    drafts = await c.execute(EXPIRE, {"in_state": State.DRAFT, "before": now - KEEP_DRAFTS})
    return gone.rowcount + drafts.rowcount


def _of(space: Space) -> dict[str, object]:
    return {"of_platform": space.platform, "of_space": space.id}


def _named(row: dict[str, object]) -> dict[str, object]:
    return {f"new_{name}": value for name, value in row.items()}


def _row(topic: Topic, at: datetime) -> dict[str, object]:
    place, delivery = topic.place, topic.delivery
    return {
        "platform": place.platform,
        "space": place.space,
        "channel": place.channel,
        "thread": place.thread or "",
        "direct": place.direct,
        "private": place.private,
        "query": topic.query,
        "query_key": topic.query.casefold(),
        "rhythm": str(delivery.rhythm),
        "zone": delivery.zone,
        "quiet": str(delivery.hours or ""),
        "most": delivery.most,
        "updates": delivery.updates,
        "state": topic.state,
        "made_by": topic.made_by.id,
        "made_by_name": topic.made_by.name,
        "since": topic.since,
        "changed_at": at,
        "muted_until": topic.muted_until,
        "last_digest": topic.last_digest,
        "trouble": topic.trouble,
        "locale": topic.locale,
    }


def of_row(row: RowMapping) -> Topic:
    """The topic of a row of the table."""
    place = Place(
        row["platform"], row["space"], row["channel"], row["thread"] or None, row["direct"], private=row["private"]
    )
    delivery = Delivery(rhythm(row["rhythm"])[0], row["zone"], quiet(row["quiet"]), row["most"], row["updates"])
    speaker = Speaker(row["platform"], row["made_by"], row["made_by_name"])
    return Topic(
        row["id"],
        place,
        row["query"],
        delivery,
        State(row["state"]),
        speaker,
        row["since"],
        row["muted_until"],
        row["last_digest"],
        row["trouble"],
        row["locale"],
    )
