"""People ask by name: `/brief`, `/help`, and what they mistype."""

from __future__ import annotations

import pytest

from bot.chat import Tone
from tests.scenario.test_paste_text import DUMP
from tests.site import Site
from tests.talk import JONAS, MARA, OTHER_SPACE, Talk, kinds, text


async def test_brief_with_a_link(talk: Talk, site: Site) -> None:
    [reply] = await talk.calls("brief", site.story("/bridge"))
    assert reply.card.tone is Tone.BRIEFING
    assert reply.private_to is None


async def test_brief_alone_takes_the_latest_link_of_the_channel(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    ref, _ = await talk.says(site.story("/tunnel", "Westhaven"))
    [reply] = await talk.calls("brief")
    assert reply.card.title.startswith("Westhaven")
    assert reply.in_reply_to == ref


async def test_brief_alone_in_a_channel_without_links(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), at=OTHER_SPACE)
    [reply] = await talk.calls("brief")
    assert reply.private_to == JONAS
    assert "No link has been posted here yet" in text(reply.card)


async def test_brief_always_gives_the_briefing_and_says_who_brought_it(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url, who=MARA)
    [reply] = await talk.calls("brief", url)
    assert reply.card.tone is Tone.BRIEFING
    assert "First shared by Mara Lind" in text(reply.card)
    assert site.asked["/bridge"] == 1


async def test_a_link_pasted_after_brief_points_to_the_briefing(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    [_] = await talk.calls("brief", url, who=MARA)
    [standing] = talk.shown
    _, [reply] = await talk.says(url)
    assert reply.card.tone is Tone.POINTER
    assert any(span.message == standing for span in reply.card.body[0].spans)


async def test_brief_with_a_text(talk: Talk) -> None:
    assert kinds(await talk.calls("brief", DUMP)) == [Tone.BRIEFING]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("harbour", "could not find a link in “harbour”"),
        ("a few words that are no article and hold no link at all", "too short"),
        ("ftp://example.com/file", "could not find a link"),
        ("http://user:secret@example.com/", "I only read public web pages"),
        ("http://169.254.169.254/latest/meta-data", "I only read public web pages"),
        ("http://[::1]/", "I only read public web pages"),
    ],
)
async def test_what_cannot_be_briefed_is_told_privately(talk: Talk, what: str, told: str) -> None:
    [reply] = await talk.calls("brief", what)
    assert reply.private_to == JONAS
    assert reply.card.tone is Tone.PROBLEM
    assert told in text(reply.card)
    assert "secret" not in text(reply.card)


async def test_help_names_every_command_that_one_may_use(talk: Talk) -> None:
    for who in (JONAS, MARA):
        [reply] = await talk.calls("help", who=who)
        assert reply.private_to == who
        for spec in talk.app.commands:
            assert (spec.usage in text(reply.card)) is (who.can_manage or not spec.manage)


async def test_an_unknown_command_is_answered_kindly(talk: Talk) -> None:
    [reply] = await talk.calls("bref")
    assert "/bref" in text(reply.card)
    assert "/help" in text(reply.card)


async def test_who_asked_may_delete_the_answer_and_others_may_not(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"), who=MARA)
    standing = talk.answer_to(ref)
    [refused] = await talk.presses(standing, "Delete", who=JONAS)
    assert refused.private_to == JONAS
    assert standing in talk.shown
    await talk.presses(standing, "Delete", who=MARA)
    assert standing not in talk.shown


async def test_who_may_manage_may_delete_any_answer(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"), who=JONAS)
    standing = talk.answer_to(ref)
    await talk.presses(standing, "Delete", who=MARA)
    assert standing not in talk.shown


async def test_one_bad_link_of_several_leaves_the_others_alone(talk: Talk, site: Site) -> None:
    replies = await talk.calls("brief", f"{site.url('/missing')} {site.story('/bridge')}")
    assert kinds(replies) == [Tone.PROBLEM, Tone.BRIEFING]
    assert replies[0].private_to == JONAS
