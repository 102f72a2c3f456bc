"""Several workers, dead ones, and the loop: a lease keeps two from doing the same, and no job goes with its worker."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from bot.store import Store
from bot.work import Done, GiveUp, Job, LeaseWork, Outcome, Retries, Task
from tests.unit.work.conftest import Hands
from tests.unit.work.hand import Hand, ask, engine, orders

ROOT = Path(__file__).parents[3]


async def test_two_workers_never_do_the_same(store: Store, hands: Hands) -> None:
    one, two = engine(store, hands), engine(store, hands)

    async def with_a_pause(job: Job) -> Outcome:
        await asyncio.sleep(0)
        return Done()

    hand = Hand(with_a_pause)
    await ask(store, one, orders(*map(str, range(200)), at=hands()))
    tasks = [Task("send", hand, at_once=7)]
    await asyncio.gather(one.drain(tasks), two.drain(tasks))
    assert sorted(hand.seen, key=int) == [str(n) for n in range(200)]


async def test_the_lease_of_a_dead_worker_runs_out(store: Store, hands: Hands) -> None:
    dead, hand = engine(store, hands), Hand()
    await ask(store, dead, orders("a", at=hands()))
    task = Task("send", hand, deadline=30)
    async with store.transaction() as c:
        await dead._lease(c, task, hands())  # and then the machine loses its power
    other = engine(store, hands)
    hands.turn(30)
    assert await other.drain([task]) == 0
    hands.turn(16)
    assert await other.drain([task]) == 1


async def test_who_lost_a_lease_can_say_nothing_of_it(store: Store, hands: Hands) -> None:
    slow, quick = engine(store, hands), engine(store, hands)
    task = Task("send", Hand(), deadline=30)

    async def outlives_its_lease(job: Job) -> Outcome:
        hands.turn(100)
        async with store.transaction() as c:
            assert await quick._lease(c, task, hands())
        return GiveUp("nobody should hear of this")

    await ask(store, slow, orders("a", at=hands()))
    await slow.drain([Task("send", outlives_its_lease, deadline=30)])
    async with store.reading() as c:
        assert await slow.given_up(c) == []


async def test_a_job_that_kills_its_workers_is_given_up(store: Store, hands: Hands) -> None:
    work, hand = engine(store, hands), Hand()
    task = Task("send", hand, retries=Retries(attempts=2), deadline=1)
    await ask(store, work, orders("a", at=hands()))
    for _ in range(2):
        async with store.transaction() as c:
            assert await work._lease(c, task, hands())
        hands.turn(60)
    await work.drain([task])
    assert hand.seen == []
    async with store.reading() as c:
        [lost] = await work.given_up(c)
    assert lost.reason == "2 attempts; the last did not come to an end, its process may have died"


async def test_a_job_whose_process_is_killed_for_other_reasons_is_taken_up_again(store: Store, hands: Hands) -> None:
    work, hand = engine(store, hands), Hand()
    task = Task("send", hand, retries=Retries(attempts=2, deaths=20), deadline=1)
    await ask(store, work, orders("a", at=hands()))
    for _ in range(12):
        async with store.transaction() as c:
            assert await work._lease(c, task, hands())
        hands.turn(60)
    await work.drain([task])
    assert hand.seen == ["a"]


async def test_the_loop_takes_back_what_was_leased_before_it_began(store: Store, hands: Hands) -> None:
    task = Task("send", hand := Hand(), deadline=3600)
    before = engine(store, hands)
    await ask(store, before, orders("a", at=hands()))
    async with store.transaction() as c:
        await before._lease(c, task, hands())
    await runs_until(engine(store, hands, alone=True), [task], lambda: hand.seen == ["a"])


async def test_the_loop_hears_a_nudge_and_puts_back_what_it_was_at(store: Store, hands: Hands) -> None:
    work, begun = engine(store, hands), asyncio.Event()

    async def never_ends(job: Job) -> Outcome:
        begun.set()
        await asyncio.Event().wait()
        return Done()

    running = asyncio.create_task(work.run([Task("send", never_ends)]))
    await ask(store, work, orders("a", at=hands()))
    work.nudge()
    await begun.wait()
    await stop(running)
    hand = Hand()
    await engine(store, hands).drain([Task("send", hand)])
    assert hand.seen == ["a"]


async def test_leases_that_a_wrong_clock_gave_are_taken_back(store: Store, hands: Hands) -> None:
    task = Task("send", hand := Hand())
    wrong = engine(store, hands)
    await ask(store, wrong, orders("a", at=hands()))
    hands.turn(86_400)
    async with store.transaction() as c:
        await wrong._lease(c, task, hands())
    hands.turn(-86_400)
    await runs_until(engine(store, hands), [task], lambda: hand.seen == ["a"])


async def runs_until(work: LeaseWork, tasks: Sequence[Task], reached: Callable[[], bool]) -> None:
    running = asyncio.create_task(work.run(tasks))
    while not reached():
        await asyncio.sleep(0.005)
    await stop(running)


async def stop(running: asyncio.Task[None]) -> None:
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


WORKER = """
import asyncio, os, sys
from datetime import UTC, datetime
from bot.store import Store
from bot.work import Done, LeaseWork, Task

async def main(url, path):
    file = open(path, "a", buffering=1)
    async def write(job):
        await asyncio.sleep(0.002)
        file.write(job.key + "\\n")
        return Done()
    work = LeaseWork(await Store.open(url), lambda: datetime.now(UTC), alone=True)
    print("ready", flush=True)
    await work.run([Task("send", write, at_once=8)])

asyncio.run(main(*sys.argv[1:]))
"""


async def test_kill_9_loses_nothing(sqlite_url: str, tmp_path: Path, hands: Hands) -> None:
    store, path = await Store.open(sqlite_url), tmp_path / "written"
    keys = [str(n) for n in range(400)]
    await ask(store, engine(store, hands), orders(*keys, at=hands() - timedelta(days=2000)))
    path.touch()
    goals = [len(keys) * share // 4 for share in (1, 2, 3)]
    for goal in [*goals, None]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WORKER, sqlite_url, str(path), cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout
        assert await process.stdout.readline() == b"ready\n"
        while len(set(path.read_text().split())) < (len(keys) if goal is None else goal):
            await asyncio.sleep(0.005)
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()
    written = path.read_text().split()
    assert sorted(set(written), key=int) == keys
    assert len(written) <= len(keys) + 4 * 8 * 2  # what was under way, or done and not yet said, is done again
    await store.close()
