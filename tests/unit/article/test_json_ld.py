"""JSON-LD as pages really write it: in graphs, with mistakes, in any depth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article import json_ld, read
from bot.model import Page
from tests.site import article as site_article

PAGES = Path(__file__).parents[2] / "data" / "pages"
URL = "https://courier.example/amp/news/ferry-strike"


def with_ld(script: str) -> Page:
    tag = f'<script type="application/ld+json">{script}</script></head>'
    return Page(URL, site_article("Eastmouth").replace("</head>", tag, 1).encode())


def test_an_amp_page_with_a_graph_that_refers_and_a_list_of_other_stories() -> None:
    article = read(Page(URL, (PAGES / "amp.html").read_bytes()))
    assert article.title == "Ferry pilots call off strike"
    assert article.published == "2026-03-05T06:40:00+01:00"
    assert article.authors == ("Ana Ruiz",)
    assert article.publisher == "Coast Courier"
    assert article.canonical_url == "https://courier.example/news/ferry-strike"
    assert article.image_url is None
    assert tuple(link.text for link in article.related_links) == (
        "Harbour bridge closes after divers find cracks",
        "Harbour dredging delayed again until autumn",
    )
    assert len(article.body) == 4


def test_the_outermost_article_is_the_pages_own() -> None:
    teasers = {"@type": "ItemList", "itemListElement": [{"item": {"@type": "NewsArticle", "headline": "Other"}}]}
    own = {"@type": ["Thing", "NewsArticle"], "headline": "Own"}
    assert json_ld.Graph([json.dumps(teasers), json.dumps(own)]).story["headline"] == "Own"


def test_a_comma_too_many() -> None:
    assert json_ld.parsed('{"a": [1, 2,], "b": 3,}') == {"a": [1, 2], "b": 3}
    assert json_ld.parsed('{"a": ') is None


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"a": 1} -->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '/*<![CDATA[*/{"a": 1}/*]]>*/',
        '{"a": 1};',
        '{"a": 1,}',
        "{&quot;a&quot;: 1}",
        '\n {"a": 1} {"b": 2}',
    ],
)
def test_the_mistakes_people_make(script: str) -> None:
    assert json_ld.parsed(script) == {"a": 1}


def test_line_breaks_inside_a_string() -> None:
    assert json_ld.parsed('{"a": "one\ntwo"}') == {"a": "one\ntwo"}


def test_two_objects_of_one_story_fill_each_other_up() -> None:
    bare = {"@type": "Article", "headline": "Own", "author": ""}
    full = {"@type": "NewsArticle", "headline": "Own", "author": {"name": "Ana Ruiz"}}
    other = {"@type": "NewsArticle", "headline": "Other", "articleSection": "Elsewhere"}
    node = json_ld.Graph([json.dumps(each) for each in (bare, full, other)]).story
    assert json_ld.names(node["author"]) == ["Ana Ruiz"]
    assert "articleSection" not in node


@pytest.mark.parametrize("kind", ["NewsArticle", "schema:NewsArticle", "http://schema.org/ReportageNewsArticle"])
def test_the_kinds_of_stories(kind: str) -> None:
    assert json_ld.Graph([json.dumps({"@type": kind, "headline": "Own"})]).story["headline"] == "Own"


BURDENS = ["[", "{", '{"a":', ", ", "}", '"', "-->", "&quot;", "{}", " ", '{"@type":"NewsArticle"},']


@pytest.mark.parametrize("piece", BURDENS)
def test_a_megabyte_of_anything_is_no_burden(piece: str) -> None:
    many = piece * (900_000 // len(piece))
    for script in (many, "{" + many, f'{{"a": 1}}-->{many}x', f"[{many}]"):
        json_ld.Graph([script])


@pytest.mark.parametrize("key", ["headline", "author", "image", "publisher", "description", "datePublished"])
@pytest.mark.parametrize(("left", "right"), [("[", "]"), ('{"name":', "}"), ('{"url":', "}")])
@pytest.mark.parametrize("depth", [50, 450, 900, 100_000])
def test_no_depth_breaks_the_reading(key: str, left: str, right: str, depth: int) -> None:
    article = read(with_ld(f'{{"@type": "NewsArticle", "{key}": {left * depth}"x"{right * depth}}}'))
    assert article.title == "Eastmouth to rebuild its harbour bridge"


def test_a_title_of_a_thousand_parts() -> None:
    site = '<meta property="og:site_name" content="X">'
    title = f"<meta property='og:title' content='Bridge{' | X' * 5000}'></head>"
    html = site_article("Eastmouth").replace("<h1>", "<h2>").replace("</h1>", "</h2>").replace("</head>", site + title)
    assert len(read(Page(URL, html.encode())).title) <= 500


KEYS = ["@type", "@id", "@graph", "headline", "author", "name", "url", "image", "publisher", "datePublished"]
values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=5))
def test_any_value_anywhere_is_survived(node: dict[str, object]) -> None:
    found = json_ld.Graph([json.dumps({"@graph": [{**node, "@type": "NewsArticle"}, node]})]).story
    assert isinstance(json_ld.text(found.get("headline")), str)
    assert isinstance(json_ld.image(found.get("image")), str)
    assert all(isinstance(name, str) for name in json_ld.names(found.get("author")))
