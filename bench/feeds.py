"""Reading feeds beside feedparser: the same feeds, the same fields, the same run; and polling very many of them."""

from __future__ import annotations

import asyncio
import calendar
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import feedparser

from bench.polling import keep_up
from bench.table import show
from bot.feeds import Entry, Feed, read_feed
from bot.feeds.texts import title_line
from bot.model import Page

FIXTURES = Path(__file__).parent.parent / "tests" / "data" / "feeds"
ADDRESS = "https://journal.example/feed.atom"
RUNS = 15
START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PARAGRAPH = (
    "<p>The council of <b>Eastmouth</b> voted to <a href='/bridge'>rebuild</a> the old bridge &amp; the pier.</p>"
)


def run() -> None:
    rows = [reading(kind, make(kind)) for kind in ("rss", "atom", "rdf")]
    show([*rows, same_fields(), *asyncio.run(keep_up())])


def make(kind: str) -> bytes:
    """A feed of 100 entries with 2 KB of HTML each, as news sites have them."""
    return {"rss": rss, "atom": atom, "rdf": rdf}[kind]().encode()


def rss() -> str:
    items = "".join(
        f"<item><title>Story {n} of the &amp; harbour</title><link>https://paper.example/{n}?a=1&amp;b=2</link>"
        f"<guid isPermaLink='false'>id-{n}</guid><pubDate>{format_datetime(START - timedelta(minutes=n))}</pubDate>"
        f"<dc:creator>Ana Ruiz</dc:creator><description><![CDATA[{PARAGRAPH * 18}]]></description></item>"
        for n in range(100)
    )
    channel = f"<channel><title>P</title>{items}</channel>"
    return f"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>{channel}</rss>"


def atom() -> str:
    items = "".join(
        f"<entry><id>urn:{n}</id><title type='html'>Story {n}</title><link href='https://paper.example/{n}'/>"
        f"<updated>{(START - timedelta(minutes=n)).isoformat()}</updated><author><name>Ana Ruiz</name></author>"
        f"<content type='html'><![CDATA[{PARAGRAPH * 18}]]></content></entry>"
        for n in range(100)
    )
    return f"<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>P</title>{items}</feed>"


def rdf() -> str:
    items = "".join(
        f"<item rdf:about='https://paper.example/{n}'><title>Story {n}</title><link>https://paper.example/{n}</link>"
        f"<dc:date>{(START - timedelta(minutes=n)).isoformat()}</dc:date>"
        f"<description><![CDATA[{PARAGRAPH * 18}]]></description></item>"
        for n in range(100)
    )
    spaces = (
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
        " xmlns:dc='http://purl.org/dc/elements/1.1/'"
    )
    return f"<?xml version='1.0'?><rdf:RDF {spaces}><channel><title>P</title></channel>{items}</rdf:RDF>"


def reading(kind: str, body: bytes) -> tuple[str, str, str, str]:
    ours = cost(lambda: read_feed(Page(ADDRESS, body, "application/xml")))
    theirs = cost(lambda: feedparser.parse(body))
    what = f"parse of a 100-entry {kind} feed, {len(body) // 1000} KB"
    return what, f"{ours:.1f} ms, {ours / theirs:.2f}", f"feedparser {theirs:.1f} ms, 1", "≤ 0.25"


def cost(read: Callable[[], object]) -> float:
    """Median processor time in milliseconds."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        read()
        times.append(time.process_time() - begun)
    return statistics.median(times) * 1000


def same_fields() -> tuple[str, str, str, str]:
    """Of the labelled fixtures that feedparser reads as well: fields of entries that are as they should be."""
    right = {"ours": 0, "theirs": 0}
    total = 0
    for path in sorted(FIXTURES.glob("*.xml")):
        expected = _expected(path)
        body = path.read_bytes()
        ours = read_feed(Page(ADDRESS, body, "application/xml")).feed
        assert ours is not None
        theirs = feedparser.parse(body, response_headers={"content-location": ADDRESS})
        for n, entry in enumerate(expected.entries):
            wanted = _fields(entry)
            total += len(wanted)
            right["ours"] += _same(wanted, _fields(ours.entries[n]) if n < len(ours.entries) else {})
            right["theirs"] += _same(wanted, _of_feedparser(theirs.entries[n]) if n < len(theirs.entries) else {})
    return (
        "fields of the labelled fixtures that are right",
        f"{right['ours']} of {total}",
        f"feedparser {right['theirs']} of {total}",
        "all that feedparser has",
    )


def _expected(path: Path) -> Feed:
    import runpy

    feed = runpy.run_path(str(path.with_suffix(".py")))["expected"]
    assert isinstance(feed, Feed)
    return feed


def _same(wanted: dict[str, object], found: dict[str, object]) -> int:
    return sum(found.get(name) == value for name, value in wanted.items())


def _fields(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "date": entry.published or entry.updated,
        "authors": entry.authors,
    }


def _of_feedparser(entry: Any) -> dict[str, object]:
    """The same fields; its titles may hold markup, which is taken off as we do it, so that only the reading counts."""
    named = [author.get("name", "") for author in entry.get("authors", [])]
    return {
        "id": entry.get("id", ""),
        "url": entry.get("link", ""),
        "title": title_line(entry.get("title", "")),
        "date": _date(entry.get("published_parsed") or entry.get("updated_parsed")),
        "authors": tuple(filter(None, named)),
    }


def _date(parsed: time.struct_time | None) -> datetime | None:
    return None if parsed is None else datetime.fromtimestamp(calendar.timegm(parsed), UTC)
