"""More sites' layouts as plain text: broadcasters, wires, e-mails, Markdown, a crawl with the site's name on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.article import read
from bot.model import Article, BlockKind, Caption, Page

DUMPS = Path(__file__).parents[2] / "data" / "dumps"


def dump(name: str) -> Article:
    return read(Page(None, (DUMPS / f"{name}.txt").read_bytes(), "text/plain"))


def texts(article: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in article.body if block.kind is kind]


def test_a_broadcaster_names_source_and_caption_on_lines_of_their_own() -> None:
    article = dump("broadcaster")
    assert article.title == "Harbour bridge closes after divers find cracks"
    assert article.authors == ("Jane Doe",)
    assert article.captions == (
        Caption("The bridge carries ten thousand cars a day", "Getty Images"),
        Caption("Divers at work on Tuesday", "PA Media"),
    )
    assert tuple(link.text for link in article.related_links) == (
        "Ferry pilots call off strike",
        "Harbour dredging delayed again",
    )
    assert [block.kind for block in article.body] == [BlockKind.PARAGRAPH] * 3


def test_french_with_two_times_and_an_agency_in_the_byline() -> None:
    article = dump("francais")
    assert article.title == "Le pont du port fermé après la découverte de fissures"
    assert article.standfirst.startswith("Le conseil municipal")
    assert (article.published, article.language) == ("2026-03-05", "fr")
    assert (article.authors, article.agencies) == (("Claire Dumas",), ("AFP",))
    assert len(article.body) == 3
    assert not any("Lire aussi" in text or "lecture" in text for text in texts(article))


def test_a_wire_story() -> None:
    article = dump("wire")
    assert article.authors == ("Jane Doe", "Tom Roe")
    assert article.published == "2026-03-05", "the time stands right behind the year"
    assert article.agencies == ("Reuters",), "named where the story opens"
    assert len(article.body) == 4, "prose that ends in (via …) or opens with Copyright is prose"
    assert not any("Editing by" in text or "Our Standards" in text for text in texts(article))


def test_lines_wrapped_by_hand_are_one_paragraph_again() -> None:
    article = dump("wrapped")
    assert [len(text.split()) for text in texts(article)] == [37, 26]
    assert all(text.endswith(".") for text in texts(article))


def test_markdown_keeps_its_structure_and_loses_its_marks() -> None:
    article = dump("markdown")
    assert article.title == "Eastmouth closes its harbour bridge"
    assert (article.authors, article.published) == (("Jane Doe",), "2026-03-05")
    assert article.canonical_url == "https://town.example/bridge"
    assert texts(article, BlockKind.SUBHEAD) == ["What happens next"]
    assert len(texts(article, BlockKind.ITEM)) == 2
    assert texts(article, BlockKind.QUOTE) == ["We cannot take any risk, said the mayor."]


def test_a_menu_and_a_masthead_are_not_the_headline() -> None:
    article = dump("masthead")
    assert article.title == "Eastmouth closes its harbour bridge"
    assert article.published == "2024-01-05"
    assert article.authors == ("JANE DOE",)
    assert article.captions == (Caption("A diver in the harbour.", "Jo Falk/The Town Times"),)
    assert len(article.body) == 2


def test_a_first_paragraph_above_a_picture_stays_in_the_body() -> None:
    article = dump("nihongo")
    assert article.standfirst == ""
    assert len(article.body) == 2
    assert not any("写真" in text for text in texts(article))


@pytest.mark.parametrize("mark", ["- ", "* ", "• "])
def test_a_list_in_a_pasted_text(mark: str) -> None:
    items = "\n".join(f"{mark}Item number {n} of the plan for the bridge" for n in range(4))
    text = f"A plan for the bridge\n\nThe council of the town published its plan for the old bridge today.\n\n{items}\n"
    assert len(texts(read(Page(None, text.encode(), "text/plain")), BlockKind.ITEM)) == 4


def test_the_address_above_the_headline_is_the_storys() -> None:
    text = (
        "https://town.example/bridge\nEastmouth closes its bridge\n"
        + "The bridge was closed on Thursday, it said. " * 5
    )
    article = read(Page(None, text.encode(), "text/plain"))
    assert article.title == "Eastmouth closes its bridge"
    assert article.canonical_url == "https://town.example/bridge"
