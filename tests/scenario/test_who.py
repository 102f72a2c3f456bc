"""`/who`: the people of the latest story, and the button under a briefing."""

from __future__ import annotations

from bot.chat import Tone
from tests.site import Site
from tests.talk import EDITORS, GENERAL, JONAS, MARA, OTHER_SPACE, Talk, text


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


MAYOR_ABROAD = (
    "<p>Ines Calder, mayor of Eastmouth, opened a school in Westhaven on Friday.</p>"
    "<p>“We learn from our neighbours,” Calder said. The headmaster Jonas Falk thanked her.</p>"
)


async def test_who_name_tells_the_story_of_a_person(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    await talk.says(site.story("/school", "Westhaven", extra=MAYOR_ABROAD), at=GENERAL)
    [reply] = await talk.calls("who", "ines calder")
    told = text(reply.card)
    assert reply.private_to is None
    assert reply.card.title == "Ines Calder"
    assert "Mayor · 20 Nov 2026" in told
    assert "In 2 stories here" in told
    assert "Named together with Jonas Falk" in told
    assert "“We learn from our neighbours,”" in told
    linked = {span.message for line in reply.card.body for span in line.spans if span.message}
    assert ref in linked


async def test_a_family_name_is_enough(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    [reply] = await talk.calls("who", "CALDER")
    assert reply.card.title == "Ines Calder"


async def test_a_private_channels_people_are_told_only_there(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), at=EDITORS)
    [elsewhere] = await talk.calls("who", "Ines Calder", at=GENERAL)
    assert "I have not seen “Ines Calder”" in text(elsewhere.card)
    assert elsewhere.private_to == JONAS
    [here] = await talk.calls("who", "Ines Calder", at=EDITORS)
    assert "In 1 story here" in text(here.card)
    assert await talk.app.suggest("who", "name", "ine", GENERAL) == []
    assert await talk.app.suggest("who", "name", "ine", EDITORS) == ["Ines Calder"]


async def test_another_spaces_people_are_never_told(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), at=OTHER_SPACE)
    [reply] = await talk.calls("who", "Ines Calder")
    assert "I have not seen" in text(reply.card)


async def test_a_mistyped_name_gets_the_nearest(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    [reply] = await talk.calls("who", "Inez Caldar")
    assert "I have not seen “Inez Caldar”" in text(reply.card)
    assert "Did you mean one of these?\nInes Calder" in text(reply.card)
    [nothing] = await talk.calls("who", "Qwrtz")
    assert "I will know more" in text(nothing.card)


async def test_two_people_of_one_name_are_both_shown(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/a", "Westhaven", extra="<p>Irish goalkeeper John Smith saved it.</p>"))
    await talk.says(site.story("/b", "Northport", extra="<p>Australian Prime Minister John Smith left.</p>"))
    [reply] = await talk.calls("who", "John Smith")
    told = text(reply.card)
    assert "2 people called John Smith were in stories here:" in told
    assert "Irish goalkeeper" in told
    assert "Australian Prime Minister" in told
    [standing] = [at for at, sent in talk.shown.items() if sent is reply]
    [one] = await talk.presses(standing, "John Smith, Irish goalkeeper", who=MARA)
    assert one.private_to == MARA
    assert "Australian" not in text(one.card)


async def test_several_people_of_one_family_name_are_offered(talk: Talk, site: Site) -> None:
    extra = "<p>Bill Clinton spoke first. Then Hillary Clinton spoke as well.</p>"
    await talk.says(site.story("/a", "Westhaven", extra=extra))
    [reply] = await talk.calls("who", "clinton")
    assert "Several people here go with “clinton”:" in text(reply.card)
    assert {button.label for button in reply.card.buttons} == {"Bill Clinton", "Hillary Clinton"}


async def test_completion_is_for_the_name_of_who_only(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    assert await talk.app.suggest("who", "name", "cal", GENERAL) == ["Ines Calder"]
    assert await talk.app.suggest("brief", "what", "cal", GENERAL) == ()
