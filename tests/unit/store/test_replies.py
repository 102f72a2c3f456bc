"""The bot finds its own messages again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat import MessageRef, Speaker
from bot.model import Reading
from bot.store import Store, replies, shares, stories
from bot.store.replies import StoredReply

RefOf = Callable[..., MessageRef]
ReadingOf = Callable[[str], Reading]


async def test_a_reply_is_found_by_its_place_its_key_and_what_it_answers(
    store: Store, ref: RefOf, reading: ReadingOf, ann: Speaker, now: datetime
) -> None:
    asked = ref("m1", thread="t1", private=True)
    async with store.transaction() as c:
        story = await stories.save(c, asked.place.tenant, reading("Bridge"), ["k"], now)
        share = await shares.add(c, asked, ann, "https://k", "k", now)
        assert share is not None
        reply = StoredReply("reply-1", ref("b1", direct=True), "u1", now, asked, story.id, share.id)
        await replies.save(c, reply)
    async with store.reading() as c:
        assert await replies.at(c, ref("b1")) == reply
        assert await replies.by_key(c, "web", "reply-1") == reply
        assert await replies.by_key(c, "slack", "reply-1") is None
        assert await replies.of_message(c, asked) == [reply]
        assert await replies.at(c, asked) is None


async def test_a_reply_saved_again_is_replaced(store: Store, ref: RefOf, now: datetime) -> None:
    first = StoredReply("reply-1", ref("b1"), "u1", now, ref("m1"))
    moved = replace(first, ref=ref("b2"), answers=None, at=now + timedelta(seconds=1))
    async with store.transaction() as c:
        await replies.save(c, first)
        await replies.save(c, moved)
        assert await replies.by_key(c, "web", "reply-1") == moved
        assert await replies.at(c, ref("b1")) is None
        assert await replies.of_message(c, ref("m1")) == []


async def test_all_replies_to_a_message_in_their_order(store: Store, ref: RefOf, now: datetime) -> None:
    several = [StoredReply(f"k{n}", ref(f"b{n}"), "u1", now, ref("m1")) for n in (2, 1, 3)]
    async with store.transaction() as c:
        for reply in several:
            await replies.save(c, reply)
        await replies.save(c, StoredReply("other", ref("b9"), "u1", now, ref("m1", channel="random")))
        assert await replies.of_message(c, ref("m1")) == several


async def test_the_newest_reply_at_a_message_counts_and_all_are_forgotten(
    store: Store, ref: RefOf, now: datetime
) -> None:
    old = StoredReply("k1", ref("b1"), "u1", now)
    new = StoredReply("k2", ref("b1"), "u2", now + timedelta(minutes=1))
    async with store.transaction() as c:
        await replies.save(c, new)
        await replies.save(c, old)
        assert await replies.at(c, ref("b1")) == new
        await replies.remove(c, ref("b1"))
        assert await replies.at(c, ref("b1")) is None


async def test_a_reply_outlives_its_share_and_can_come_after_it(
    store: Store, ref: RefOf, ann: Speaker, now: datetime
) -> None:
    async with store.transaction() as c:
        share = await shares.add(c, ref("m1"), ann, "https://k", "k", now)
        assert share is not None
        reply = StoredReply("k1", ref("b1"), "u1", now, ref("m1"), share_id=share.id)
        await replies.save(c, reply)
        await shares.remove(c, [share.id])
        assert await replies.at(c, ref("b1")) == replace(reply, share_id=None)
        late = replace(reply, key="k2", ref=ref("b2"), story_id=4711)
        await replies.save(c, late)
        assert await replies.at(c, ref("b2")) == replace(late, share_id=None, story_id=None)
