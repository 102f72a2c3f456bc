"""Settings of channels, and places that go or change, on both databases."""

from __future__ import annotations

from datetime import datetime

from bot.channels import Chosen
from bot.chat import Place, Space, Speaker
from bot.store import Store, channel_settings, latest, places, replies, shares, stories
from bot.store.replies import StoredReply
from tests.unit.store.conftest import ReadingOf, RefOf

SPACE = Space("web", "s1")
HERE = Place("web", "s1", "general")


async def test_a_choice_is_kept_replaced_and_taken_back(store: Store, now: datetime) -> None:
    async with store.transaction() as c:
        for value in ("off", "reaction"):
            await channel_settings.put(c, SPACE, Chosen("mode", value, "general", "Ann", now))
        await channel_settings.put(c, SPACE, Chosen("mode", "off", "", "Ben", now))
        await channel_settings.put(c, SPACE, Chosen("mode", "off", "other", "Ben", now))
        await channel_settings.put(c, Space("web", "s2"), Chosen("length", "full", "general", "Ben", now))
    async with store.reading() as c:
        kept = await channel_settings.holding(c, HERE)
        assert {(each.channel, each.value, each.by) for each in kept} == {
            ("general", "reaction", "Ann"),
            ("", "off", "Ben"),
        }
        assert [each.value for each in await channel_settings.of_space(c, SPACE)] == ["off"]
    async with store.transaction() as c:
        await channel_settings.drop(c, SPACE, "general", "mode")
        assert [each.channel for each in await channel_settings.holding(c, HERE)] == [""]


async def test_a_place_that_goes_takes_its_shares_answers_and_settings(
    store: Store, now: datetime, ann: Speaker, reading: ReadingOf, ref: RefOf
) -> None:
    async with store.transaction() as c:
        text = await stories.save(c, SPACE, reading("A text"), ["text:abc"], now)
        page = await stories.save(c, SPACE, reading("A page"), ["news.example/a"], now)
        for story, key in ((text, "text:abc"), (page, "news.example/a")):
            share = await shares.add(c, ref(f"m-{key}"), ann, "", key, now)
            assert share
            await shares.attach(c, share.id, story.id)
        await replies.save(c, StoredReply("k1", ref("b1"), "u1", now, ref("m-text:abc"), text.id))
        await replies.save(c, StoredReply("k2", ref("b2", channel="dm"), "u1", now, ref("m-text:abc"), text.id))
        await channel_settings.put(c, SPACE, Chosen("mode", "off", "general", "Ann", now))
        await places.remove(c, Place("web", "s1", "general", thread="t9"))
        assert await latest.public(c, SPACE, 5)
        await places.remove(c, HERE)
        assert await latest.public(c, SPACE, 5) == []
        assert await replies.of_message(c, ref("m-text:abc")) == []
        assert await channel_settings.holding(c, HERE) == []
        assert await stories.get(c, SPACE, text.id) is None
        assert await stories.get(c, SPACE, page.id) is not None


async def test_who_may_read_a_place_changes_for_what_was_shared_before(
    store: Store, now: datetime, ann: Speaker, reading: ReadingOf, ref: RefOf
) -> None:
    async with store.transaction() as c:
        story = await stories.save(c, SPACE, reading("A page"), ["news.example/a"], now)
        for message in (ref("m1"), ref("m2", thread="t1")):
            share = await shares.add(c, message, ann, "", "news.example/a", now)
            assert share
            await shares.attach(c, share.id, story.id)
        for private, seen in ((True, []), (False, ["m1"])):
            await places.change(c, Place("web", "s1", "general", private=private))
            found = await latest.public(c, SPACE, 5)
            assert [message.id for _, message in found] == seen
            noted = [await shares.of_message(c, ref(name)) for name in ("m1", "m2")]
            assert [each[0].ref.place.private for each in noted] == [private, True]
