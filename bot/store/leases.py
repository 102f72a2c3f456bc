"""Work to be done, as a worker sees it: leased for a time, then finished, put off or given up.

A lease is a word of the worker's own. Whoever lost it (its time ran out, the order was taken back) can say nothing of
the order any more. Clocks of several machines need not agree better than a lease is long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, RowMapping, and_, bindparam, case, delete, exists, func, or_, select, update

from bot.store.columns import Instant
from bot.store.engine import Connection
from bot.store.schema import jobs


@dataclass(frozen=True, slots=True)
class Job:
    """An order that is leased. `attempt` counts from 1, those included whose worker died."""

    id: int
    kind: str
    key: str
    payload: str
    lane: str
    attempt: int
    lease: str


AHEAD = 4
"""So many times more candidates than wanted are looked at, because of a lane only the first may be taken."""

LOOKS = 8
"""A long lane may stand before all others: it is looked past, so often."""

other = jobs.alias()
IN_LANE = exists().where(
    other.c.kind == jobs.c.kind, other.c.lane == jobs.c.lane, other.c.lease != "", other.c.at > bindparam("now")
)
DUE = (
    select(jobs.c.id, jobs.c.lane)
    .where(
        jobs.c.kind == bindparam("of_kind"),
        jobs.c.at <= bindparam("now"),
        or_(jobs.c.lane == "", ~IN_LANE),
        jobs.c.lane.not_in(bindparam("without", expanding=True)),
    )
    .order_by(jobs.c.at, jobs.c.id)
    .limit(bindparam("most"))
)
LEASE = (
    update(jobs)
    .where(jobs.c.id.in_(bindparam("ids", expanding=True)))
    .values(at=bindparam("until"), lease=bindparam("new_lease"), attempts=jobs.c.attempts + 1)
    .returning(jobs)
)
NEXT = select(func.min(jobs.c.at)).where(
    jobs.c.kind.in_(bindparam("kinds", expanding=True)), jobs.c.at > bindparam("now")
)
LOCK = select(func.pg_advisory_xact_lock(func.hashtextextended("jobs", 0)))

MINE = and_(jobs.c.id == bindparam("job_id"), jobs.c.lease == bindparam("my_lease"))
NEW_AT: BindParameter[datetime] = bindparam("new_at", type_=Instant())
SOONER = case((jobs.c.again_at < NEW_AT, jobs.c.again_at), else_=NEW_AT)
DONE = delete(jobs).where(MINE, jobs.c.again_at.is_(None))
ONCE_MORE = update(jobs).where(MINE).values(at=jobs.c.again_at, again_at=None, lease="", attempts=0, reason="")
PUT_OFF = (
    update(jobs)
    .where(MINE)
    .values(at=SOONER, again_at=None, lease="", attempts=bindparam("tried"), reason=bindparam("why"))
)
GIVE_UP = (
    update(jobs)
    .where(MINE)
    .values(
        at=jobs.c.again_at,
        again_at=None,
        lease="",
        given_up_at=case((jobs.c.again_at.is_(None), bindparam("now", type_=Instant()))),
        reason=bindparam("why"),
    )
)
TAKE_BACK = (
    update(jobs)
    .where(jobs.c.lease != "", jobs.c.at > bindparam("after"))
    .values(at=bindparam("now"), again_at=None, lease="")
)


async def lease(c: Connection, kind: str, most: int, *, now: datetime, until: datetime, name: str) -> list[Job]:
    """At most `most` due orders of `kind`, the longest due first, leased to `name` until `until`.

    Of a lane only one, and none while one of it is leased.
    """
    if c.dialect.name == "postgresql":
        await c.execute(LOCK)  # two workers must not take two orders of one lane
    ids = await _candidates(c, {"of_kind": kind, "now": now, "most": most * AHEAD}, most)
    if not ids:
        return []
    rows = await c.execute(LEASE, {"ids": ids, "until": until, "new_lease": name})
    taken = {row["id"]: _job(row) for row in rows.mappings()}
    return [taken[job_id] for job_id in ids]


async def _candidates(c: Connection, given: dict[str, object], most: int) -> list[int]:
    """Ids, the longest due first; of a lane its first alone."""
    ids: list[int] = []
    lanes: set[str] = set()
    for _ in range(LOOKS):
        found = (await c.execute(DUE, {**given, "without": sorted(lanes)})).all()
        seen = len(ids)
        for job_id, lane in found:
            if not lane or lane not in lanes:
                ids.append(job_id)
            lanes |= {lane} if lane else set()
        if len(ids) >= most or len(found) < most * AHEAD or len(ids) == seen:
            break
    return ids[:most]


async def next_due(c: Connection, kinds: Sequence[str], now: datetime) -> datetime | None:
    """When after `now` the next order of these kinds falls due, or the next lease of one ends."""
    at: datetime | None = (await c.execute(NEXT, {"kinds": list(kinds), "now": now})).scalar()
    return at


async def done(c: Connection, job: Job) -> None:
    """Carried out; if it was added again meanwhile, it waits for its new time."""
    await c.execute(DONE, _mine(job))
    await c.execute(ONCE_MORE, _mine(job))


async def put_off(c: Connection, job: Job, at: datetime, reason: str, tried: int) -> None:
    """Due again at `at`, with `tried` attempts behind it."""
    await c.execute(PUT_OFF, {**_mine(job), "new_at": at, "why": reason, "tried": tried})


async def give_up(c: Connection, job: Job, reason: str, now: datetime) -> None:
    """Never again, unless it was added anew meanwhile."""
    await c.execute(GIVE_UP, {**_mine(job), "why": reason, "now": now})


async def take_back(c: Connection, *, now: datetime, after: datetime) -> int:
    """Make leases that end after `after` end now: those of a dead process, or of a clock that was wrong."""
    return (await c.execute(TAKE_BACK, {"now": now, "after": after})).rowcount


def _mine(job: Job) -> dict[str, object]:
    return {"job_id": job.id, "my_lease": job.lease}


def _job(row: RowMapping) -> Job:
    return Job(row["id"], row["kind"], row["key"], row["payload"], row["lane"], row["attempts"], row["lease"])
