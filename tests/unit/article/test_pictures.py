"""Captions with their credits apart, related links with their addresses, and the tables of a story."""

from __future__ import annotations

from functools import partial

import pytest
from lxml import etree

from bot.article.pictures import captions
from bot.article.related import absolute, related_links
from bot.article.survey import Survey, survey
from bot.article.tables import tables
from bot.model import Caption, RelatedLink, Table

URL = "https://courier.example/news/bridge"
SHIP = "The ferry Linnea at her berth"


def tree(body: str) -> etree._Element:
    return etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser())


def surveyed(body: str) -> Survey:
    return survey(tree(body))


@pytest.mark.parametrize(
    ("figure", "caption"),
    [
        (f"<figure><img><figcaption>{SHIP}</figcaption></figure>", Caption(SHIP)),
        (f"<figure><img><figcaption>{SHIP} <small class='credit'>Foto: Jo Falk/dpa</small></figcaption></figure>",
         Caption(SHIP, "Jo Falk/dpa")),
        (f"<figure><img><figcaption>{SHIP}</figcaption><span class='img-copyright'>© Jo Falk</span></figure>",
         Caption(SHIP, "Jo Falk")),
        (f"<div class='wp-caption'><img><p class='wp-caption-text'>{SHIP}. Photo: Jo Falk</p></div>",
         Caption(f"{SHIP}.", "Jo Falk")),
        (f"<div class=pic><img><div class='image-caption'>{SHIP} — © BELGA</div></div>", Caption(SHIP, "BELGA")),
        (f"<div class=pic><img><div class='caption'>{SHIP} | Bron: ANP</div></div>", Caption(SHIP, "ANP")),
        (f"<figure><img><figcaption>{SHIP} (Jo Falk/AFP)</figcaption></figure>", Caption(SHIP, "Jo Falk/AFP")),
        (f"<figure><img><figcaption>{SHIP}<span class=credit>(Graeme Sloan (Getty))</span></figcaption></figure>",
         Caption(SHIP, "Graeme Sloan (Getty)")),
    ],
)  # fmt: skip
def test_a_caption_and_its_credit(figure: str, caption: Caption) -> None:
    assert captions(surveyed(figure)) == (caption,)


@pytest.mark.parametrize(
    "other",
    [
        "<p class='caption'>Small print that some sites call a caption</p>",
        f"<a href='/other.html'><figure><img><figcaption>{SHIP}</figcaption></figure></a>",
        f"<nav><figure><img><figcaption>{SHIP}</figcaption></figure></nav>",
        "<figure><img><figcaption>20:15</figcaption></figure><figure><img><figcaption>02/02/2025</figcaption></figure>",
    ],
)
def test_what_is_no_caption_of_the_story(other: str) -> None:
    assert captions(surveyed(other)) == ()


def test_a_caption_that_stands_twice_is_kept_once_with_its_credit() -> None:
    one = f"<figure><img><figcaption>{SHIP}.</figcaption></figure>"
    other = f"<figure><img><figcaption>{SHIP} <span class=credit>Jo Falk</span></figcaption></figure>"
    assert captions(surveyed(one + other)) == (Caption(SHIP, "Jo Falk"),)


def linked(body: str, *known: str) -> tuple[RelatedLink, ...]:
    root = tree(body)
    return related_links(survey(root), partial(absolute, URL), dict.fromkeys(known, root[0][0]), URL)


STRIKE = RelatedLink("Ferry pilots call off their strike", "https://courier.example/strike")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Read more: <a href='/strike'>Ferry pilots call off their strike</a></p>",
        "<p><strong>Lesen Sie auch:</strong> <a href='/strike'>Ferry pilots call off their strike</a></p>",
        "<div class='related-box'><h3>More</h3><a href='/strike'>Ferry pilots call off their strike</a></div>",
        "<h3>Sur le même sujet</h3><ul><li><a href='/strike'>Ferry pilots call off their strike</a></li></ul>",
        "<aside class='c-rich-link'><a href='/strike'><h4>Ferry pilots call off their strike</h4>Two lines</a></aside>",
    ],
)
def test_another_story_is_kept_with_its_address(body: str) -> None:
    assert linked(body) == (STRIKE,)


@pytest.mark.parametrize(
    "body",
    [
        "<li><a href='/strike'>Ferry pilots call off their strike</a></li>",
        "<a href='/strike'><p>Ferry pilots call off their strike</p></a>",
    ],
)
def test_headlines_that_are_known_get_the_addresses_of_their_links(body: str) -> None:
    assert linked(body, STRIKE.text, "A row of labels that is no link") == (STRIKE,)


@pytest.mark.parametrize(
    "body",
    [
        "<div class=related><a href='javascript:void(0)'>Ferry pilots call off their strike</a></div>",
        f"<div class=related><a href='{URL}'>Harbour bridge closes to all traffic</a></div>",
        "<div class=related><a href='#top'>Back to the top of page</a></div>",
        "<div class=related><a href='/s'>Sport</a></div>",
        "<div class=related><a href='/news/bridge#comments'>What our readers say about it</a></div>",
        "<div class=related><a href='https://shop.example.org/x'>A bread machine with many functions</a></div>",
        "<nav><div class=related><a href='/strike'>Ferry pilots call off their strike</a></div></nav>",
        "<div class=related><a href='http://[bad'>Ferry pilots call off their strike</a></div>",
    ],
)
def test_what_leads_to_no_other_story(body: str) -> None:
    assert linked(body) == ()


def test_a_table_of_the_story() -> None:
    rows = (
        "<tr><th>Pier</th><th>State</th></tr><tr><td>One</td><td>sound</td></tr><tr><td>Two</td><td>cracked</td></tr>"
    )
    assert tables(surveyed(f"<table>{rows}</table>")) == (
        Table((("Pier", "State"), ("One", "sound"), ("Two", "cracked"))),
    )
    for outside in (
        f"<nav><table>{rows}</table></nav>",
        f"<table><tr><td><table>{rows}</table></td><td>x</td></tr></table>",
    ):
        assert len(tables(surveyed(outside))) <= 1
    assert (
        tables(
            surveyed("<table><tr><td>" + "long " * 200 + "</td><td>x</td></tr><tr><td>a</td><td>b</td></tr></table>")
        )
        == ()
    )


def test_twenty_thousand_of_each_are_no_trouble() -> None:
    many = f"<figure><img><figcaption class=caption>{SHIP}</figcaption></figure>" * 20_000
    links = "<div class=related>" * 100 + "<a class=related href='/x'>Ferry pilots call off their strike</a>" * 20_000
    seen = surveyed(many + links)
    assert captions(seen) == (Caption(SHIP),)
    assert len(related_links(seen, partial(absolute, URL))) == 1
