"""What is wrong with a feed is put right or refused with a reason; it never hangs the reader and never raises else."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotAFeed
from bot.feeds import Feed, FeedLink, read_feed
from bot.feeds.dates import instant
from bot.feeds.opml import write_opml
from bot.feeds.texts import title_line
from bot.model import Page

HOME = "https://courier.example/"


def read(body: str | bytes, charset: str | None = None) -> Feed:
    raw = body if isinstance(body, bytes) else body.encode()
    feed = read_feed(Page(HOME, raw, "application/xml", charset)).feed
    assert feed is not None
    return feed


def links(body: str) -> list[str]:
    return [link.url for link in read_feed(Page(HOME, body.encode())).links]


def rss(*items: str, head: str = "") -> str:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f"{head}<rss version='2.0'><channel><title>Courier</title>{listed}</channel></rss>"


BILLION = (
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "empty"),
        ("plain words", "not_xml"),
        ("<<<", "not_xml"),
        (rss("<title>&c;</title>", head=BILLION), "entities"),
        (rss("<title>&x;</title>", head='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "entities"),
        (
            rss("<title>&x;</title>", head='<!DOCTYPE rss [ <!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x; ]>'),
            "entities",
        ),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "no_feed"),
        ('{"items": []}', "no_feed"),
        ("[1, 2]", "no_feed"),
        ("[" * 100_000, "not_xml"),
        ("<urlset><url><loc>https://a.example/</loc></url></urlset>", "plain_sitemap"),
        (rss(*["<title>x</title>"] * 10_001), "too_many"),
    ],
)
def test_what_cannot_be_a_feed_is_refused_with_its_reason(body: str, reason: str) -> None:
    with pytest.raises(NotAFeed) as refused:
        read(body)
    assert refused.value.detail == reason


def test_a_doctype_that_declares_nothing_is_passed_over() -> None:
    feed = read(rss("<title>Fine</title>", head="<!DOCTYPE rss [<!ELEMENT rss ANY>]><!-- a comment -->"))
    assert [entry.title for entry in feed.entries] == ["Fine"]


@pytest.mark.parametrize(("charset", "claim"), [("cp1251", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-8")])
def test_a_charset_that_is_not_the_one_it_says(charset: str, claim: str) -> None:
    title = "Совет проголосовал за новый мост через гавань"
    body = f"<?xml version='1.0' encoding='{claim}'?>" + rss(f"<title>{title}</title>")
    assert read(body.encode(charset), claim).entries[0].title == title


def test_a_feed_cut_anywhere_gives_only_whole_entries() -> None:
    whole = rss(*(f"<title>Story {n}</title><link>https://courier.example/{n}</link>" for n in range(5)))
    titles = [f"Story {n}" for n in range(5)]
    for end in range(20, len(whole)):
        try:
            feed = read(whole[:end])
        except NotAFeed:
            continue
        assert [entry.title for entry in feed.entries] == titles[: len(feed.entries)]
        assert all(entry.url == f"https://courier.example/{n}" for n, entry in enumerate(feed.entries))


def test_titles_are_read_as_people_would() -> None:
    assert title_line("AT&amp;amp;T &lt;b&gt;wins&lt;/b&gt;") == "AT&T wins"
    assert title_line("<![odd") == "<![odd"
    assert title_line("a < b > c") == "a < b > c"
    assert title_line("Fish &chips; and R&D") == "Fish &chips; and R&D"
    assert title_line("one\n\ttwo\u202e three") == "one two three"


def test_what_a_home_page_names() -> None:
    page = """<html><head><base href="/en/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
    <link rel="ALTERNATE stylesheet" type="application/atom+xml; charset=utf-8" title="News" href="news.atom">
    <link rel="alternate" type="text/html" hreflang="de" href="/de/">
    <link rel="alternate" type="application/json" href="/wp-json">
    </head><body><a href="/all/rss.xml?x=1">All news</a><a href="mailto:a@b.example/feed">no</a></body></html>"""
    assert links(page) == [
        "https://courier.example/en/news.atom",
        "https://courier.example/all/rss.xml?x=1",
        "https://courier.example/en/comments.xml",
    ]


def test_an_index_names_the_news_first() -> None:
    maps = ("old.xml", "2026-01-01"), ("new.xml", "2026-11-01"), ("google-news.xml", "")
    index = "".join(f"<sitemap><loc>{HOME}{name}</loc><lastmod>{day}</lastmod></sitemap>" for name, day in maps)
    assert links(f"<sitemapindex>{index}</sitemapindex>") == [
        HOME + n for n in ("google-news.xml", "new.xml", "old.xml")
    ]


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Cf", "Co"]), min_size=1
)


@given(st.lists(TEXT, unique=True, max_size=8))
def test_a_list_that_is_written_is_read_back(names: list[str]) -> None:
    feeds = [(FeedLink(f"{HOME}{n}?a=1&b=\"'<>", title_line(name) or "x"), HOME) for n, name in enumerate(names)]
    text = write_opml(feeds, "Feeds of <us>", datetime(2026, 11, 25, tzinfo=UTC))
    assert list(read_feed(Page(None, text.encode())).links) == [
        FeedLink(feed.url, title_line(feed.title)) for feed, _ in feeds
    ]


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<rss><channel><item>", b"<feed><entry>", b'{"version":', b"<?xml "]),
)
def test_no_bytes_raise_anything_but_a_refusal(noise: bytes, start: bytes) -> None:
    with suppress(NotAFeed):
        read_feed(Page(HOME, start + noise))


MOMENTS = st.integers(63_072_000, 7_226_582_400).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(MOMENTS, ZONES)
def test_every_way_to_write_a_date_means_the_same(moment: datetime, zone: timezone) -> None:
    at = moment.astimezone(zone)
    assert instant(format_datetime(at)) == at
    assert instant(at.isoformat()) == at
    assert instant(at.strftime("%d %B %Y %I:%M:%S %p %z")) == at
    assert instant(moment.strftime("%a %b %d %H:%M:%S %Y")) == moment


@given(st.text())
def test_no_text_is_too_odd_for_a_date(text: str) -> None:
    found = instant(text)
    assert found is None or found.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mi, 25 Nov 2026 09:30:00 MEZ", "2026-11-25T08:30:00+00:00"),
        ("25 Dez 2026", "2026-12-25T00:00:00+00:00"),
        ("Wed, 25 Nov 26 24:00 GMT", "2026-11-26T00:00:00+00:00"),
        ("November 25, 2026 9:05 pm", "2026-11-25T21:05:00+00:00"),
        ("2026-11-25 09:30:00 +0200", "2026-11-25T07:30:00+00:00"),
        ("2026-11-25T09:30:60,5Z", "2026-11-25T09:30:59+00:00"),
        ("Thu, 29 Feb 2028 12:00:00 PDT", "2028-02-29T19:00:00+00:00"),
    ],
)
def test_dates_as_feeds_write_them(text: str, iso: str) -> None:
    found = instant(text)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-01", "30 Feb 2026", "1970-01-01", "0001-01-01T00:00:00Z", "9999-99"]
)
def test_what_is_no_date(text: str) -> None:
    assert instant(text) is None
