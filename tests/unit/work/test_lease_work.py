"""Work is carried out at its time, tried again, given up with a reason, and never lost with the process that did it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.errors import SendLater, StoreError
from bot.store import Store
from bot.work import Done, GiveUp, Job, Later, Outcome, Retries, Task
from tests.unit.work.conftest import Hands
from tests.unit.work.hand import Hand, ask, engine, orders


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
