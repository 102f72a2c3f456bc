"""HTML pages in the shape of real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.article import read
from bot.errors import NotAnArticle
from bot.model import Article, BlockKind, Caption, Completeness, Page
from tests.site import article as site_article

PAGES = Path(__file__).parents[2] / "data" / "pages"
URL = "https://courier.example/news/ferry-strike?x=1"


def page(name: str, **changes: object) -> Article:
    return read(Page(URL, (PAGES / f"{name}.html").read_bytes()))


def test_a_classic_news_page() -> None:
    article = page("classic")
    assert article.title == "Ferry pilots call off strike after overnight talks"
    assert article.standfirst == "Crossings resume on Friday morning, but the dispute over rosters goes to a mediator."
    assert article.authors == ("Ana Ruiz", "Ben Olsen")
    assert article.agencies == ("AFP", "Reuters")
    assert article.published == "2026-03-05T06:40:00+01:00"
    assert article.modified == "2026-03-06T09:00:00+01:00"
    assert article.publisher == "Coast Courier Ltd"
    assert article.site_name == "Coast Courier"
    assert article.language == "en"
    assert article.canonical_url == "https://courier.example/news/ferry-strike"
    assert article.image_url == "https://courier.example/img/ferry.jpg"
    assert article.captions == (Caption("The ferry Linnea at her berth on Thursday", "Jo Falk/Coast Pictures"),)
    assert article.completeness is Completeness.FULL


def test_its_body_is_the_story_and_nothing_else() -> None:
    article = page("classic")
    kinds = [block.kind for block in article.body]
    assert kinds.count(BlockKind.PARAGRAPH) == 6
    assert [block.text for block in article.body if block.kind is BlockKind.SUBHEAD] == ["What the mediator decides"]
    assert article.body[0].text.startswith("Ferry pilots on the Eastmouth route")
    assert article.body[-1].text.startswith("The strike of 2019")
    whole = " ".join(block.text for block in article.body)
    for furniture in (
        "cookies",
        "Read more",
        "dredging",
        "First!",
        "©",
        "By Ana",
        "ar/bo",
        "Linnea",
        "Crossings resume",
    ):
        assert furniture not in whole


def test_a_wall_is_told() -> None:
    article = page("wall")
    assert article.completeness is Completeness.WALL
    assert "subscription wall" in article.completeness_reason


def test_right_to_left() -> None:
    article = page("rtl")
    assert article.language == "ar"
    assert len(article.body) == 4


def test_japanese_whatever_the_page_says_of_its_charset() -> None:
    article = page("japanese")
    assert article.language == "ja"
    assert article.title == "市議会、古い橋の再建を決定"


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("claim", ["ascii", "utf-8", ""])
def test_charsets_that_lie(charset: str, claim: str) -> None:
    text = (PAGES / "japanese.html").read_text().replace("shift_jis", claim or "utf-8")
    assert read(Page(URL, text.encode(charset), charset=claim or None)).title == "市議会、古い橋の再建を決定"


def test_a_charset_that_hides_in_ascii() -> None:
    text = (PAGES / "japanese.html").read_text().replace("shift_jis", "iso-2022-jp")
    assert read(Page(URL, text.encode("iso-2022-jp", "replace"))).title == "市議会、古い橋の再建を決定"


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        ("Just a moment...", "Checking your browser before you go on. Verify you are human.", "bot_wall"),
        ("Before you continue", "We value your privacy. We and our 842 partners store cookies.", "consent"),
        ("404 - Page not found", "Sorry, the page you are looking for does not exist.", "not_found"),
        ("Sign in to continue", "Forgot your password? Create an account.", "login"),
        ("Search results for bridge", "128 results for bridge. Sort by date.", "search_page"),
        ("", "", "empty"),
        ("A note", "The bridge is closed today, says the mayor.", "too_short"),
    ],
)
def test_what_is_no_story_is_named(title: str, words: str, found: str) -> None:
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>"
    with pytest.raises(NotAnArticle) as caught:
        read(Page(URL, html.encode()))
    assert caught.value.detail in (found, "empty") if found == "too_short" else caught.value.detail == found


def test_a_front_page_is_no_story() -> None:
    teasers = "".join(
        f'<article><h2><a href="/{n}">Story number {n} of this busy day</a></h2></article>' for n in range(40)
    )
    html = f"<html><head><title>Coast Courier</title></head><body><main>{teasers}</main></body></html>"
    with pytest.raises(NotAnArticle):
        read(Page("https://courier.example/", html.encode()))


def test_a_pdf_is_named() -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(Page(URL, b"%PDF-1.7 ..."))
    assert caught.value.detail == "pdf"


STORY = site_article("Eastmouth")
HOSTILE = {
    "deep": STORY.replace("<main>", "<div>" * 5000 + "<main>").replace("</main>", "</main>" + "</div>" * 5000),
    "very deep": STORY.replace("<main>", "<span>" * 100_000 + "<main>"),
    "attributes": STORY.replace("<main>", "<main " + " ".join(f"a{n}=1" for n in range(5000)) + ">"),
    "deep json": STORY.replace("</head>", f'<script type="application/ld+json">{"[" * 100_000}</script></head>'),
    "broken json": STORY.replace(
        "</head>", '<script type="application/ld+json">{"@type": "NewsArticle", </script></head>'
    ),
    "nul": STORY.replace("<p>", "<p>\x00"),
    "scripts": STORY.replace("<body>", "<body>" + "<script>var a = '</div>';</script>" * 2000),
    "bad dates": STORY.replace("2026-11-20T09:30:00+01:00", "2026-99-99T99:99:99Z"),
    "odd canonical": STORY.replace("</head>", '<link rel="canonical" href="http://[bad"></head>'),
    "xml": '<?xml version="1.0" encoding="utf-8"?>' + STORY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_real_story_in_a_hostile_page_is_read(name: str) -> None:
    article = read(Page(URL, HOSTILE[name].encode()))
    assert article.title == "Eastmouth to rebuild its harbour bridge"
    assert len(article.body) == 8
