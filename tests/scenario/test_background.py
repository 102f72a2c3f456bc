"""What an encyclopedia adds to `/who NAME`: only where it is switched on, politely, once, and marked as what it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, assemble
from bot.settings import Fetch, People, Settings
from tests.site import Site
from tests.talk import Talk, text

PAGE = "/api/rest_v1/page/summary/Ines_Calder"
SUMMARY = {
    "type": "standard",
    "extract": "Ines Calder is a politician of Eastmouth.",
    "content_urls": {"desktop": {"page": "https://en.wikipedia.example/wiki/Ines_Calder"}},
}


@pytest.fixture
async def talk(tmp_path: Path, site: Site) -> AsyncIterator[Talk]:
    fetch = Fetch(allow_loopback=(site.host,), contact="desk@courier.example")
    people = People(enrich="wikipedia", wikipedia=f"http://{site.host}")
    async with assemble(Settings(data=str(tmp_path / "data"), fetch=fetch, people=people)) as parts:
        yield Talk(App(parts))


async def test_what_it_says_stands_apart_with_its_source(talk: Talk, site: Site) -> None:
    site.answers[PAGE] = SUMMARY
    await talk.says(site.story("/bridge"))
    for _ in range(2):
        [reply] = await talk.calls("who", "Ines Calder")
        [line] = [line for line in reply.card.body if line.text.startswith("Background: ")]
        assert line.text == "Background: Ines Calder is a politician of Eastmouth. · Wikipedia (CC BY-SA)"
        assert line.spans[-1].href == "https://en.wikipedia.example/wiki/Ines_Calder"
        assert "Mayor" in text(reply.card)
    assert site.asked[PAGE] == 1
    assert site.agents[-1] == "Standfirst/0.1 (+desk@courier.example)"


@pytest.mark.parametrize("answer", [{"type": "disambiguation", "extract": "May be several."}, {"extract": 5}, []])
async def test_an_answer_about_several_or_a_broken_one_adds_nothing(talk: Talk, site: Site, answer: object) -> None:
    site.answers[PAGE] = answer
    await talk.says(site.story("/bridge"))
    [reply] = await talk.calls("who", "Ines Calder")
    assert "Background" not in text(reply.card)
    assert "In 1 story here" in text(reply.card)


async def test_no_page_is_remembered_as_well(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/bridge"))
    for _ in range(2):
        [reply] = await talk.calls("who", "Ines Calder")
        assert "Background" not in text(reply.card)
    assert site.asked[PAGE] == 1
