"""People ask where it says that, for more, and for another length."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from bot.app import App, Parts, assemble
from bot.chat import ButtonPressed, Kind, MessageRef, Paragraph
from tests.site import Site
from tests.talk import GENERAL, MARA, OTHER_SPACE, Talk, text


def points(body: Sequence[Paragraph]) -> int:
    return sum(paragraph.kind is Kind.POINT for paragraph in body)


async def test_where_does_it_say_that_is_answered_privately_with_whole_sentences(talk: Talk, site: Site) -> None:
    ref, [briefing] = await talk.says(site.story("/bridge"))
    [receipts] = await talk.presses(talk.answer_to(ref), "Where does it say that?", who=MARA)
    assert receipts.private_to == MARA
    said = text(receipts.card)
    assert re.search(r"paragraph \d", said)
    for paragraph in briefing.card.body:
        if paragraph.kind is Kind.POINT:
            assert paragraph.spans[0].text[:30] in said
    links = [span.href for paragraph in receipts.card.body for span in paragraph.spans if span.href]
    assert all(link.startswith(site.url("/bridge") + "#:~:text=") for link in links)
    assert links


async def test_receipts_after_a_restart(talk: Talk, parts: Parts, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    async with assemble(parts.settings) as again:
        talk.app = App(again)
        [receipts] = await talk.presses(talk.answer_to(ref), "Where")
    assert "“" in text(receipts.card)


async def test_receipts_of_another_space_are_not_shown(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    button = next(b for b in talk.shown[talk.answer_to(ref)].card.buttons if b.action == "receipts")
    elsewhere = MessageRef(OTHER_SPACE, "m1")
    [told] = await talk.does(ButtonPressed("pressed-elsewhere", elsewhere, MARA, button.action, button.value))
    assert "no longer kept" in text(told.card)


async def test_a_length_is_asked_for_by_option_or_in_words(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    [short] = await talk.calls("brief", f"{url} short")
    [full] = await talk.calls("brief", f"full {url}")
    [usual] = await talk.calls("brief", url)
    [latest] = await talk.calls("brief", "short")
    counts = [points(reply.card.body) for reply in (short, usual, full, latest)]
    assert counts[0] == 1 == counts[3]
    assert counts[0] < counts[1] < counts[2]


async def test_the_settings_say_how_long_a_briefing_is(talk: Talk, parts: Parts, site: Site) -> None:
    brief = msgspec.structs.replace(parts.settings.brief, length="short")
    async with assemble(msgspec.structs.replace(parts.settings, brief=brief)) as again:
        talk.app = App(again)
        _, [reply] = await talk.says(site.story("/bridge"), at=GENERAL)
    assert points(reply.card.body) == 1


async def test_a_length_is_suggested(talk: Talk) -> None:
    assert await talk.app.suggest("brief", "length", "m", GENERAL) == ["medium"]
