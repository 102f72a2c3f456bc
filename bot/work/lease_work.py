"""The engine on our own store: a queue with leases, worked off by this process."""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import structlog

from bot.errors import StandfirstError, StoreError
from bot.model import Clock
from bot.store import Connection, Store, jobs, leases
from bot.store.jobs import Abandoned, Order
from bot.store.leases import Job
from bot.work.endings import Done, GiveUp, Outcome
from bot.work.port import Task
from bot.work.verdicts import PutOff, Verdict, doomed, verdict

LOOK_EVERY = 1.0
"""Seconds: what another process adds is found so soon."""

TOGETHER = 0.01
"""Seconds in which jobs that end at about the same time are settled, and others leased, in one transaction."""

MARGIN = timedelta(seconds=15)
"""A lease is so much longer than its job may take."""

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class LeaseWork:
    """Implements `Work`. `alone`: no other process works on this database, so all that is leased at start is ours."""

    def __init__(
        self, store: Store, clock: Clock, *, alone: bool = False, chance: Callable[[], float] = random.random
    ) -> None:
        self._store, self._clock, self._alone, self._chance = store, clock, alone, chance
        self._name, self._leases = secrets.token_hex(6), 0
        self._running: dict[asyncio.Task[None], Job] = {}
        self._ended: list[tuple[Job, Verdict]] = []
        self._settled = 0
        self._look = asyncio.Event()

    async def add(self, c: Connection, orders: Iterable[Order]) -> None:
        await jobs.add(c, orders)

    async def remove(self, c: Connection, kind: str, keys: Sequence[str]) -> None:
        await jobs.remove(c, kind, keys)

    async def given_up(self, c: Connection, most: int = 20) -> Sequence[Abandoned]:
        return await jobs.abandoned(c, most)

    def nudge(self) -> None:
        self._look.set()

    async def run(self, tasks: Sequence[Task]) -> None:
        try:
            await self._surely(lambda: self._take_back(tasks))
            while True:
                self._look.clear()
                if not await self._surely(lambda: self._round(tasks)):
                    await self._wait(tasks)
                if self._running:
                    await asyncio.sleep(TOGETHER)
        finally:
            await self._stop()

    async def drain(self, tasks: Sequence[Task]) -> int:
        """Carry out all that is due by the clock, and what that makes due at once; returns how many jobs ended."""
        before = self._settled
        while await self._round(tasks) or self._running or self._ended:
            if self._running:
                await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            if self._running:
                await asyncio.sleep(TOGETHER)
        return self._settled - before

    async def _round(self, tasks: Sequence[Task]) -> bool:
        """In one transaction: say how jobs ended, and lease as many as there is room for. Whether any were leased."""
        settling = list(self._ended)
        async with self._store.transaction() as c:
            now = self._clock()
            for job, said in settling:
                await _settle(c, job, said, now)
            leased = [(task, job) for task in tasks for job in await self._lease(c, task, now)]
        del self._ended[: len(settling)]
        self._settled += len(settling)
        for task, job in leased:
            self._begin(task, job)
        return bool(leased)

    async def _lease(self, c: Connection, task: Task, now: datetime) -> list[Job]:
        room = self._room(task)
        if room <= 0:
            return []
        self._leases += 1
        until = now + timedelta(seconds=task.deadline) + MARGIN
        return await leases.lease(c, task.kind, room, now=now, until=until, name=f"{self._name}:{self._leases}")

    def _room(self, task: Task) -> int:
        return task.at_once - sum(job.kind == task.kind for job in self._running.values())

    def _begin(self, task: Task, job: Job) -> None:
        running = asyncio.create_task(self._carry_out(task, job), name=f"{job.kind}:{job.key}")
        self._running[running] = job
        running.add_done_callback(self._gone)

    def _gone(self, running: asyncio.Task[None]) -> None:
        del self._running[running]
        self._look.set()

    async def _carry_out(self, task: Task, job: Job) -> None:
        ending = doomed(task, job.attempt) or await _ending(task, job)
        said = verdict(task, job.attempt, ending, self._clock(), self._chance())
        log = structlog.get_logger().bind(job=job.kind, key=job.key, attempt=job.attempt)
        if isinstance(said, GiveUp):
            log.error("job_given_up", reason=said.reason)
        elif isinstance(ending, Exception) and isinstance(said, PutOff):
            log.warning("job_failed", reason=said.reason)
        self._ended.append((job, said))

    async def _wait(self, tasks: Sequence[Task]) -> None:
        """Until something falls due, somebody nudges, a job ends, or it is time to look anyway."""
        seconds = LOOK_EVERY
        free = [task.kind for task in tasks if self._room(task) > 0]
        if free and not self._look.is_set():
            seconds = await self._until_due(free)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._look.wait()

    async def _until_due(self, kinds: Sequence[str]) -> float:
        """What is due already waits for its lane, and that says so when it is free."""
        now = self._clock()
        try:
            async with self._store.reading() as c:
                due = await leases.next_due(c, kinds, now)
        except StoreError:
            return LOOK_EVERY
        return LOOK_EVERY if due is None else min(LOOK_EVERY, max((due - now).total_seconds(), 0.001))

    async def _surely(self, step: Callable[[], Awaitable[bool]]) -> bool:
        """A database that is away for a while does not end the work."""
        try:
            return await step()
        except StoreError as error:
            structlog.get_logger().warning("work_waits", error=str(error))
            return False

    async def _take_back(self, tasks: Sequence[Task]) -> bool:
        """Leases of a process that died, where no other can be at work; and everywhere those that a clock which was
        wrong has made far too long."""
        now = self._clock()
        longest = timedelta(seconds=max((task.deadline for task in tasks), default=0.0)) + 2 * MARGIN
        async with self._store.transaction() as c:
            return await leases.take_back(c, now=now, after=BEGINNING if self._alone else now + longest) > 0

    async def _stop(self) -> None:
        """What is under way is cancelled and goes back, as if it had never been begun."""
        stopped = dict(self._running)
        for running in stopped:
            running.cancel()
        await asyncio.gather(*stopped, return_exceptions=True)
        ended = {job.id for job, _ in self._ended}
        now = self._clock()
        back = [(job, PutOff(now, job.attempt - 1)) for job in stopped.values() if job.id not in ended]
        with contextlib.suppress(StoreError):
            async with self._store.transaction() as c:
                for job, said in [*self._ended, *back]:
                    await _settle(c, job, said, now)
        self._ended.clear()


async def _ending(task: Task, job: Job) -> Outcome | Exception:
    try:
        async with asyncio.timeout(task.deadline):
            return await task.handler(job)
    except (StandfirstError, TimeoutError) as error:
        return error
    except Exception as error:
        structlog.get_logger().exception("job_crashed", job=job.kind, key=job.key)
        return error


async def _settle(c: Connection, job: Job, said: Verdict, now: datetime) -> None:
    match said:
        case Done():
            await leases.done(c, job)
        case PutOff():
            await leases.put_off(c, job, said.at, said.reason, said.tried)
        case GiveUp():
            await leases.give_up(c, job, said.reason, now)
