"""`/who`: the people of the latest story, and the button under a briefing."""

from __future__ import annotations

from bot.chat import Tone
from tests.site import Site
from tests.talk import GENERAL, JONAS, MARA, OTHER_SPACE, Talk, text


async def test_who_alone_tells_the_people_of_the_latest_story(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    [reply] = await talk.calls("who")
    assert reply.private_to is None
    assert "Ines Calder · Mayor" in text(reply.card)
    assert "Eastmouth" in text(reply.card)


async def test_who_where_nothing_was_posted(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), at=OTHER_SPACE)
    [reply] = await talk.calls("who", at=GENERAL)
    assert reply.private_to == JONAS
    assert "No link has been posted here yet" in text(reply.card)


async def test_a_briefing_names_the_people_and_its_button_tells_more_privately(talk: Talk, site: Site) -> None:
    ref, [briefing] = await talk.says(site.story("/bridge"))
    assert briefing.card.fields[0].value.text == "Ines Calder (Mayor)"
    [reply] = await talk.presses(talk.answer_to(ref), "Who's who", who=MARA)
    assert reply.private_to == MARA
    assert reply.card.tone is Tone.NOTICE
    assert "Ines Calder · Mayor" in text(reply.card)
