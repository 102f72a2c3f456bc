"""The title: what the page's own claims agree on."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from bot.article.metadata import read_metadata


def title(*, linked: str = "", og: str = "", h1: str = "", document: str = "", site: str = "Coast Courier") -> str:
    script = json.dumps({"@type": "NewsArticle", "headline": linked})
    head = f'<script type="application/ld+json">{script}</script>' if linked else ""
    head += f'<meta property="og:title" content="{og}">' if og else ""
    head += f'<meta property="og:site_name" content="{site}"><title>{document}</title>'
    html = f"<html><head>{head}</head><body>{f'<h1>{h1}</h1>' if h1 else ''}<p>x</p></body></html>"
    return read_metadata(etree.fromstring(html, etree.HTMLParser()), "https://courier.example/a").title


FERRY = "Ferry pilots call off strike after talks"


@pytest.mark.parametrize(
    "document",
    [
        f"{FERRY} | Coast Courier",
        f"{FERRY} - Coast Courier",
        f"{FERRY} | Harbour | Coast Courier",
        f"{FERRY} – News – Coast Courier",
        f"Coast Courier | {FERRY}",
        f"{FERRY} | The Coast Courier Online",
        f"{FERRY} - courier.example",
    ],
)
def test_the_sites_name_is_no_part_of_it(document: str) -> None:
    assert title(document=document) == FERRY
    assert title(og=document, document=document) == FERRY


def test_a_dash_inside_a_headline_stays() -> None:
    whole = "Ferry pilots call off strike - and the talks go on"
    assert title(linked=whole, document=f"{whole} | Coast Courier") == whole
    assert title(document=whole) == whole


def test_what_the_reader_sees_wins_where_a_second_place_says_it() -> None:
    other = "Ferry strike 2026: all that you must know"
    assert title(linked=other, og=FERRY, h1=FERRY, document=other) == FERRY
    assert title(linked=FERRY, og=other, h1=FERRY, document=other) == FERRY
    assert title(linked=FERRY, og=FERRY, h1="Ferry pilots end their strike after talks", document=other) == FERRY


def test_a_headline_of_something_else_is_not_taken() -> None:
    assert title(og=FERRY, h1="Support our work today", document=FERRY) == FERRY
    assert title(h1="Coast Courier", document=f"{FERRY} | Coast Courier") == FERRY


def test_a_headline_that_was_cut_off_is_made_whole() -> None:
    assert title(linked="Ferry pilots call off…", h1=FERRY, document="Coast Courier") == FERRY


def test_one_kicker_is_kept_where_most_say_it() -> None:
    whole = f"Harbour: {FERRY}"
    assert title(linked=whole, og=whole, h1=FERRY, document=whole) == whole


def test_entities_and_tags_are_read() -> None:
    assert title(linked="Tom &amp;amp; <i>Ann</i>&#8217;s ferry") == "Tom & Ann ’s ferry"


def test_writing_without_spaces() -> None:
    headline = "市議会、古い橋の再建を決定"
    assert title(og=f"{headline}：海岸新聞", h1=headline, site="海岸新聞") == headline
    assert title(document=f"{headline}-社会｜海岸新聞", site="海岸新聞") == headline


def test_no_title_at_all() -> None:
    assert title(site="") == ""
