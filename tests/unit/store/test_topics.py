"""What channels follow, as both databases keep it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.alerts.quiet import Quiet
from bot.alerts.rhythm import Mode, Rhythm
from bot.alerts.topic import Delivery, State, Topic
from bot.chat import MessageRef, Place, Speaker
from bot.store import Store, places, retention, spaces, topics

TopicOf = Callable[..., Topic]
DELIVERY = Delivery(Rhythm(Mode.DAILY, time(8)), "Europe/Berlin", Quiet(time(22), time(7)), 3, updates=False)


@pytest.fixture
def topic(ref: Callable[..., MessageRef], now: datetime) -> TopicOf:
    """A topic: `topic("taiwan", State.DRAFT, channel="random")`."""

    def make(query: str = "taiwan", state: State = State.LIVE, **place: object) -> Topic:
        where = ref("m", **place).place
        return Topic(0, where, query, DELIVERY, state, Speaker("web", "u1", "Ann"), now, locale="de")

    return make


async def test_a_topic_reads_back_as_it_was_written(store: Store, topic: TopicOf, now: datetime) -> None:
    muted = replace(topic(thread="t1", private=True), state=State.MUTED, muted_until=now, last_digest=now, trouble="x")
    async with store.transaction(durable=True) as c:
        kept = await topics.add(c, muted, now)
    async with store.reading() as c:
        assert await topics.get(c, kept.place.tenant, kept.id) == replace(muted, id=kept.id)
        assert await topics.here(c, kept.place) == [kept]
        assert await topics.spaces(c) == [kept.place.tenant]


async def test_one_that_stands_is_left_and_one_that_was_dropped_is_taken_up(
    store: Store, topic: TopicOf, now: datetime
) -> None:
    async with store.transaction() as c:
        standing = await topics.add(c, topic(), now)
        assert await topics.add(c, topic("TAIWAN", State.DRAFT), now) == standing
        await topics.save(c, replace(standing, state=State.GONE), now)
        again = await topics.add(c, topic("Taiwan"), now)
        assert (again.id, again.state) == (standing.id, State.LIVE)
        assert (await topics.add(c, topic(thread="t1"), now)).id != standing.id


async def test_what_changed_is_told_once_and_revisions_never_fall_back(
    store: Store, topic: TopicOf, now: datetime
) -> None:
    space = topic().place.tenant
    async with store.transaction() as c:
        first = await topics.add(c, topic("one"), now)
        draft = await topics.add(c, topic("two", State.DRAFT), now)
        changes = await topics.changed(c, space, 0)
        assert [one.query for _, one in changes] == ["one", "two"]
        seen = changes[-1][0]
        await topics.clear(c, draft.id)
        third = await topics.add(c, topic("three"), now - timedelta(days=3))
        assert [one.id for _, one in await topics.changed(c, space, seen)] == [third.id]
        await topics.save(c, replace(first, state=State.GONE), now)
        assert [one.query for _, one in await topics.changed(c, space, seen)] == ["three", "one"]
        assert [one.query for one in await topics.of_space(c, space)] == ["three"]
        assert await topics.many(c, space, [first.id, third.id]) == [third]


async def test_trouble_is_news_once_until_it_is_over(store: Store, topic: TopicOf, now: datetime) -> None:
    async with store.transaction() as c:
        kept = await topics.add(c, topic(), now)
        assert await topics.failed(c, kept.id, "no access")
        assert not await topics.failed(c, kept.id, "no access")
        await topics.well(c, [kept.id])
        assert await topics.failed(c, kept.id, "no access")


async def test_a_place_that_goes_takes_its_topics_and_one_that_is_sealed_seals_them(
    store: Store, topic: TopicOf, now: datetime
) -> None:
    async with store.transaction() as c:
        here, other = await topics.add(c, topic(), now), await topics.add(c, topic(channel="random"), now)
        await places.change(c, replace(other.place, private=True))
        assert [one.place.private for one in await topics.here(c, other.place)] == [True]
        await places.remove(c, here.place)
        assert await topics.of_space(c, here.place.tenant) == [replace(other, place=replace(other.place, private=True))]
        await spaces.remove(c, other.place.tenant)
        assert await topics.spaces(c) == []


async def test_drafts_and_dropped_topics_go_after_days(store: Store, topic: TopicOf, now: datetime) -> None:
    async with store.transaction() as c:
        await topics.add(c, topic("standing"), now - timedelta(days=400))
        await topics.add(c, topic("draft", State.DRAFT), now - timedelta(days=2))
        await topics.add(c, topic("fresh draft", State.DRAFT), now)
        await topics.add(c, topic("gone", State.GONE), now - timedelta(days=8))
        assert (await retention.expire(c, None, now=now)).topics == 2
        assert [one.query for one in await topics.of_space(c, Place("web", "s1", "general").tenant)] == ["standing"]
