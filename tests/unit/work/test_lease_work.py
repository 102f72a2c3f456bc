"""Work is carried out at its time, tried again, given up with a reason, and never lost with the process that did it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import SendLater, StoreError
from bot.store import Store
from bot.work import Done, GiveUp, Job, Later, LeaseWork, Order, Outcome, Retries, Task
from tests.unit.work.conftest import Hands

ROOT = Path(__file__).parents[3]


def engine(store: Store, hands: Hands, *, alone: bool = False) -> LeaseWork:
    return LeaseWork(store, hands, alone=alone, chance=lambda: 1.0)


def orders(*keys: str, at: datetime, lane: str = "") -> list[Order]:
    return [Order("send", key, at, f"what {key} is", lane) for key in keys]


async def ask(store: Store, work: LeaseWork, asked: Sequence[Order]) -> None:
    async with store.transaction() as c:
        await work.add(c, asked)


class Hand:
    """Carries jobs out as `how` says, and remembers them."""

    def __init__(self, how: Callable[[Job], Awaitable[Outcome]] | None = None) -> None:
        self.seen: list[str] = []
        self._how = how

    async def __call__(self, job: Job) -> Outcome:
        self.seen.append(job.key)
        return await self._how(job) if self._how else Done()


async def test_what_is_due_is_done_once_and_what_is_not_waits(store: Store, hands: Hands) -> None:
    work, hand = engine(store, hands), Hand()
    await ask(store, work, [*orders("a", "b", at=hands()), *orders("later", at=hands() + timedelta(minutes=5))])
    assert await work.drain([Task("send", hand)]) == 2
    assert sorted(hand.seen) == ["a", "b"]
    hands.turn(301)
    await work.drain([Task("send", hand)])
    await work.drain([Task("send", hand)])
    assert hand.seen[2:] == ["later"]


async def test_an_order_of_a_transaction_that_fails_was_never_given(store: Store, hands: Hands) -> None:
    work, hand = engine(store, hands), Hand()

    async def fails_after_asking() -> None:
        async with store.transaction() as c:
            await work.add(c, orders("a", at=hands()))
            raise StoreError("the rest of it failed")

    with pytest.raises(StoreError):
        await fails_after_asking()
    assert await work.drain([Task("send", hand)]) == 0


async def test_the_same_order_twice_is_one_and_keeps_the_earlier_time(store: Store, hands: Hands) -> None:
    work, hand = engine(store, hands), Hand()
    await ask(store, work, orders("a", at=hands() + timedelta(hours=1)))
    await ask(store, work, orders("a", at=hands()))
    await ask(store, work, orders("a", at=hands() + timedelta(hours=2)))
    await work.drain([Task("send", hand)])
    assert hand.seen == ["a"]


async def test_asked_for_again_while_it_is_done_it_is_done_once_more(store: Store, hands: Hands) -> None:
    work = engine(store, hands)

    async def asks_again(job: Job) -> Outcome:
        if len(hand.seen) == 1:
            await ask(store, work, orders("a", at=hands()))
        return Done()

    hand = Hand(asks_again)
    await ask(store, work, orders("a", at=hands()))
    await work.drain([Task("send", hand)])
    assert hand.seen == ["a", "a"]


async def test_a_failure_is_tried_again_ever_later_and_then_given_up_with_its_reason(
    store: Store, hands: Hands
) -> None:
    async def fails(job: Job) -> Outcome:
        raise SendLater(3)

    work, hand = engine(store, hands), Hand(fails)
    task = Task("send", hand, retries=Retries(attempts=3, first=10))
    await ask(store, work, orders("a", at=hands()))
    for seconds in (0, 9.9, 0.2, 19.8, 0.3):
        hands.turn(seconds)
        await work.drain([task])
    assert len(hand.seen) == 3
    async with store.reading() as c:
        [lost] = await work.given_up(c)
    assert (lost.kind, lost.key, lost.reason) == ("send", "a", "3 attempts; the last: send again in 3.0 s")
    hands.turn(1_000_000)
    assert await work.drain([task]) == 0
    await ask(store, work, orders("a", at=hands()))
    await work.drain([task])
    assert len(hand.seen) == 4
    async with store.reading() as c:
        assert await work.given_up(c) == []


async def test_a_handler_may_give_up_at_once(store: Store, hands: Hands) -> None:
    async def refuses(job: Job) -> Outcome:
        return GiveUp("the channel is gone")

    work = engine(store, hands)
    await ask(store, work, orders("a", at=hands()))
    await work.drain([Task("send", refuses)])
    async with store.reading() as c:
        assert [lost.reason for lost in await work.given_up(c)] == ["the channel is gone"]


async def test_what_nobody_raised_on_purpose_is_told_by_its_name_only(store: Store, hands: Hands) -> None:
    async def breaks(job: Job) -> Outcome:
        raise ValueError("xoxb-secret")

    work = engine(store, hands)
    await ask(store, work, orders("a", at=hands()))
    await work.drain([Task("send", breaks, retries=Retries(attempts=1))])
    async with store.reading() as c:
        assert [lost.reason for lost in await work.given_up(c)] == ["1 attempts; the last: ValueError"]


async def test_postponed_is_not_failed(store: Store, hands: Hands) -> None:
    async def not_yet(job: Job) -> Outcome:
        assert job.attempt == 1
        return Later(30, "quiet hours") if len(hand.seen) < 5 else Done()

    work, hand = engine(store, hands), Hand(not_yet)
    await ask(store, work, orders("a", at=hands()))
    for _ in range(6):
        await work.drain([Task("send", hand, retries=Retries(attempts=2))])
        hands.turn(31)
    assert len(hand.seen) == 5


async def test_a_round_that_never_ends(store: Store, hands: Hands) -> None:
    async def every_minute(job: Job) -> Outcome:
        return Done(again=hands() + timedelta(minutes=1))

    work, hand = engine(store, hands), Hand(every_minute)
    await ask(store, work, orders("a", at=hands()))
    for _ in range(10):
        await work.drain([Task("send", hand)])
        hands.turn(60)
    assert len(hand.seen) == 10


async def test_a_job_that_hangs_is_cancelled_and_tried_again(store: Store, hands: Hands) -> None:
    async def hangs(job: Job) -> Outcome:
        if len(hand.seen) == 1:
            await asyncio.Event().wait()
        return Done()

    work, hand = engine(store, hands), Hand(hangs)
    await ask(store, work, orders("a", at=hands()))
    task = Task("send", hand, deadline=0.01, retries=Retries(first=1))
    await work.drain([task])
    hands.turn(2)
    await work.drain([Task("send", hand)])
    assert len(hand.seen) == 2


async def test_of_a_lane_one_at_a_time_and_in_order_while_others_pass(store: Store, hands: Hands) -> None:
    together: list[int] = []
    busy = 0

    async def slowly(job: Job) -> Outcome:
        nonlocal busy
        busy += job.lane == "slow"
        together.append(busy)
        await asyncio.sleep(0)
        busy -= job.lane == "slow"
        return Done()

    work, hand = engine(store, hands), Hand(slowly)
    await ask(store, work, orders(*(f"s{n}" for n in range(30)), at=hands(), lane="slow"))
    await ask(store, work, orders("quick", at=hands(), lane="other"))
    await work.drain([Task("send", hand, at_once=5)])
    assert [key for key in hand.seen if key != "quick"] == [f"s{n}" for n in range(30)]
    assert max(together) == 1
    assert hand.seen.index("quick") <= 2


async def test_a_retry_does_not_hold_up_its_lane(store: Store, hands: Hands) -> None:
    async def first_fails(job: Job) -> Outcome:
        if job.key == "a":
            raise SendLater(1)
        return Done()

    work, hand = engine(store, hands), Hand(first_fails)
    await ask(store, work, orders("a", "b", at=hands(), lane="x"))
    await work.drain([Task("send", hand)])
    assert hand.seen == ["a", "b"]


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
