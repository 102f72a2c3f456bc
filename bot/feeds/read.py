"""Bytes -> what they are: a feed of any format, an index, a list, or a page that names feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml.etree import _Element

from bot.article.decode import decode
from bot.errors import NotAFeed
from bot.feeds.atom import read_atom
from bot.feeds.home import feeds_of_page
from bot.feeds.json_feed import read_json
from bot.feeds.markup import Tree, tree_of
from bot.feeds.names import Names
from bot.feeds.nouns import Feed, Seen
from bot.feeds.opml import read_opml
from bot.feeds.rss import read_rss
from bot.feeds.sitemap import read_index, read_sitemap
from bot.model import Page

MOST_ENTRIES = 10_000
"""A feed of more is somebody's whole archive; news feeds have 10 to 1,000."""

HTML = ("<!doctype html", "<html", "<head", "<body")
READERS: dict[str, Callable[[_Element, str | None, Names], Feed]] = {
    "rss": read_rss,
    "rdf:rdf": read_rss,
    "channel": read_rss,
    "atom:feed": read_atom,
    "feed": read_atom,
    "urlset": read_sitemap,
}
ENTRIES = frozenset({"item", "entry", "atom:entry", "url"})


def read_feed(page: Page) -> Seen:
    """Raises `NotAFeed` with the reason, for whatever is none of these."""
    text = decode(page).lstrip("\ufeff \t\r\n")
    if not text:
        raise NotAFeed("empty")
    if text[0] in "{[":
        return Seen("feed", _limited(read_json(text, page.url)))
    if _is_html(text):
        return Seen("page", links=feeds_of_page(text, page.url))
    tree, names = tree_of(text, page.url), Names()
    match names[str(tree.root.tag)]:
        case "html" | "xhtml:html":
            return Seen("page", links=feeds_of_page(text, page.url))
        case "sitemapindex":
            return Seen("index", links=read_index(tree.root, page.url, names))
        case "opml":
            return Seen("opml", links=read_opml(tree.root))
        case name if name in READERS:
            return Seen("feed", _read(tree, READERS[name], page.url, names))
        case _:
            raise NotAFeed("no_feed")


def _is_html(text: str) -> bool:
    start = text[:500].lower()
    if start.startswith("<?xml") and "?>" in start:
        start = start[start.find("?>") + 2 :].lstrip()
    return start.startswith(HTML)


def _read(tree: Tree, reader: Callable[[_Element, str | None, Names], Feed], url: str | None, names: Names) -> Feed:
    if sum(names[str(el.tag)] in ENTRIES for el in tree.root.iter()) > MOST_ENTRIES:
        raise NotAFeed("too_many")
    feed = reader(tree.root, url, names)
    # The last entry of a feed that ends in the middle may be half of one.
    return replace(feed, entries=feed.entries[:-1], cut=True) if tree.cut else feed


def _limited(feed: Feed) -> Feed:
    if len(feed.entries) > MOST_ENTRIES:
        raise NotAFeed("too_many")
    return feed
