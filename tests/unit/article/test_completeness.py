"""How much of a story a page gave, in many languages, and never a wall where the story is all there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.article import read
from bot.article.completeness import Size, how_much
from bot.model import Block, Completeness, Page

PAGES = Path(__file__).parents[2] / "data" / "pages" / "sizes"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
LEAD = "The harbour bridge has been closed to all traffic after divers found cracks in two of its piers."


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_as_much_as_it_gives(name: str) -> None:
    article = read(Page("https://courier.example/news/bridge", (PAGES / f"{name}.html").read_bytes()))
    assert str(article.completeness) == name.split("-", maxsplit=1)[0], article
    assert bool(article.completeness_reason) is (article.completeness is not Completeness.FULL)


def test_the_reason_says_how_much_is_missing() -> None:
    article = read(Page("https://courier.example/news/bridge", (PAGES / "partial-wordcount.html").read_bytes()))
    assert article.completeness_reason.startswith("6 paragraphs of about ")
    assert article.completeness_reason.endswith(", subscription wall")


def test_two_paragraphs_of_about_fourteen() -> None:
    body = (Block(LEAD), Block(LEAD.replace("two", "three")))
    said = Size(free=False, words=260)
    assert how_much("", body, said) == (Completeness.WALL, "2 paragraphs of about 12, subscription wall")


def test_one_paragraph_is_one_paragraph() -> None:
    assert how_much(f"{LEAD} Subscribe to continue reading", (Block(LEAD),), Size())[1].startswith("1 paragraph,")


def test_an_odd_word_count_is_not_believed() -> None:
    body = tuple(Block(f"{LEAD} {at}") for at in range(12))
    assert how_much("", body, Size(free=False, words=900_000))[0] is Completeness.FULL
    assert how_much("", body, Size(free=False, words=3))[0] is Completeness.FULL
