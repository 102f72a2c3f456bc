"""People choose “Brief this” or “Who's who” in the menu of a message, and press More and Less under a briefing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import App, Parts, assemble, utc_now
from bot.chat import MessageRef, Speaker, Tone, Working
from bot.store import retention
from tests.scenario.test_paste_text import DUMP
from tests.scenario.test_receipts import points
from tests.site import SENTENCES, Site
from tests.talk import JONAS, MARA, NEWSROOM, Talk, kinds, text

OLD = MessageRef(NEWSROOM, "before the bot came")
AIKO = Speaker("test", "u3", "Aiko Tanaka")


async def test_brief_this_answers_any_message_in_the_channel(talk: Talk, site: Site) -> None:
    await talk.sets(mode="off")
    [reply] = await talk.chooses("brief", OLD, f"look: {site.story('/bridge')}", author=AIKO)
    assert reply.card.tone is Tone.BRIEFING
    assert reply.private_to is None
    assert reply.in_reply_to == OLD
    await talk.sets(mode="automatic")
    _, [pointer] = await talk.says(site.url("/bridge"))
    assert "Aiko Tanaka" in text(pointer.card)


async def test_brief_this_is_the_briefing_even_where_another_message_brought_the_story(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), who=MARA)
    [reply] = await talk.chooses("brief", OLD, site.url("/bridge"), author=AIKO)
    assert reply.card.tone is Tone.BRIEFING
    assert "First shared by Mara Lind" in text(reply.card)


async def test_brief_this_a_second_time_shows_it_to_who_asks(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    [shown] = await talk.chooses("brief", ref, site.url("/bridge"), who=MARA)
    assert shown.private_to == MARA
    assert shown.card.tone is Tone.BRIEFING


async def test_brief_this_on_the_bots_own_card_shows_the_story(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    [shown] = await talk.chooses("brief", talk.answer_to(ref), "", who=MARA)
    assert shown.private_to == MARA
    assert shown.card.title.startswith("Eastmouth")


async def test_a_text_without_a_link_is_briefed_and_too_little_is_told(talk: Talk) -> None:
    assert kinds(await talk.chooses("brief", OLD, DUMP)) == [Tone.BRIEFING]
    short = " ".join(SENTENCES[:3]).format(place="Eastmouth")
    assert kinds(await talk.chooses("brief", MessageRef(NEWSROOM, "m-short"), short)) == [Tone.BRIEFING]
    [told] = await talk.chooses("brief", MessageRef(NEWSROOM, "m-talk"), "good morning", who=MARA)
    assert told.private_to == MARA
    assert "no link in that message" in text(told.card)


@pytest.mark.parametrize("action", ["brief", "who"])
async def test_a_page_that_cannot_be_read_is_told_privately(talk: Talk, site: Site, action: str) -> None:
    [told] = await talk.chooses(action, OLD, site.url("/missing"), who=MARA)
    assert told.private_to == MARA
    assert told.card.tone is Tone.PROBLEM


async def test_whos_who_is_for_who_asks_and_says_so_before_it_reads(talk: Talk, site: Site) -> None:
    [shown] = await talk.chooses("who", OLD, site.story("/bridge"), who=MARA)
    assert shown.private_to == MARA
    assert "Ines Calder" in text(shown.card)
    assert talk.other == [Working(NEWSROOM, private=True)]
    _, [briefing] = await talk.says(site.url("/bridge"))
    assert "First shared" not in text(briefing.card)


async def test_whos_who_on_the_bots_own_card(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    [shown] = await talk.chooses("who", talk.answer_to(ref), "")
    assert "Ines Calder" in text(shown.card)


async def test_more_and_less_change_the_standing_card_for_who_asked(talk: Talk, parts: Parts, site: Site) -> None:
    ref, [briefing] = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    async with assemble(parts.settings) as again:
        talk.app = App(again)
        assert await talk.presses(standing, "More", who=JONAS) == []
        assert points(talk.shown[standing].card.body) > points(briefing.card.body)
        await talk.presses(standing, "Less", who=MARA)
        assert talk.shown[standing].card == briefing.card
        await talk.presses(standing, "Delete", who=JONAS)
    assert standing not in talk.shown


async def test_more_works_under_a_briefing_of_last_month(talk: Talk, parts: Parts, site: Site) -> None:
    ref, [briefing] = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    later = utc_now() + timedelta(days=31)
    async with assemble(parts.settings, clock=lambda: later) as again:
        async with again.store.transaction() as c:
            await retention.expire(c, later - timedelta(days=90), now=later)
        talk.app = App(again)
        assert await talk.presses(standing, "More", who=JONAS) == []
    assert points(talk.shown[standing].card.body) > points(briefing.card.body)


async def test_more_shows_the_whole_briefing_to_anyone_else_alone(talk: Talk, site: Site) -> None:
    ref, [briefing] = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    [more] = await talk.presses(standing, "More", who=AIKO)
    assert more.private_to == AIKO
    assert points(more.card.body) > points(briefing.card.body)
    assert talk.shown[standing].card == briefing.card


async def test_more_keeps_the_word_on_who_brought_it(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), who=MARA)
    [_] = await talk.calls("brief", site.url("/bridge"), who=JONAS)
    standing = list(talk.shown)[-1]
    await talk.presses(standing, "More", who=JONAS)
    assert "First shared by Mara Lind" in text(talk.shown[standing].card)
