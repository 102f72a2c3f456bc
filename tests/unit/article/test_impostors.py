"""Pages that only look like a story are named for what they are, in any language and layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.article import read
from bot.article.file_kinds import file_kind
from bot.cards.failures import FOUND
from bot.errors import NotAnArticle
from bot.model import Page

PAGES = Path(__file__).parents[2] / "data" / "pages" / "impostors"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
ADDRESSES = {
    "topic_page-es": "https://courier.example/tag/puentes",
    "topic_page-de": "https://courier.example/politik/",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_is_no_story_is_named(name: str) -> None:
    url = ADDRESSES.get(name, "https://courier.example/news/bridge-closes-20260301")
    with pytest.raises(NotAnArticle) as caught:
        read(Page(url, (PAGES / f"{name}.html").read_bytes()))
    assert caught.value.detail == name.split("-", maxsplit=1)[0]
    assert caught.value.detail in FOUND


@pytest.mark.parametrize(
    "url",
    ["https://courier.example/", "https://courier.example", "https://courier.example/de/", "https://c.example/home"],
)
@pytest.mark.parametrize("name", ["topic_page-en", "topic_page-fr"])
def test_a_page_of_headlines_at_the_front_door_is_the_home_page(url: str, name: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(Page(url, (PAGES / f"{name}.html").read_bytes()))
    assert caught.value.detail == "home_page"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7 \n1 0 obj", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed"),
        (b'<?xml version="1.0"?>\n<!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        (b"<rdf:RDF xmlns=''>", "feed"),
        (b"\x89PNG\r\n\x1a\n", "not_text"),
        (b"PK\x03\x04...", "not_text"),
        (b"<!doctype html><html>", None),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', None),
        (b"", None),
    ],
)
def test_a_file_that_is_no_page_is_known_by_its_first_bytes(body: bytes, kind: str | None) -> None:
    assert file_kind(body) == kind
    if kind:
        with pytest.raises(NotAnArticle) as caught:
            read(Page(None, body))
        assert caught.value.detail == kind
        assert kind in FOUND


@pytest.mark.parametrize(
    "title",
    ["Access denied: how banks lock out the poor", "Login data of millions stolen", "Page not found: why the web rots"],
)
def test_a_story_about_such_pages_is_a_story(title: str) -> None:
    told = "".join(
        f"<p>The company said on day {day} that it had mended what was broken in its systems, and promised again "
        "to write to each of its customers, who had waited for an answer since the winter.</p>"
        for day in range(12)
    )
    html = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{told}</article></body></html>"
    assert len(read(Page("https://courier.example/n/1", html.encode())).body) == 12


def test_a_long_story_on_a_page_of_links_is_a_story() -> None:
    links = "".join(f'<h3><a href="/n/{at}">Another story of today, number {at}</a></h3>' for at in range(40))
    told = "".join(
        f"<p>The council said on day {at} that it had voted for the bridge, and why it had.</p>" for at in range(30)
    )
    html = f"<html><head><title>The bridge</title></head><body><div>{told}</div><div>{links}</div></body></html>"
    assert len(read(Page("https://courier.example/news/the-bridge-1", html.encode())).body) >= 30
