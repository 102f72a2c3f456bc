"""OPML: the list of feeds that readers exchange."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from lxml.etree import _Element

from bot.feeds.links import absolute
from bot.feeds.nouns import FeedLink
from bot.feeds.texts import title_line

MOST_OUTLINES = 5000


def read_opml(root: _Element) -> tuple[FeedLink, ...]:
    """The feeds that a list names, folders opened, each once. Attributes are spelled in every way there is."""
    found: dict[str, FeedLink] = {}
    for element in root.iter():
        if str(element.tag).rpartition("}")[2].lower() != "outline":
            continue
        told = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        address = absolute(told.get("xmlurl", "").strip())
        if address:
            title = title_line(told.get("title") or told.get("text") or "")
            found.setdefault(address, FeedLink(address, title))
        if len(found) >= MOST_OUTLINES:
            break
    return tuple(found.values())


def write_opml(feeds: Iterable[tuple[FeedLink, str]], title: str, at: datetime) -> str:
    """A list that every reader takes; with each feed its site's page ("" where it has none). `at` is aware."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(_xml(title))}</title><dateCreated>{format_datetime(at)}</dateCreated></head>",
        "<body>",
    ]
    for feed, home in feeds:
        name = quoteattr(_xml(feed.title or feed.url))
        site = f" htmlUrl={quoteattr(_xml(home))}" if home else ""
        lines.append(f'<outline type="rss" text={name} title={name} xmlUrl={quoteattr(_xml(feed.url))}{site}/>')
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _xml(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(
        ch for ch in text if ch in "\t\n" or (ch >= " " and ch not in "\ufffe\uffff" and not "\ud800" <= ch <= "\udfff")
    )
