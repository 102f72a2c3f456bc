"""Live blogs, galleries and film pages are read as what they are."""

from __future__ import annotations

import json

from bot.article import read
from bot.article.claims import claims
from bot.article.entries import live_blocks, paragraphs
from bot.model import Article, Page, StoryKind

URL = "https://courier.example/news/live-blog/storm-hits-coast"
TEXTS = (
    "The storm has reached the islands, and all ferries stay in port until the morning at least, the harbour says.",
    "The mayor asks everyone to keep away from the promenade, where waves have torn out benches and a lamp post.",
    "The bridge is closed to lorries and caravans; police turn them back at the roundabout by the old mill.",
    "The first gusts are measured at the lighthouse, a hundred and ten kilometres an hour in the early evening.",
)


def page(body: str, head: str = "", title: str = "Storm live: ferries stay in port") -> Article:
    head = f"<head><title>{title}</title>{head}</head>"
    return read(Page(URL, f"<html lang=en>{head}<body><main><h1>{title}</h1>{body}</main></body></html>".encode()))


def ld(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **node})}</script>'


def stamps(article: Article) -> list[str]:
    return [block.stamp for block in article.body if block.stamp]


def test_entries_carry_the_time_of_their_time_elements() -> None:
    entries = "".join(
        f'<article class="entry"><time datetime="2026-03-05T1{9 - at}:00:00+01:00">1{9 - at}:00</time>'
        f"<p>{text}</p><p>More of it, number {at}, will follow here when we know it, our reporter says.</p></article>"
        for at, text in enumerate(TEXTS)
    )
    article = page(entries)
    assert article.kind is StoryKind.LIVE_BLOG
    assert stamps(article) == [f"2026-03-05T1{9 - at}:00:00+01:00" for at in range(4)]
    assert [block.text for block in article.body if block.stamp] == list(TEXTS)


def test_times_without_a_day_are_dated_by_the_updates() -> None:
    entries = "".join(f'<div id="e{at}"><span>1{9 - at}:00</span><p>{text}</p></div>' for at, text in enumerate(TEXTS))
    updates = [
        {"@type": "BlogPosting", "url": f"{URL}#e{at}", "datePublished": f"2026-03-05T1{9 - at}:00:00Z"}
        for at in range(4)
    ]
    article = page(entries, ld(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
    assert stamps(article) == [f"2026-03-05T1{9 - at}:00:00+00:00" for at in range(4)]


def test_a_live_blog_that_scripts_build_is_read_from_its_updates() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Update {at}",
            "articleBody": f"<p>{text}</p>",
            "datePublished": "2026-03-05",
        }
        for at, text in enumerate(TEXTS)
    ]
    article = page('<div id="app"></div>', ld(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
    assert article.kind is StoryKind.LIVE_BLOG
    assert stamps(article) == ["2026-03-05"] * 4
    assert [block.text for block in article.body] == [
        line for at, text in enumerate(TEXTS) for line in (f"Update {at}", text)
    ]


def test_a_gallery_is_read_from_its_captions() -> None:
    slides = "".join(
        f'<figure><img src="/{at}.jpg"><figcaption>{text} <span class="credit">Photo: Jo Falk</span></figcaption>'
        "</figure>"
        for at, text in enumerate((*TEXTS, *(f"{text} Again." for text in TEXTS)))
    )
    article = page(slides, title="In pictures: the storm")
    assert article.kind is StoryKind.GALLERY
    assert len(article.body) == 8
    assert article.captions[0].credit == "Jo Falk"


def test_a_gallery_is_read_from_the_attributes_of_its_slides() -> None:
    slides = "".join(f'<figure><img src="/{at}.jpg" data-caption="{text}"></figure>' for at, text in enumerate(TEXTS))
    assert [block.text for block in page(slides, title="In pictures: the storm").body] == list(TEXTS)


def test_a_film_page_is_read_from_the_film_s_description() -> None:
    film = ld(**{"@type": "VideoObject", "name": "Storm", "description": " ".join(TEXTS[:2])})
    article = page("<video src='/a.mp4'></video>", film, title="Video: the storm")
    assert article.kind is StoryKind.VIDEO
    assert article.body[0].text == " ".join(TEXTS[:2])


def test_odd_updates_are_left_out() -> None:
    story = {"@type": "LiveBlogPosting", "liveBlogUpdate": [None, "x", {"articleBody": 3}, {"headline": "Only this"}]}
    assert live_blocks(claims([story])) == ()
    assert (
        live_blocks(claims([{"@type": "LiveBlogPosting", "liveBlogUpdate": {"articleBody": "One"}}]))[0].text == "One"
    )


def test_lines_of_a_text_with_tags_and_escapes() -> None:
    assert list(paragraphs("&lt;p&gt;One &amp;amp; two&lt;/p&gt;<br>")) != []
    assert list(paragraphs("<p>One &amp; two</p><p>Three<br/>four</p>\n\nfive")) == [
        "One & two",
        "Three",
        "four",
        "five",
    ]
