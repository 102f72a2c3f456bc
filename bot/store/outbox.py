"""What is to be told where: written in the transaction that learns of a story, read by whoever delivers.

A row is unique by its key, which names topic and group: however often a story comes, a channel hears of it once. The
key is also what the platform is handed, so that a repeated send can be recognised.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.alerts.plan import Sent
from bot.chat import Place
from bot.store.alert_tables import outbox
from bot.store.engine import Connection
from bot.store.entries import Entry, Kind, Lane, State, of_row, to_row

ADD = insert(outbox).on_conflict_do_nothing().returning(outbox.c.key)
OF_LANE = (
    outbox.c.platform == bindparam("of_platform"),
    outbox.c.space == bindparam("of_space"),
    outbox.c.channel == bindparam("of_channel"),
)
IS_DUE = outbox.c.state == State.DUE
DUE = (
    select(outbox)
    .where(IS_DUE, *OF_LANE, outbox.c.due_at <= bindparam("now"))
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)
NEXT = select(func.min(outbox.c.due_at)).where(IS_DUE, *OF_LANE, outbox.c.due_at > bindparam("now"))
LANES = (
    select(outbox.c.platform, outbox.c.space, outbox.c.channel, func.min(outbox.c.due_at).label("due_at"))
    .where(IS_DUE)
    .group_by(outbox.c.platform, outbox.c.space, outbox.c.channel)
)
RECENT = (
    select(
        outbox.c.topic_id,
        func.count(func.distinct(case((outbox.c.batch == "", outbox.c.key), else_=outbox.c.batch))).label("messages"),
        func.min(outbox.c.sent_at).label("first"),
    )
    .where(
        outbox.c.topic_id.in_(bindparam("ids", expanding=True)),
        outbox.c.sent_at > bindparam("since"),
        outbox.c.kind == Kind.STORY,
    )
    .group_by(outbox.c.topic_id)
)
HEARD = (
    select(outbox.c.topic_id, func.count().label("times"))
    .where(
        outbox.c.topic_id.in_(bindparam("ids", expanding=True)),
        outbox.c.sent_at > bindparam("since"),
        outbox.c.kind == Kind.STORY,
    )
    .group_by(outbox.c.topic_id)
)
BY_ID = update(outbox).where(outbox.c.id == bindparam("row_id"))
BEGIN = BY_ID.values(batch=bindparam("new_batch"))
POSTPONE = BY_ID.values(due_at=bindparam("until"), held=True)
AGAIN = BY_ID.values(due_at=bindparam("until"), attempts=outbox.c.attempts + 1, reason=bindparam("why"))
SENT = BY_ID.values(state=State.SENT, message=bindparam("at_message"), sent_at=bindparam("now"), reason="")
END = BY_ID.where(IS_DUE).values(state=bindparam("new_state"), reason=bindparam("why"))
DROP = delete(outbox).where(IS_DUE, outbox.c.topic_id == bindparam("of_topic"))
RESCHEDULE = update(outbox).where(IS_DUE, outbox.c.batch == "", outbox.c.topic_id == bindparam("of_topic"))
OF_GROUP = select(outbox).where(outbox.c.group_id == bindparam("of_group"), outbox.c.kind == Kind.STORY)
TOLD = (
    OF_GROUP.where(*OF_LANE, outbox.c.state == State.SENT, outbox.c.message.is_not(None)).order_by(outbox.c.id).limit(1)
)
UPDATES = (
    select(outbox.c.topic_id, func.count().label("times"))
    .where(outbox.c.group_id == bindparam("of_group"), outbox.c.kind == Kind.UPDATE, outbox.c.at > bindparam("since"))
    .group_by(outbox.c.topic_id)
)
BY_KEYS = select(outbox).where(outbox.c.key.in_(bindparam("keys", expanding=True)))
REMOVE = delete(outbox).where(IS_DUE, outbox.c.id.in_(bindparam("ids", expanding=True)))
EXPIRE = delete(outbox).where(outbox.c.at < bindparam("before"), outbox.c.state != State.DUE)
WAITING = select(func.count()).select_from(outbox).where(IS_DUE)


async def add(c: Connection, entries: Iterable[Entry]) -> frozenset[str]:
    """Keep what is not there yet; returns the keys of that."""
    new = [(await c.execute(ADD, to_row(entry))).scalar() for entry in entries]
    return frozenset(key for key in new if key is not None)


async def due(c: Connection, lane: Lane, now: datetime, most: int) -> list[Entry]:
    """What is due in the channel, in the order it became known."""
    given = _of(lane) | {"now": now, "most": most}
    return [of_row(row) for row in (await c.execute(DUE, given)).mappings()]


async def next_due(c: Connection, lane: Lane, now: datetime) -> datetime | None:
    """When something falls due in the channel that is not due yet."""
    at: datetime | None = (await c.execute(NEXT, _of(lane) | {"now": now})).scalar()
    return at


async def lanes(c: Connection) -> list[tuple[Lane, datetime]]:
    """Channels in which something is due some time, and when first."""
    return [(Lane(row.platform, row.space, row.channel), row.due_at) for row in await c.execute(LANES)]


async def recent(c: Connection, topic_ids: Sequence[int], after: datetime) -> dict[int, Sent]:
    """How many messages each topic got after that time, and when the first of them came."""
    if not topic_ids:
        return {}
    rows = await c.execute(RECENT, {"ids": list(topic_ids), "since": after})
    return {row.topic_id: Sent(row.messages, row.first) for row in rows}


async def begin(c: Connection, ids: Sequence[int], batch: str) -> None:
    """These go out as one message, under the key `batch`, also after a crash."""
    await c.execute(BEGIN, [{"row_id": row_id, "new_batch": batch} for row_id in ids])


async def postpone(c: Connection, ids: Sequence[int], until: datetime) -> None:
    """Hold them until then."""
    await c.execute(POSTPONE, [{"row_id": row_id, "until": until} for row_id in ids])


async def again(c: Connection, ids: Sequence[int], until: datetime, why: str) -> None:
    """It did not arrive; try again then."""
    await c.execute(AGAIN, [{"row_id": row_id, "until": until, "why": why} for row_id in ids])


async def sent(c: Connection, arrived: Sequence[tuple[int, str]], now: datetime) -> None:
    """Rows with the id of the message they stand in."""
    await c.execute(SENT, [{"row_id": row_id, "at_message": message, "now": now} for row_id, message in arrived])


async def end(c: Connection, ids: Sequence[int], state: State, why: str) -> None:
    """They are not due any more, and not sent either."""
    if ids:
        await c.execute(END, [{"row_id": row_id, "new_state": state, "why": why} for row_id in ids])


async def drop(c: Connection, topic_id: int) -> None:
    """What is due of a topic that is not followed any more."""
    await c.execute(DROP, {"of_topic": topic_id})


async def reschedule(c: Connection, topic_id: int, at: datetime) -> bool:
    """The topic's rhythm changed: what waits is due then. False: nothing waits."""
    result = await c.execute(RESCHEDULE.values(due_at=bindparam("until")), {"of_topic": topic_id, "until": at})
    return result.rowcount > 0


async def heard(c: Connection, topic_ids: Sequence[int], after: datetime) -> dict[int, int]:
    """How many stories each topic brought since then."""
    if not topic_ids:
        return {}
    rows = await c.execute(HEARD, {"ids": list(topic_ids), "since": after})
    return {row.topic_id: row.times for row in rows}


async def of_group(c: Connection, group_id: int) -> list[Entry]:
    """The alerts of a group, whatever became of them."""
    return [of_row(row) for row in (await c.execute(OF_GROUP, {"of_group": group_id})).mappings()]


async def told(c: Connection, place: Place, group_id: int) -> Entry | None:
    """The alert by which the place's channel heard of the group first."""
    lane = Lane(place.platform, place.space, place.channel)
    row = (await c.execute(TOLD, _of(lane) | {"of_group": group_id})).mappings().first()
    return None if row is None else of_row(row)


async def updates(c: Connection, group_id: int, after: datetime) -> dict[int, int]:
    """How often each topic was told since then what is new in the group's story."""
    rows = await c.execute(UPDATES, {"of_group": group_id, "since": after})
    return {row.topic_id: row.times for row in rows}


async def by_keys(c: Connection, keys: Sequence[str]) -> list[Entry]:
    return [of_row(row) for row in (await c.execute(BY_KEYS, {"keys": list(keys)})).mappings()] if keys else []


async def remove(c: Connection, ids: Sequence[int]) -> None:
    """As if they had never been due: when they are told of again, they are new."""
    if ids:
        await c.execute(REMOVE, {"ids": list(ids)})


async def waiting(c: Connection) -> int:
    return int((await c.execute(WAITING)).scalar_one())


async def expire(c: Connection, before: datetime) -> int:
    return (await c.execute(EXPIRE, {"before": before})).rowcount


def _of(lane: Lane) -> dict[str, object]:
    return {"of_platform": lane.platform, "of_space": lane.space, "of_channel": lane.channel}
