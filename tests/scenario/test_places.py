"""Channels go, become private, become public: what the bot may tell follows at once."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import ButtonPressed, CommandCalled, PlaceChanged, PlaceRemoved, Space, Tone
from tests.scenario.test_paste_text import DUMP
from tests.site import Site
from tests.talk import EDITORS, GENERAL, JONAS, MARA, NEWSROOM, Talk, text

CLOSED = replace(GENERAL, private=True)


async def test_a_channel_that_becomes_private_is_not_pointed_to_any_more(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url, who=MARA, at=GENERAL)
    await talk.does(PlaceChanged("closed", CLOSED))
    _, [reply] = await talk.says(url, at=NEWSROOM)
    assert "Mara" not in text(reply.card)


async def test_people_of_a_channel_that_becomes_private_are_not_told_elsewhere(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"), at=GENERAL)
    assert await talk.app.suggest("who", "name", "ines", NEWSROOM) == ["Ines Calder"]
    await talk.does(PlaceChanged("closed", CLOSED))
    assert await talk.app.suggest("who", "name", "ines", NEWSROOM) == []
    assert await talk.app.suggest("who", "name", "ines", CLOSED) == ["Ines Calder"]


async def test_a_channel_that_becomes_public_may_be_pointed_to(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url, who=MARA, at=EDITORS)
    await talk.does(PlaceChanged("open", replace(EDITORS, private=False)))
    _, [reply] = await talk.says(url, at=NEWSROOM)
    assert "First shared by Mara Lind" in text(reply.card)


async def test_a_private_thread_stays_private_when_its_channel_opens(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url, who=MARA, at=replace(EDITORS, thread="t1"))
    await talk.does(PlaceChanged("open", replace(EDITORS, private=False)))
    _, [reply] = await talk.says(url, at=NEWSROOM)
    assert "Mara" not in text(reply.card)


async def test_what_is_kept_of_a_channel_goes_with_it(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    ref, _ = await talk.says(url, who=MARA, at=GENERAL)
    await talk.sets(at=GENERAL, length="short")
    standing = talk.answer_to(ref)
    await talk.does(PlaceRemoved("gone", GENERAL))
    _, [reply] = await talk.says(url, at=NEWSROOM)
    assert "Mara" not in text(reply.card)
    [told] = await talk.presses(standing, "Delete", who=JONAS)
    assert told.card.tone is Tone.PROBLEM
    [settings] = await talk.sets(at=GENERAL)
    assert "Mara" not in text(settings.card)


async def test_a_pasted_text_goes_with_the_only_channel_that_had_it(talk: Talk) -> None:
    ref, _ = await talk.says(DUMP, at=EDITORS)
    shown = talk.answer_to(ref)
    await talk.does(PlaceRemoved("gone", EDITORS))
    [told] = await talk.presses(shown, "Where")
    assert "no longer kept" in text(told.card)


async def test_a_thread_that_goes_leaves_its_channel_alone(talk: Talk, site: Site) -> None:
    channels, _ = await talk.says(site.story("/bridge"), at=GENERAL)
    threads, _ = await talk.says(site.story("/tunnel", "Westhaven"), at=replace(GENERAL, thread="t1"))
    there, gone = talk.answer_to(channels), talk.answer_to(threads)
    button = next(button for button in talk.shown[there].card.buttons if button.action == "remove")
    await talk.does(PlaceRemoved("gone", replace(GENERAL, thread="t1")))
    [told] = await talk.does(ButtonPressed("one", gone, JONAS, button.action, button.value))
    assert told.card.tone is Tone.PROBLEM
    assert await talk.presses(there, "Delete", who=JONAS) == []


async def test_a_persons_own_page_shows_what_everyone_may_know(talk: Talk, site: Site) -> None:
    space = Space("test", "harbour")
    assert "No story was shared" in text(await talk.app.home(space, JONAS))
    await talk.says(site.story("/bridge"))
    await talk.says(site.story("/tunnel", "Westhaven"))
    await talk.says(site.story("/secret", "Hiddenham"), at=EDITORS)
    home = text(await talk.app.home(space, JONAS))
    assert home.index("Westhaven") < home.index("Eastmouth")
    assert "Hiddenham" not in home


async def test_a_persons_own_page_shows_what_the_open_channels_follow(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    for place, query in ((NEWSROOM, "harbour"), (EDITORS, "secret")):
        called = CommandCalled(f"follow-{query}", place, MARA, "topics follow", {"query": query})
        await talk.does(called)
        rehearsal = next(at for at, reply in talk.shown.items() if reply.card.title == query)
        await talk.presses(rehearsal, "Follow", who=MARA)
    home = text(await talk.app.home(Space("test", "harbour"), JONAS))
    assert "harbour · at once" in home
    assert "secret" not in home
