"""What was shared in one space never shows in another, and goes when the bot is removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.chat import MessageRef, Space, Speaker
from bot.model import CachedPage, Reading
from bot.store import Connection, Store, replies, shares, spaces, stories
from bot.store.pages import Pages
from bot.store.replies import StoredReply

KEY, URL = "news.example/bridge", "https://news.example/bridge"
RefOf = Callable[..., MessageRef]
ReadingOf = Callable[[str], Reading]
ONE, TWO, NAMESAKE = Space("web", "s1"), Space("web", "s2"), Space("slack", "s1")


async def shared(c: Connection, ref: MessageRef, reading: Reading, now: datetime) -> int:
    """The same link posted and briefed in a space, in channels and messages of the same names; the story's id."""
    speaker = Speaker(ref.place.platform, "u1", "Ann")
    story = await stories.save(c, ref.place.tenant, reading, [KEY], now)
    share = await shares.add(c, ref, speaker, URL, KEY, now)
    assert share is not None
    assert await shares.attach(c, share.id, story.id)
    own = MessageRef(ref.place, "b" + ref.id)
    await replies.save(c, StoredReply("k" + ref.place.space, own, "u1", now, ref, story.id, share.id))
    return story.id


@pytest.mark.parametrize("other", [TWO, NAMESAKE])
async def test_the_same_link_in_two_spaces_is_two_stories(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime, other: Space
) -> None:
    here, there = ref("m1"), ref("m1", platform=other.platform, space=other.id)
    async with store.transaction() as c:
        story = await shared(c, here, reading("Bridge"), now)
        assert await stories.find(c, other, [KEY]) is None
        assert await stories.get(c, other, story) is None
        assert not await stories.add_keys(c, other, story, ["more"])
        assert await shares.of_message(c, there) == []
        assert await shares.first(c, there.place, story) is None
        assert await shares.first_public(c, other, story, "elsewhere") is None
        assert await shares.latest(c, there.place) is None
        assert await replies.at(c, MessageRef(there.place, "bm1")) is None
        assert await replies.of_message(c, there) == []
        foreign = await shares.add(c, there, Speaker(other.platform, "u1", "Ann"), URL, KEY, now)
        assert foreign is not None
        assert not await shares.attach(c, foreign.id, story)
        own = await stories.save(c, other, reading("Tunnel"), [KEY], now)
        assert own.id != story
        found = await stories.find(c, ONE, [KEY])
    assert found is not None
    assert found.reading.article.title == "Bridge"


async def test_a_removed_space_leaves_nothing_and_takes_nothing_else(
    store: Store, ref: RefOf, reading: ReadingOf, page: Callable[..., CachedPage], now: datetime
) -> None:
    await Pages(store).keep("public", page())
    places = {ONE: ref("m1"), TWO: ref("m1", space="s2"), NAMESAKE: ref("m1", platform="slack")}
    async with store.transaction() as c:
        ids = {space: await shared(c, where, reading("Bridge"), now) for space, where in places.items()}
        whisper = StoredReply("whisper", ref("w1", space="", channel="dm", direct=True), "u1", now, places[ONE])
        await replies.save(c, whisper)
        await spaces.remove(c, ONE)
    async with store.reading() as c:
        assert await stories.find(c, ONE, [KEY]) is None
        assert await shares.of_message(c, places[ONE]) == []
        assert await replies.of_message(c, places[ONE]) == []
        assert await replies.at(c, whisper.ref) is None
        for space in (TWO, NAMESAKE):
            assert await stories.get(c, space, ids[space])
            assert len(await shares.of_message(c, places[space])) == 1
            assert len(await replies.of_message(c, places[space])) == 1
    assert await Pages(store).find("public")


async def test_a_removed_spaces_story_ids_are_never_given_again(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        old = await shared(c, ref("m1"), reading("Bridge"), now)
        await spaces.remove(c, ONE)
        assert await shared(c, ref("m1"), reading("Tunnel"), now) > old
