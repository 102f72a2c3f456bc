"""A site's page -> the feeds it names: those in its head, then those that it links to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.etree import _Element

from bot.article.tree import parsed
from bot.errors import NotAFeed, NotAnArticle
from bot.feeds.links import absolute
from bot.feeds.names import FEED_TYPES
from bot.feeds.nouns import FeedLink
from bot.feeds.texts import title_line

MOST_LINKS, MOST_FEEDS = 5000, 20
ENDINGS = (
    ".rss",
    ".atom",
    "/rss",
    "/feed",
    "/feed/",
    "/rss/",
    "/atom",
    "rss.xml",
    "feed.xml",
    "atom.xml",
    "/feed.json",
    "index.xml",
    "index.rdf",
)
LESSER = ("comment", "kommentar", "comentario", "commentaire", "/oembed")
"""A feed of readers' comments is named by most blogs, and wanted by nobody who asks for the site."""


def feeds_of_page(text: str, url: str | None) -> tuple[FeedLink, ...]:
    """What the page names, the likeliest first; empty if it names none. Raises `NotAFeed` for no page at all."""
    try:
        root = parsed(text)
    except NotAnArticle as error:
        raise NotAFeed("empty") from error
    base = next((absolute(el.get("href") or "", url) for el in root.iter("base")), "") or url
    found: dict[str, FeedLink] = {}
    for link in (*_declared(root, base), *_linked(root, base)):
        found.setdefault(link.url, link)
        if len(found) >= MOST_FEEDS:
            break
    return tuple(sorted(found.values(), key=_is_lesser))


def _declared(root: _Element, base: str | None) -> Iterator[FeedLink]:
    for element in root.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "").partition(";")[0].strip().lower()
        is_feed = "feed" in rel or ("alternate" in rel and kind in FEED_TYPES)
        if is_feed and (address := absolute(element.get("href") or "", base)):
            yield FeedLink(address, title_line(element.get("title") or ""))


def _linked(root: _Element, base: str | None) -> Iterator[FeedLink]:
    for count, element in enumerate(root.iter("a")):
        if count >= MOST_LINKS:
            return
        href = element.get("href") or ""
        path = href.partition("?")[0].partition("#")[0].lower()
        if path.endswith(ENDINGS) and (address := absolute(href, base)):
            yield FeedLink(address, title_line("".join(str(part) for part in element.itertext())[:200]))


def _is_lesser(link: FeedLink) -> bool:
    told = f"{link.title} {urlsplit(link.url).path}".casefold()
    return any(word in told for word in LESSER)
