"""Dumps of pages as plain text, from crawls and from people's clipboards, in the shapes of several sites."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article import read
from bot.errors import NotAnArticle
from bot.model import Article, BlockKind, Caption, Page

DUMPS = Path(__file__).parents[2] / "data" / "dumps"


def dump(name: str) -> Article:
    return read(Page(None, (DUMPS / f"{name}.txt").read_bytes(), "text/plain"))


def texts(article: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in article.body if block.kind is kind]


def test_a_headline_and_paragraphs() -> None:
    article = dump("plain")
    assert article.title == "Eastmouth to rebuild its harbour bridge"
    assert len(article.body) == 3
    assert article.body[0].text.startswith("The council of Eastmouth voted")
    assert article.language == "en"


def test_a_text_without_a_headline_is_named_by_its_first_sentence() -> None:
    article = dump("no-headline")
    assert article.title.startswith("The council of Eastmouth voted on Tuesday evening")
    assert article.title.endswith("…")
    assert len(article.title) <= 101
    assert len(article.body) == 2


def test_clicks_bylines_dates_and_other_stories_headlines_are_not_the_story() -> None:
    article = dump("bylines")
    assert article.title == "Ferry pilots call off strike after overnight talks"
    assert article.standfirst.startswith("Crossings resume on Friday morning")
    assert article.authors == ("Ana Ruiz", "Ben Olsen")
    assert article.published == "2026-03-05"
    assert texts(article, BlockKind.SUBHEAD) == ["What the mediator decides"]
    assert tuple(link.text for link in article.related_links) == ("Harbour dredging delayed again",)
    whole = " ".join(block.text for block in article.body)
    for furniture in ("Share", "Advertisement", "ago", "Read more", "Image source", "©", "By Ana"):
        assert furniture not in whole


@pytest.mark.parametrize(
    ("name", "language", "author", "agencies"),
    [("deutsch", "de", "Greta Sommer", ("dpa", "AFP")), ("espanol", "es", "Lucía Prado", ("EFE",))],
)
def test_other_languages(name: str, language: str, author: str, agencies: tuple[str, ...]) -> None:
    article = dump(name)
    assert article.language == language
    assert article.authors == (author,)
    assert article.published == "2026-03-05"
    assert article.agencies == agencies
    assert len(texts(article)) == 3
    assert not any("Lesen Sie" in text or "Lea también" in text for text in texts(article))


def test_captions_stand_apart_from_their_credits_and_from_the_body() -> None:
    article = dump("credits")
    assert article.title == "Divers find new cracks in harbour bridge"
    assert article.standfirst.startswith("A fourth pier of the closed bridge")
    assert article.published == "2026-03-05"
    assert article.canonical_url == "https://short.example/p/9xYz"
    assert article.agencies == ("AP", "dpa")
    assert article.captions == (
        Caption(
            "A diver in a red suit climbs out of the water beside a stone pier of the old bridge in Eastmouth harbour",
            "JO FALK/COAST PICTURES",
        ),
        Caption("The divers worked for three days in water of four degrees", "JO FALK/COAST PICTURES"),
    )
    assert len(texts(article)) == 3
    assert texts(article)[-1].endswith("officials said"), "a sentence that lost its full stop stays"


def test_the_seed_article(shared: Path) -> None:
    [seed] = sorted((shared / "seeds").glob("000_*.txt"))
    article = read(Page(None, seed.read_bytes(), "text/plain"))
    assert article.title == "ASEAN talks: Blinken to meet China's Wang Yi on sidelines"
    assert article.standfirst.startswith("China's Wang Yi, Russia's Sergey Lavrov")
    assert article.published == "2023-07-13"
    assert article.canonical_url == "https://p.dw.com/p/4TnYt"
    assert article.agencies == ("AFP", "Reuters")
    assert tuple(link.text for link in article.related_links) == ("Blinken, Qin hold 'constructive' talks in China",)
    assert len(article.captions) == 4
    assert {caption.credit for caption in article.captions} == {"LEAH MILLIS/REUTERS", "Yonhap/picture alliance"}
    whole = "\n".join(block.text for block in article.body)
    for furniture in ("Image:", "pose in front", "constructive", "msh/sdi", "minutes ago", "Skip to content"):
        assert furniture not in whole
    assert "Beijing's military was active in waters off Taiwan during the summit" in whole
    assert len(texts(article, BlockKind.SUBHEAD)) == 2


@pytest.mark.parametrize("text", ["", "  \n ", "too short", "Menu\nShare\nHome\n" * 20])
def test_what_is_no_article(text: str) -> None:
    with pytest.raises(NotAnArticle):
        read(Page(None, text.encode(), "text/plain"))


def test_a_link_that_is_no_address_is_none() -> None:
    text = (DUMPS / "credits.txt").read_text().replace("https://short.example/p/9xYz", "http://[odd")
    assert read(Page(None, text.encode(), "text/plain")).canonical_url is None


@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        article = read(Page(None, text.encode("utf-8", "replace"), "text/plain"))
    except NotAnArticle:
        return
    assert article.title
    assert article.body
