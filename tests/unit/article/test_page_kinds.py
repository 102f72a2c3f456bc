"""Pages that only look like a story, stories that only look like none, and how much of a story a page gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.article import read
from bot.errors import NotAnArticle
from bot.model import Completeness, Page
from tests.site import article as site_article

PAGES = Path(__file__).parents[2] / "data" / "pages"
URL = "https://courier.example/news/bridge"
STORY = (
    "<p>The harbour bridge in Eastmouth has been closed to all traffic after divers found cracks in two piers.</p>"
    "<p>The closure will last at least until the spring, when engineers hope to have drawn up plans for a repair.</p>"
)


def page(title: str, body: str) -> Page:
    return Page(URL, f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("consent", URL, "consent"),
        ("not_found", URL, "not_found"),
        ("home", "https://courier.example/", "home_page"),
    ],
)
def test_a_page_without_a_story_is_named(name: str, url: str, found: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(Page(url, (PAGES / f"{name}.html").read_bytes()))
    assert caught.value.detail == found


@pytest.mark.parametrize("title", ["404 people arrested in Eastmouth", "Why the captcha is dying", "A bridge closes"])
def test_a_short_story_is_one_whatever_its_title_and_its_banner_say(title: str) -> None:
    banner = "<div><p>We value your privacy. We and our 842 partners store cookies. Manage preferences</p></div>"
    article = read(page(title, f"{banner}<article><h1>{title}</h1>{STORY}</article>"))
    assert len(article.body) == 2


def test_a_teaser_is_told() -> None:
    article = read(Page(URL, (PAGES / "teaser.html").read_bytes()))
    assert article.completeness is Completeness.TEASER
    assert [block.text[:18] for block in article.body] == ["The harbour bridge"]


def test_a_wall_is_told_even_where_its_words_are_marked_up() -> None:
    wall = "<div>Subscribe <b>now</b> to <i>continue</i> reading.</div>"
    article = read(page("A bridge closes", f"<article><h1>A bridge closes</h1>{STORY}</article>{wall}"))
    assert article.completeness is Completeness.WALL


def test_a_long_story_that_says_it_is_paid_for_but_is_all_there_is_full() -> None:
    paid = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script></head>'
    article = read(Page(URL, site_article("Eastmouth").replace("</head>", paid).encode()))
    assert article.completeness is Completeness.FULL


def test_prose_that_begins_like_furniture_stays() -> None:
    kept = (
        "Copyright holders sued the company on Monday in a court in Berlin, seeking damages.",
        "Related parties were fined two million dollars by the regulator on Friday.",
        "Reporting by the newspaper showed that the mayor had known of the cracks.",
        "The startup that built it raised money from Image, a venture firm in Lisbon.",
        "“I am fine,” the mayor wrote on Friday to all who had asked (via Twitter)",
    )
    body = STORY + "".join(f"<p>{text}</p>" for text in kept)
    texts = {block.text for block in read(page("A bridge closes", f"<article>{body}</article>")).body}
    assert set(kept) <= texts


def test_furniture_goes_and_other_stories_are_set_apart() -> None:
    around = (
        "<p>Read more: <a href='/x'>Ferry pilots call off strike</a></p>"
        "<p><a href='/y'>Harbour dredging delayed again</a></p>"
        "<p>Sign up for our newsletter to get the news each morning</p>"
        "<p>Copyright 2026 The Courier</p><p>Reporting by Jane Doe; Editing by Tom Roe</p>"
    )
    article = read(
        page("A bridge closes", f"<article><h1>A bridge closes</h1>{STORY}{around}{STORY[:-5]}s</p></article>")
    )
    assert tuple(link.text for link in article.related_links) == (
        "Ferry pilots call off strike",
        "Harbour dredging delayed again",
    )
    whole = " ".join(block.text for block in article.body)
    assert not any(words in whole for words in ("Read more", "dredging", "newsletter", "Copyright", "Editing"))
