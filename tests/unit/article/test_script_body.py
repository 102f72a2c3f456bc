"""Pages that show no story, but hold it in their scripts, are read from there."""

from __future__ import annotations

import json

import pytest

from bot.article import read
from bot.article.script_body import html_blocks
from bot.errors import NotAnArticle
from bot.model import BlockKind, Page

TEXTS = (
    "The council of Eastmouth voted on Tuesday to rebuild the old harbour bridge, ending four years of argument.",
    "Mayor Ines Calder said the work would cost 48 million crowns and take until the spring of 2028.",
    "Two of the nine councillors voted against the plan because it closes the ferry pier for 14 months.",
    "Engineers from the technical university had warned that a fourth pier was close to failing.",
)
STORY = f"<p>{TEXTS[0]}</p><h3>The cost</h3><p>{TEXTS[1]} <b>So</b> it is.</p><p>{TEXTS[2]}</p><p>{TEXTS[3]}</p>"
FIGURE = "<figure><img><figcaption>The bridge in the fog of a winter morning</figcaption></figure>"
ELEMENTS = [
    {"type": "text", "content": TEXTS[0]},
    {"type": "header", "content": "The cost"},
    {"type": "image", "caption": "The bridge"},
    {"type": "text", "content": f"<i>{TEXTS[1]}</i> So it is."},
    {"type": "text", "content": TEXTS[2]},
    {"type": "interstitial_link", "content": "Another story"},
    {"type": "text", "content": TEXTS[3]},
]


def script(text: str, kind: str = "") -> str:
    return f"<script{f' type={kind!r}' if kind else ''}>{text}</script>"


def pushed(text: str) -> str:
    return script(f"self.__next_f.push({json.dumps([1, text])})")


HELD = {
    "next data": script(
        json.dumps({"props": {"pageProps": {"article": {"body": STORY + FIGURE}}}}), "application/json"
    ),
    "fusion": script(
        f"window.Fusion={{}};Fusion.globalContent={json.dumps({'content_elements': ELEMENTS})};Fusion.x=1"
    ),
    "elements": script(f"window.__STATE__ = {json.dumps({'story': {'elements': ELEMENTS}})};"),
    "flight": pushed('0:["$","html",null,{"a":"b"}]' * 20) + pushed(STORY + FIGURE + "$$AD$$"),
    "json-ld": script(
        json.dumps({"@type": "NewsArticle", "articleBody": "\n".join((TEXTS[0], "The cost", *TEXTS[1:]))}),
        "application/ld+json",
    ),
    "escaped": script(
        json.dumps({"@type": "NewsArticle", "articleBody": STORY.replace("<", "&lt;").replace(">", "&gt;")}),
        "application/ld+json",
    ),
}


def page(scripts: str) -> Page:
    head = "<head><title>Eastmouth to rebuild its bridge</title></head>"
    html = f"<html>{head}<body><div id=root></div>{scripts}</body></html>"
    return Page("https://courier.example/news/bridge-comes-back", html.encode())


@pytest.mark.parametrize("where", HELD)
def test_a_story_in_a_script_is_read(where: str) -> None:
    body = read(page(HELD[where])).body
    assert [block.text[:30] for block in body] == [text[:30] for text in (TEXTS[0], "The cost", *TEXTS[1:])]
    assert not any("<" in block.text or "fog" in block.text or "$$" in block.text for block in body)


@pytest.mark.parametrize("where", ["next data", "fusion", "elements", "flight"])
def test_its_subheads_are_subheads(where: str) -> None:
    assert [block.text for block in read(page(HELD[where])).body if block.kind is BlockKind.SUBHEAD] == ["The cost"]


@pytest.mark.parametrize(
    "odd",
    [
        script("window.x = {" * 400),
        script("[" * 100_000, "application/json"),
        script(json.dumps({"body": "short"}), "application/json"),
        script("self.__next_f.push([1,"),
        script(json.dumps({"body": '{"a": 1, "b": 2, "c": 3}' * 50}), "application/json"),
    ],
)
def test_scripts_without_a_story_are_none(odd: str) -> None:
    with pytest.raises(NotAnArticle):
        read(page(odd))


def test_a_page_that_shows_its_story_is_not_read_from_a_script() -> None:
    shown = "".join(f"<p>{text} We saw it.</p>" for text in TEXTS)
    assert read(page(f"<article>{shown}</article>" + HELD["elements"])).body[0].text.endswith("We saw it.")


def test_html_that_is_nothing_but_a_story() -> None:
    assert [
        block.text for block in html_blocks("<ul><li>One<p>two</p></li></ul><blockquote><p>Three</p></blockquote>")
    ] == [
        "Onetwo",
        "Three",
    ]
    assert html_blocks("") == ()
    assert [block.text for block in html_blocks("One<br>two")] == ["One", "two"]
