"""Where a story begins and ends: no headline once more, no line about its writer, no menu."""

from __future__ import annotations

import pytest

from bot.article import read
from bot.article.layout import Layout
from bot.article.pieces import walked
from bot.article.story import with_gaps
from bot.article.tree import parsed
from bot.model import Article, Page
from tests.site import SENTENCES

TITLE = "Harbour bridge: Eastmouth will rebuild"
STORY = "".join(f"<p>{sentence.format(place='Eastmouth')}</p>" for sentence in SENTENCES)
HEAD = f"<meta property='og:title' content='{TITLE}'><meta name='author' content='Ana Ruiz'>"


def article(before: str = "", after: str = "", around: str = "") -> Article:
    html = f"<html><head>{HEAD}</head><body>{around}<article>{before}{STORY}{after}</article></body></html>"
    return read(Page("https://courier.example/news/bridge", html.encode()))


def told(page: Article) -> list[str]:
    return [block.text for block in page.body]


@pytest.mark.parametrize(
    "again",
    ["Harbour bridge – Eastmouth will rebuild", "Eastmouth will rebuild!", "Harbour Bridge Eastmouth will rebuild"],
)
def test_the_headline_is_not_told_again_in_other_signs(again: str) -> None:
    assert told(article(f"<div><h2>{again}</h2></div>"))[0].startswith("The council of Eastmouth")


def test_a_subhead_of_its_own_words_opens_the_body() -> None:
    assert told(article("<h2>Four years of argument end</h2>"))[0] == "Four years of argument end"


@pytest.mark.parametrize("heading", ["About the author", "Über die Autorin:", "À propos de l’auteur", "作者简介"])
def test_a_story_ends_where_its_writer_is_presented(heading: str) -> None:
    about = f"<h3>{heading}</h3><p>Ana Ruiz has lived at the harbour for ten years and keeps two boats there.</p>"
    assert told(article(after=about)) == told(article())


def test_what_a_site_tells_of_its_writer_is_no_standfirst() -> None:
    bio = "Ana is a reporter who has covered ports, ferries and bridges for more than twenty years."
    page = article(f"<h1>{TITLE}</h1><div class='with-excerpt'>{bio}</div>")
    assert page.standfirst == ""
    lead = "The storm that closed the bridge for a week has a name and a price, the council says."
    assert article(f"<h1>{TITLE}</h1><p class='standfirst'>{lead}</p>").standfirst == lead


def test_a_large_first_letter_belongs_to_its_word() -> None:
    opening = (
        "<p><span class='initial'>T</span> <span>he ferry pier will close for a year and more, he said.</span></p>"
    )
    assert told(article(opening))[0].startswith("The ferry pier")
    czech = "<p>S tím souhlasí i starosta města, který o tom mluvil v úterý večer na radnici.</p>"
    assert told(article(czech))[0].startswith("S tím souhlasí")


def test_menus_and_footers_are_not_told_but_a_story_that_they_swallow_is() -> None:
    menu = "<nav>" + "".join(f"<a href='/{n}'>Section {n}</a> " for n in range(40)) + "</nav>"
    assert told(article(around=menu)) == told(article())
    assert told(article(around="<nav><a href='/'>Home</a>")) == told(article())


def layout_of(body: str) -> Layout:
    pieces, boxes = walked(parsed(f"<html><body>{body}</body></html>"))
    return Layout(pieces, boxes, TITLE)


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("<p class='text'>Nobody was hurt.</p>", [0, 1, 2]),
        ("<p class='text'>Nobody was hurt</p>", [0, 2]),
        ("<p class='note'>Nobody was hurt.</p>", [0, 2]),
        ("<p class='text'><a href='/x'>Nobody was hurt.</a></p>", [0, 2]),
        ("<div class='text'>Nobody was hurt.</div>", [0, 2]),
    ],
)
def test_a_short_sentence_between_two_paragraphs_is_theirs(between: str, kept: list[int]) -> None:
    around = f"<p class='text'>{SENTENCES[0]}</p>"
    assert with_gaps(layout_of(around + between + around), [0.9, 0.2, 0.9], 0.5) == kept
    assert with_gaps(layout_of(around + between + around), [0.9, 0.01, 0.9], 0.5) == [0, 2]
