"""A channel is off, waits for a reaction, or is automatic; machines post, and the bot is addressed by name."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.chat import HidePreview, ReactionAdded, Tone
from tests.site import SENTENCES, Site
from tests.talk import GENERAL, JONAS, MARA, Talk, kinds, text


async def test_off_says_nothing_opens_nothing_and_brief_still_finds_the_link(talk: Talk, site: Site) -> None:
    await talk.sets(mode="off")
    ref, replies = await talk.says(site.story("/bridge"))
    assert replies == []
    assert await talk.reacts(ref, site.url("/bridge")) == []
    assert not site.asked
    assert kinds(await talk.calls("brief")) == [Tone.BRIEFING]


async def test_what_was_posted_where_the_bot_is_off_is_not_told_elsewhere(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.sets(mode="off")
    await talk.says(url, who=MARA)
    _, [reply] = await talk.says(url, at=GENERAL)
    assert "Mara" not in text(reply.card)


async def test_a_reaction_briefs_the_message_once(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    url = site.story("/bridge")
    ref, replies = await talk.says(url)
    assert replies == []
    [briefing] = await talk.reacts(ref, url, who=MARA)
    assert briefing.card.tone is Tone.BRIEFING
    assert briefing.in_reply_to == ref
    assert await talk.reacts(ref, url, who=JONAS) == []


async def test_two_reactions_at_the_same_moment_are_one_briefing(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    url = site.story("/bridge")
    site.delays["/bridge"] = 0.2
    ref, _ = await talk.says(url)
    both = await asyncio.gather(talk.reacts(ref, url), talk.reacts(ref, url, who=MARA))
    assert len(both[0] + both[1]) == 1


async def test_a_reaction_after_a_failure_tries_again(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    ref, _ = await talk.says(site.url("/later"))
    [told] = await talk.reacts(ref, site.url("/later"), who=MARA)
    assert told.private_to == MARA
    site.story("/later")
    [briefing] = await talk.reacts(ref, site.url("/later"))
    assert briefing.card.tone is Tone.BRIEFING


async def test_a_reaction_to_a_message_that_the_bot_never_saw(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    ref = replace(talk.last_posted, id="long-ago")
    assert kinds(await talk.reacts(ref, site.story("/bridge"))) == [Tone.BRIEFING]
    assert await talk.reacts(replace(ref, id="talk"), "good morning") == []


async def test_who_asked_by_reaction_may_delete_the_briefing(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    ref, _ = await talk.says(site.story("/bridge"), who=MARA)
    await talk.reacts(ref, site.url("/bridge"), who=JONAS)
    standing = talk.answer_to(ref)
    await talk.presses(standing, "Delete", who=JONAS)
    assert standing not in talk.shown


@pytest.mark.parametrize("mode", ["off", "reaction", "automatic"])
async def test_addressed_by_name_it_answers_in_any_mode_once(talk: Talk, site: Site, mode: str) -> None:
    await talk.sets(mode=mode)
    event = replace(talk.posting(site.story("/bridge")), named=True)
    assert kinds(await talk.does(event)) == [Tone.BRIEFING]
    again = replace(event, event_id="the same message, told as another event")
    assert await talk.does(again) == []


async def test_a_message_that_was_noted_first_and_then_told_to_be_for_the_bot(talk: Talk, site: Site) -> None:
    await talk.sets(mode="off")
    event = talk.posting(site.story("/bridge"))
    assert await talk.does(event) == []
    assert kinds(await talk.does(replace(event, event_id="mention", named=True))) == [Tone.BRIEFING]


async def test_addressed_by_name_without_a_link_it_tells_what_it_can_do(talk: Talk) -> None:
    [told] = await talk.does(replace(talk.posting("what can you do?"), named=True))
    assert told.private_to == JONAS
    assert told.card.title == "What I can do"


async def test_machines_are_left_alone_unless_the_channel_reads_them(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    assert await talk.does(replace(talk.posting(url), automated=True)) == []
    assert not site.asked
    await talk.sets(bots="read")
    assert kinds(await talk.does(replace(talk.posting(url), automated=True))) == [Tone.BRIEFING]
    assert await talk.does(replace(talk.posting(site.url("/missing")), automated=True)) == []


async def test_a_person_may_ask_for_what_a_machine_posted(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    posted = replace(talk.posting(site.story("/bridge")), automated=True)
    assert await talk.does(posted) == []
    reaction = ReactionAdded("r1", posted.ref, MARA, "📰", posted.text, automated=True, author=posted.speaker)
    assert kinds(await talk.does(reaction)) == [Tone.BRIEFING]


async def test_who_asks_may_mean_a_shorter_text(talk: Talk) -> None:
    await talk.sets(mode="reaction")
    short = " ".join(SENTENCES[:3]).format(place="Eastmouth")
    ref, replies = await talk.says(short)
    assert replies == []
    assert kinds(await talk.reacts(ref, short)) == [Tone.BRIEFING]


async def test_the_platforms_preview_goes_when_the_briefing_is_there(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    await talk.sets(preview="hide")
    ref, _ = await talk.says(site.story("/tunnel", "Westhaven"))
    await talk.says(f"{site.story('/quay', 'Northport')} {site.url('/missing')}")
    assert [action for action in talk.other if isinstance(action, HidePreview)] == [HidePreview(ref)]


async def test_briefings_stay_where_they_are_kept(talk: Talk, site: Site) -> None:
    await talk.sets(changes="keep")
    ref, _ = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    await talk.edits_to(ref, "never mind")
    await talk.deletes(ref)
    assert standing in talk.shown
    assert not talk.edits
    await talk.presses(standing, "Delete", who=JONAS)
    assert standing not in talk.shown


async def test_an_edited_message_that_was_briefed_goes_on_being_briefed(talk: Talk, site: Site) -> None:
    await talk.sets(mode="reaction")
    ref, _ = await talk.says(site.story("/bridge"))
    await talk.reacts(ref, site.url("/bridge"))
    standing = talk.answer_to(ref)
    await talk.edits_to(ref, site.story("/tunnel", "Westhaven"))
    assert talk.shown[standing].card.title.startswith("Westhaven")
