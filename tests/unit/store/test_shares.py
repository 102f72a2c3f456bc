"""Who shared a story first, where, and which link was the last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.chat import MessageRef, Speaker
from bot.model import Reading
from bot.store import Connection, Store, groups, shares, stories
from bot.store.groups import Grouped
from bot.store.shares import Share

KEY, URL = "news.example/bridge", "https://news.example/bridge?utm=1"
RefOf = Callable[..., MessageRef]
ReadingOf = Callable[[str], Reading]


async def told(c: Connection, ref: MessageRef, at: datetime, story_id: int | None, who: str = "Ann") -> Share:
    share = await shares.add(c, ref, Speaker("web", who, who), URL, KEY, at)
    assert share is not None
    if story_id is not None:
        assert await shares.attach(c, share.id, story_id)
    return share


async def test_a_link_of_a_message_is_noted_once(store: Store, ref: RefOf, ann: Speaker, now: datetime) -> None:
    where = ref("m1", thread="t1", private=True)
    async with store.transaction() as c:
        first = await shares.add(c, where, ann, URL, KEY, now)
        assert await shares.add(c, where, ann, URL, KEY, now) is None
        other = await shares.add(c, where, ann, URL, "other", now)
        assert await shares.add(c, ref("m2"), ann, URL, KEY, now)
        assert await shares.of_message(c, where) == [first, other]
        assert await shares.of_message(c, ref("m1", thread=None)) == [first, other]
        assert await shares.of_message(c, ref("m3")) == []


async def test_a_share_comes_back_whole(store: Store, ref: RefOf, now: datetime) -> None:
    where = ref("m1", thread="t1", private=True, direct=True)
    long_key = "news.example/" + "ü" * 4000
    async with store.transaction() as c:
        await shares.add(c, where, Speaker("web", "u1", "Zoë 🦊", can_manage=True), URL, long_key, now)
        [share] = await shares.of_message(c, where)
    assert share == Share(share.id, where, Speaker("web", "u1", "Zoë 🦊"), URL, long_key, None, now)


async def test_the_first_share_of_a_story_in_a_channel(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        story = await stories.save(c, ref().place.tenant, reading("Bridge"), [KEY], now)
        assert await shares.first(c, ref().place, story.id) is None
        await told(c, ref("m2", thread="t9"), now, story.id, "Bob")
        await told(c, ref("m0"), now - timedelta(minutes=5), story.id, "Ann")
        await told(c, ref("m1", channel="random"), now - timedelta(minutes=9), story.id, "Cid")
        await told(c, ref("m9"), now - timedelta(minutes=99), None, "Dan")
        first = await shares.first(c, ref("x", thread="t2").place, story.id)
    assert first is not None
    assert (first.speaker.name, first.ref, first.story_id) == ("Ann", ref("m0"), story.id)


async def test_the_first_public_share_is_never_a_private_one(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    space = ref().place.tenant
    async with store.transaction() as c:
        story = await stories.save(c, space, reading("Bridge"), [KEY], now)
        await told(c, ref("m1", channel="board", private=True), now - timedelta(hours=3), story.id)
        await told(c, ref("m2", channel="dm", direct=True), now - timedelta(hours=2), story.id)
        await told(c, ref("m3", channel="general"), now - timedelta(hours=1), story.id)
        assert await shares.first_public(c, space, story.id, "general") is None
        public = await told(c, ref("m4", channel="random"), now, story.id)
        found = await shares.first_public(c, space, story.id, "general")
    assert found is not None
    assert found.id == public.id


async def test_the_latest_link_of_a_channel(store: Store, ref: RefOf, now: datetime) -> None:
    async with store.transaction() as c:
        assert await shares.latest(c, ref().place) is None
        await told(c, ref("m1"), now, None)
        newest = await told(c, ref("m2", thread="t1"), now, None)
        await told(c, ref("m0"), now - timedelta(days=1), None)
        await told(c, ref("m3", channel="random"), now + timedelta(days=1), None)
        assert await shares.latest(c, ref().place) == newest


async def test_removed_links_are_gone(store: Store, ref: RefOf, now: datetime) -> None:
    async with store.transaction() as c:
        gone, stays = await told(c, ref("m1"), now, None), await told(c, ref("m2"), now, None)
        await shares.remove(c, [])
        await shares.remove(c, [gone.id])
        assert await shares.of_message(c, ref("m1")) == []
        assert await shares.latest(c, ref().place) == stays


async def test_a_share_that_went_meanwhile_takes_no_story(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        story = await stories.save(c, ref().place.tenant, reading("Bridge"), [KEY], now)
        share = await told(c, ref("m1"), now, None)
        await shares.remove(c, [share.id])
        assert not await shares.attach(c, share.id, story.id)
        assert not await shares.attach(c, share.id, story.id + 1)


async def test_a_group_is_heard_once_in_each_channel_from_each_outlet(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    """However often it is pasted again."""
    space = ref().place.tenant
    async with store.transaction() as c:
        one = await stories.save(c, space, reading("Bridge"), [KEY], now)
        two = await stories.save(c, space, reading("Bridge again"), ["other"], now)
        group = await groups.start(c, space, now)
        for story in (one, two):
            await groups.put(c, space, Grouped(0, group, story.id, None, "Courier", "", False, b"", now))
        first = await told(c, ref("m1"), now, one.id)
        again = [await told(c, ref(f"n{n}"), now + timedelta(minutes=n), one.id) for n in range(1, 5)]
        there = await told(c, ref("m2", channel="random"), now + timedelta(minutes=9), one.id)
        other = await told(c, ref("m3"), now + timedelta(minutes=10), two.id)
        heard = await shares.of_group(c, space, group)
    assert len(again) == 4
    assert [share.id for share in heard] == [first.id, there.id, other.id]
