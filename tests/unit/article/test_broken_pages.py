"""Whatever a page is made of, reading it gives an article or says that it is none: nothing else is ever raised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.article import read
from bot.errors import NotAnArticle
from bot.model import Article, Page
from tests.site import article as site_article

DATA = Path(__file__).parents[2] / "data"
SEEDS = [path.read_bytes() for path in sorted(DATA.glob("pages/**/*.html")) + sorted(DATA.glob("sites/*.html"))]
URLS = (
    None,
    "https://courier.example/news/bridge",
    "https://courier.example/live/storm",
    "https://courier.example/",
    "https://www.metro.co.uk/2026/x",
    "http://[bad",
    "nothing",
)
PIECES = (
    *(
        b"<div>",
        b"</div>",
        b"<p>",
        b"<a href='http://[x'>",
        b"<table><tr><td>",
        b"<figure><figcaption>",
        b"<time datetime='",
    ),
    *(
        b"<script type='application/ld+json'>",
        b"</script>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?xml",
        b"<noscript>",
    ),
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"&#0;",
        b"&#x110000;",
        b"&amp;amp;",
        b"\x1b$B",
        b"\xed\xa0\x80",
        b"\r\r\n",
    ),
    *(
        b'{"@type":"NewsArticle","wordCount":1e999,"hasPart":[[]]',
        b'"@graph":',
        b'"liveBlogUpdate":[{}]',
        b"<svg><math>",
    ),
    *(
        b"<template>",
        b"<plaintext>",
        b"<select><option>",
        b"<h1>",
        b"<meta charset='utf-7'>",
        b"<base href='javascript:'>",
    ),
    *(
        b"9999-99-99T99:99",
        b"<img data-caption='",
        b"class='caption related correction paywall'",
        b"<frameset>",
        b"<button>",
    ),
)
PATIENT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def outcome(
    body: bytes, url: str | None = URLS[1], content_type: str = "text/html", charset: str | None = None
) -> object:
    try:
        return read(Page(url, body, content_type, charset))
    except NotAnArticle as error:
        return error.detail


def is_fine(found: object) -> bool:
    return bool(found) if isinstance(found, str) else isinstance(found, Article) and bool(found.body)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    page = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(page)))
        cut = draw(st.integers(0, 400))
        kind = draw(st.sampled_from(("insert", "cut", "repeat", "flip")))
        if kind == "insert":
            page[at:at] = draw(st.sampled_from(PIECES)) * draw(st.integers(1, 40))
        elif kind == "cut":
            del page[at : at + cut]
        elif kind == "repeat":
            page[at:at] = bytes(page[at : at + cut]) * draw(st.integers(1, 20))
        elif page:
            page[min(at, len(page) - 1)] = draw(st.integers(0, 255))
    return bytes(page)


@given(mutated(), st.sampled_from(URLS), st.sampled_from((None, "utf-8", "shift_jis", "x-none", "base64")))
@PATIENT
def test_a_page_that_was_broken_on_the_way(body: bytes, url: str | None, charset: str | None) -> None:
    assert is_fine(outcome(body, url, charset=charset))


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.binary(max_size=300))
@PATIENT
def test_pieces_of_pages_in_any_order(pieces: list[bytes], noise: bytes) -> None:
    assert is_fine(outcome(b"".join(pieces) + noise))


@given(st.binary(max_size=2000), st.sampled_from(("text/html", "text/plain", "application/xhtml+xml")))
@PATIENT
def test_bytes_of_any_kind(body: bytes, content_type: str) -> None:
    assert is_fine(outcome(body, content_type=content_type))


TAGS = ("div", "p", "span", "ul", "li", "table", "tr", "td", "figure", "figcaption", "a", "time", "h2", "article", "b")
TREES = st.recursive(
    st.text(max_size=40),
    lambda inner: st.builds(
        lambda tag, name, parts: f"<{tag} class='{name}'>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(("", "caption", "related", "correction", "credit", "entry", "paywall", "author")),
        st.lists(inner, max_size=4),
    ),
    max_leaves=60,
)


@given(TREES)
@PATIENT
def test_trees_of_any_shape(tree: str) -> None:
    assert is_fine(outcome(f"<html><body>{tree}</body></html>".encode("utf-8", "replace")))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "@type @graph @id headline author datePublished articleBody wordCount hasPart isAccessibleForFree image"
                " liveBlogUpdate video mainEntity description name url dateline transcript publisher keywords".split()
            ),
            inner | st.sampled_from(["NewsArticle", "LiveBlogPosting", "VideoObject", "CollectionPage"]),
            max_size=6,
        )
    ),
    max_leaves=40,
)


@given(VALUES)
@PATIENT
def test_any_json_ld(value: object) -> None:
    script = f'<script type="application/ld+json">{json.dumps(value)}</script></head>'
    assert is_fine(outcome(site_article("Eastmouth").replace("</head>", script).encode("utf-8", "replace")))


STORY = site_article("Eastmouth")
HOSTILE = {
    "captions": STORY.replace("</article>", "<figure><img><figcaption>A ship at sea</figcaption></figure>" * 20_000),
    "links": STORY.replace("</article>", "<h3><a class=related href='/x'>Another story of today</a></h3>" * 20_000),
    "tables": STORY.replace(
        "</article>", "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>" * 5_000
    ),
    "nested tables": STORY.replace("</article>", "<table><tr><td>" * 500),
    "nested menus": STORY.replace("<main>", "<nav>" * 1_000 + "<i>x</i>" * 50_000 + "<main>"),
    "times": STORY.replace("</article>", "<div class=e><time datetime='2026-01-01'>x</time><p>Hm</p></div>" * 10_000),
    "classes": STORY.replace("</article>", "".join(f"<i class='caption{n} related{n}'>x</i>" for n in range(20_000))),
    "notes": STORY.replace("</article>", "<p class=correction>Correction: it was so.</p>" * 10_000),
    "long class": STORY.replace("<main>", f"<main class='{'caption related ' * 50_000}'>"),
    "deep json": STORY.replace("</head>", f'<script type="application/ld+json">{"[" * 100_000}</script></head>'),
    "deep object": STORY.replace(
        "</head>", '<script type="application/ld+json">' + '{"@graph":' * 5_000 + "1" + "}" * 5_000 + "</script></head>"
    ),
    "many objects": STORY.replace(
        "</head>", f'<script type="application/ld+json">[{"{},".join(["{}"] * 20_000)}]</script></head>'
    ),
    "entities": STORY.replace("<article>", "<article>" + "&amp;" * 50_000),
    "questions": STORY.replace("</article>", "<p>Why is it so, and not otherwise?</p>" * 5_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_story_among_masses_is_still_read(name: str) -> None:
    article = outcome(HOSTILE[name].encode())
    assert isinstance(article, Article), article
    assert article.title == "Eastmouth to rebuild its harbour bridge"
