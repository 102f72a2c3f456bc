"""Groups of stories, and what is to be told of them, as both databases keep it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.alerts.note import Note
from bot.alerts.plan import Sent
from bot.alerts.topic import Delivery, State, Topic
from bot.chat import MessageRef, Space, Speaker
from bot.model import Reading, Story
from bot.store import Connection, Store, groups, outbox, shares, stories, topics
from bot.store.entries import Entry, Kind, Lane, alert_key, update_key
from bot.store.entries import State as Standing
from bot.store.groups import Grouped, Tally
from bot.topics import Field, Reason

SPACE = Space("web", "s1")
LANE = Lane("web", "s1", "general")
NOTE = Note((Reason("bridge", Field.BODY, 2, "bridges"),), ("It reopened.",))


@dataclass
class Desk:
    """A topic, and stories in groups of their own."""

    c: Connection
    topic: Topic
    now: datetime
    reading: Callable[[str], Reading]

    async def story(self, name: str, *, from_feed: bool = True, group: int = 0, **more: object) -> tuple[Story, int]:
        story = await stories.save(self.c, SPACE, self.reading(name), [name], self.now)
        group = group or await groups.start(self.c, SPACE, self.now)
        item = Grouped(0, group, story.id, None, f"{name}.example", "", from_feed, b"\x01", self.now)
        await groups.put(self.c, SPACE, replace(item, **more))  # type: ignore[arg-type]
        return story, group

    def alert(self, story: Story, group: int, **more: object) -> Entry:
        key = alert_key(self.topic.id, group)
        entry = Entry(
            0, key, self.topic.place, Kind.STORY, self.topic.id, group, story.id, NOTE, Standing.DUE, self.now, self.now
        )
        return replace(entry, **more)  # type: ignore[arg-type]


DeskOf = Callable[[Connection], Awaitable[Desk]]


@pytest.fixture
def desk(ref: Callable[..., MessageRef], now: datetime, reading: Callable[[str], Reading]) -> DeskOf:
    async def make(c: Connection) -> Desk:
        topic = Topic(0, ref().place, "bridge", Delivery(), State.LIVE, Speaker("web", "u1", "Ann"), now)
        return Desk(c, await topics.add(c, topic, now), now, reading)

    return make


async def test_an_alert_is_kept_once_and_reads_back(store: Store, desk: DeskOf, now: datetime) -> None:
    async with store.transaction() as c:
        d = await desk(c)
        story, group = await d.story("one")
        entry = d.alert(story, group)
        assert await outbox.add(c, [entry, entry]) == {entry.key}
        assert await outbox.add(c, [entry]) == frozenset()
        (kept,) = await outbox.due(c, LANE, now, 10)
        assert replace(kept, id=0) == entry
        assert await outbox.lanes(c) == [(LANE, now)]


async def test_what_was_sent_is_due_no_more_and_counts_against_the_hour(
    store: Store, desk: DeskOf, now: datetime
) -> None:
    async with store.transaction() as c:
        d = await desk(c)
        await outbox.add(c, [d.alert(*(await d.story(name))) for name in ("one", "two", "three")])
        one, two, three = await outbox.due(c, LANE, now, 10)
        await outbox.begin(c, [two.id, three.id], f"digest:{two.key}")
        await outbox.sent(c, [(one.id, "b1"), (two.id, "b2"), (three.id, "b2")], now)
        assert await outbox.waiting(c) == 0
        assert await outbox.recent(c, [d.topic.id], now - timedelta(hours=1)) == {d.topic.id: Sent(2, now)}
        assert await outbox.heard(c, [d.topic.id], now - timedelta(days=7)) == {d.topic.id: 3}
        told = await outbox.told(c, d.topic.place, one.group_id or 0)
        assert told is not None
        assert told.ref == MessageRef(d.topic.place, "b1")


async def test_what_is_put_off_is_due_later_and_what_failed_says_why(store: Store, desk: DeskOf, now: datetime) -> None:
    later = now + timedelta(hours=8)
    async with store.transaction() as c:
        d = await desk(c)
        await outbox.add(c, [d.alert(*(await d.story(name))) for name in ("one", "two")])
        one, two = await outbox.due(c, LANE, now, 10)
        await outbox.postpone(c, [one.id], later)
        await outbox.again(c, [two.id], later, "no line")
        assert await outbox.due(c, LANE, now, 10) == []
        assert await outbox.next_due(c, LANE, now) == later
        held, failed = await outbox.due(c, LANE, later, 10)
        assert (held.held, failed.attempts, failed.reason) == (True, 1, "no line")
        await outbox.end(c, [two.id], Standing.DEAD, "given up")
        assert await outbox.reschedule(c, d.topic.id, now)
        await outbox.drop(c, d.topic.id)
        assert await outbox.waiting(c) == 0


async def test_how_often_a_topic_was_told_what_is_new(store: Store, desk: DeskOf, now: datetime) -> None:
    async with store.transaction() as c:
        d = await desk(c)
        story, group = await d.story("one")
        for number in range(2):
            key = update_key(d.topic.id, group, number)
            await outbox.add(c, [d.alert(story, group, key=key, kind=Kind.UPDATE)])
        assert await outbox.updates(c, group, now - timedelta(days=1)) == {d.topic.id: 2}
        assert await outbox.updates(c, group, now) == {}
        assert await outbox.of_group(c, group) == []


async def test_who_told_a_story_counts_only_what_everyone_may_hear(
    store: Store, desk: DeskOf, now: datetime, ref: Callable[..., MessageRef], ann: Speaker
) -> None:
    async with store.transaction() as c:
        d = await desk(c)
        first, group = await d.story("one", wire="AFP")
        await d.story("two", group=group, copy_of=1, wire="AFP")
        private, _ = await d.story("three", group=group, from_feed=False)
        public, _ = await d.story("four", group=group, from_feed=False)
        for story, place in ((private, {"channel": "editors", "private": True}), (public, {"channel": "random"})):
            share = await shares.add(c, ref(f"m{story.id}", **place), ann, "u", f"k{story.id}", now)
            assert share is not None
            await shares.attach(c, share.id, story.id)
        told = await groups.visible(c, SPACE, [group])
        assert groups.tally(told) == Tally(("one.example", "two.example", "four.example"), 2, "AFP")
        assert {article.story_id for article in told} >= {first.id, public.id}
        known = await groups.since(c, ref("x").place, now - timedelta(days=7), 10)
        assert private.id not in [story.id for story, _ in known]
        here = await groups.since(c, ref("x", channel="editors").place, now - timedelta(days=7), 10)
        assert private.id in [story.id for story, _ in here]


async def test_clustering_reads_on_where_it_was_and_forgets_what_is_old(
    store: Store, desk: DeskOf, now: datetime
) -> None:
    async with store.transaction() as c:
        d = await desk(c)
        story, group = await d.story("one")
        (first,) = await groups.newer(c, SPACE, 0, now)
        await d.story("two", group=group)
        (second,) = await groups.newer(c, SPACE, first.id, now)
        assert (second.group_id, second.traits) == (group, b"\x01")
        assert await groups.started(c, group) == now
        assert await groups.forget_traits(c, now + timedelta(days=15)) == 2
        await groups.fed(c, story.id)
        assert await groups.expire(c, now + timedelta(days=100)) == 1
        assert await groups.of_story(c, SPACE, story.id) is None
