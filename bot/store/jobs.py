"""Work to be done, as those see it who ask for it: added in their own transaction, moved, taken out, looked at.

There is one row for a `kind` and `key`. Adding what is there already never makes a second one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.store.engine import Connection
from bot.store.schema import jobs


@dataclass(frozen=True, slots=True)
class Order:
    """Something to do at `at` (aware). `kind` names who does it, `key` which of that kind it is.

    Of the orders of one kind in the same `lane`, one is carried out at a time; "" is no lane. `payload` is the
    handler's own text: a handler that finds all it needs by `key` leaves it empty.
    """

    kind: str
    key: str
    at: datetime
    payload: str = ""
    lane: str = ""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """An order that was given up, and why."""

    kind: str
    key: str
    attempts: int
    at: datetime
    reason: str


RESTING = jobs.c.lease == ""
INSERT = insert(jobs)
NEW = INSERT.excluded
ADD = INSERT.on_conflict_do_update(
    index_elements=["kind", "key"],
    set_={
        "payload": NEW.payload,
        "lane": NEW.lane,
        "at": case((RESTING & or_(jobs.c.at.is_(None), jobs.c.at > NEW.at), NEW.at), else_=jobs.c.at),
        "again_at": case(
            (RESTING, None), (or_(jobs.c.again_at.is_(None), jobs.c.again_at > NEW.at), NEW.at), else_=jobs.c.again_at
        ),
        "attempts": case((jobs.c.given_up_at.is_(None), jobs.c.attempts), else_=0),
        "given_up_at": None,
    },
)
"""What waits keeps the earlier of both times; what somebody is at right now is done once more after that; what was
given up is tried afresh."""

OF_KEY = (jobs.c.kind == bindparam("of_kind"), jobs.c.key == bindparam("of_key"))
MOVE = update(jobs).where(*OF_KEY, RESTING, jobs.c.given_up_at.is_(None)).values(at=bindparam("new_at"))
REMOVE = delete(jobs).where(jobs.c.kind == bindparam("of_kind"), jobs.c.key.in_(bindparam("of_keys", expanding=True)))
WAITING = select(func.count()).where(jobs.c.kind == bindparam("of_kind"), jobs.c.at.is_not(None))
ABANDONED = (
    select(jobs).where(jobs.c.given_up_at.is_not(None)).order_by(jobs.c.given_up_at.desc()).limit(bindparam("most"))
)
HASTEN = update(jobs).where(RESTING, jobs.c.at > bindparam("after")).values(at=bindparam("new_at"))
FORGET = delete(jobs).where(jobs.c.given_up_at < bindparam("before"))


async def add(c: Connection, orders: Iterable[Order]) -> None:
    """Have `orders` carried out once this transaction is committed."""
    fresh = {"again_at": None, "attempts": 0, "lease": "", "given_up_at": None, "reason": ""}
    if rows := [asdict(order) | fresh for order in orders]:
        await c.execute(ADD, rows)


async def move(c: Connection, kind: str, key: str, at: datetime) -> bool:
    """Let a waiting order be due at `at`, sooner or later than it was. False: there is none, or somebody is at it."""
    result = await c.execute(MOVE, {"of_kind": kind, "of_key": key, "new_at": at})
    return result.rowcount == 1


async def remove(c: Connection, kind: str, keys: Sequence[str]) -> None:
    """Forget these orders; whoever is at one of them may still come to its end."""
    if keys:
        await c.execute(REMOVE, {"of_kind": kind, "of_keys": list(keys)})


async def waiting(c: Connection, kind: str) -> int:
    """How many orders of `kind` are still to be carried out."""
    return int((await c.execute(WAITING, {"of_kind": kind})).scalar_one())


async def abandoned(c: Connection, most: int = 20) -> list[Abandoned]:
    """What was given up, the latest first."""
    rows = (await c.execute(ABANDONED, {"most": most})).mappings()
    return [Abandoned(row["kind"], row["key"], row["attempts"], row["given_up_at"], row["reason"]) for row in rows]


async def hasten(c: Connection, *, after: datetime, at: datetime) -> int:
    """Let what is due only after `after` be due at `at`: nobody means to wait so long, a clock was wrong."""
    return (await c.execute(HASTEN, {"after": after, "new_at": at})).rowcount


async def forget(c: Connection, before: datetime) -> int:
    """Drop what was given up before; returns how many."""
    return (await c.execute(FORGET, {"before": before})).rowcount
