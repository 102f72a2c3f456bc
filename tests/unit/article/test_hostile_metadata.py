"""Pages made to break or to stall the reading of what they say of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.article.metadata import Metadata, read_metadata

HEADLINE = "<h1>Ferry pilots call off strike</h1>"
MANY, MEGABYTE = 20_000, 1_000_000


def read(head: str, body: str) -> Metadata:
    html = f"<html><head>{head}</head><body>{body}<p>x</p></body></html>".encode("utf-8", "replace")
    tree = etree.fromstring(html, etree.HTMLParser(huge_tree=True, encoding="utf-8"))
    return read_metadata(tree, "https://courier.example/news/ferry")


HOSTILE = {
    "a title of a megabyte": (f"<title>{'a | ' * (MEGABYTE // 4)}</title>", HEADLINE),
    "an og:title of a megabyte": (f'<meta property="og:title" content="{"b - " * (MEGABYTE // 4)}">', HEADLINE),
    "an author of a megabyte": (f'<meta name="author" content="{"by " * (MEGABYTE // 3)}">', HEADLINE),
    "keywords of a megabyte": (f'<meta name="keywords" content="{"," * MEGABYTE}">', HEADLINE),
    "a date of a megabyte": (f'<meta name="date" content="{"1 " * (MEGABYTE // 2)}">', HEADLINE),
    "an address of a megabyte": (f'<link rel="canonical" href="{"http://" * (MEGABYTE // 7)}">', HEADLINE),
    "many meta tags": ('<meta name="author" content="Ana Ruiz">' * MANY, HEADLINE),
    "many scripts": ('<script type="application/ld+json">{"@type":"Article"</script>' * MANY, HEADLINE),
    "many headlines": ("", HEADLINE + "<h1>Another one</h1>" * MANY),
    "many times": ("", HEADLINE + "<time>no day 1</time>" * MANY),
    "many bylines": ("", HEADLINE + '<p class="byline">By the way 1</p>' * MANY),
    "many items": ("", HEADLINE + '<b itemprop="author">x</b>' * MANY),
    "many attributes": ("", f"<h1 {' '.join(f'a{n}=1' for n in range(5_000))}>Ferry pilots call off strike</h1>"),
    "empty elements all around": ("", "<i></i>" * MANY + HEADLINE + "<div>" * 100 + "<i> </i>" * MANY),
    "a deep headline": ("", "<div>" * 1500 + HEADLINE + "</div>" * 1500),
    "a deep byline": ("", HEADLINE + '<span class="author">' * 1500 + "By Ana Ruiz" + "</span>" * 1500),
    "many editors": ("", HEADLINE + "<p>责编(责编</p>" * MANY),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_stalls_it(name: str) -> None:
    found = read(*HOSTILE[name])
    assert len(found.title) <= 500
    assert len(found.authors) <= 600
    assert all(len(author) <= 60 for author in found.authors)


words = st.sampled_from(
    ["Ana", "Ruiz", "by", "|", "-", "2026-03-05", "5 March 2026", "&amp;", "\u202e", "\x00", "、", "x"]
)
texts = st.lists(words, max_size=8).map(" ".join) | st.text(max_size=40)
NAMES = ["og:title", "author", "date", "og:url", "og:image", "keywords", "article:section", "og:site_name", "og:locale"]
MARKS = ["byline", "date", "author", "comment", ""]


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), texts), max_size=6),
    st.lists(st.tuples(st.sampled_from(["h1", "p", "time", "span", "a"]), st.sampled_from(MARKS), texts), max_size=8),
    st.none() | st.sampled_from(["https://courier.example/a", "http://[bad", "", "mailto:x", "/a"]),
)
def test_any_page_is_survived(
    metas: list[tuple[str, str]], elements: list[tuple[str, str, str]], url: str | None
) -> None:
    root = etree.Element("html")
    for name, content in metas:
        etree.SubElement(root, "meta", {"name": name, "content": clean(content)})
    for tag, mark, text in elements:
        etree.SubElement(root, tag, {"class": mark, "itemprop": mark}).text = clean(text)
    found = read_metadata(root, url)
    assert found.canonical_url is None or found.canonical_url.startswith(("http://", "https://"))
    assert all(source for _, source in found.found_in)
    if found.published and found.modified:
        assert found.modified[:10] >= found.published[:10]


def clean(text: str) -> str:
    """What XML can hold."""
    return "".join(ch for ch in text if ch in "\t\n" or " " <= ch < "\ud800" or "\ue000" <= ch < "\ufffe")
