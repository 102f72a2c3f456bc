"""News sitemaps, and indexes of sitemaps."""

from __future__ import annotations

from lxml.etree import _Element

from bot.errors import NotAFeed
from bot.feeds.fields import fields_of, first, first_date
from bot.feeds.links import absolute
from bot.feeds.names import Names
from bot.feeds.nouns import Entry, Feed, FeedLink
from bot.feeds.texts import title_line

MOST_NAMED = 20
DATES = ("news:publication_date", "news:publicationdate")


def read_sitemap(root: _Element, url: str | None, names: Names) -> Feed:
    """Raises `NotAFeed` for a map of all pages: what it dates is not news."""
    entries: list[Entry] = []
    language = publisher = ""
    for element in root:
        fields = fields_of(element, names)
        if "news:news" not in fields:
            continue
        news = fields_of(fields["news:news"][0], names)
        link = absolute(first(fields, ("loc",)).strip(), url)
        title = title_line(first(news, ("news:title",)))
        published = first_date(news, DATES)
        entries.append(
            Entry(id=link, url=link, title=title, published=published, updated=first_date(fields, ("lastmod",)))
        )
        if not publisher and "news:publication" in news:
            about = fields_of(news["news:publication"][0], names)
            publisher, language = (
                title_line(first(about, ("news:name",))),
                first(about, ("news:language",)).strip()[:20],
            )
    if len(root) and not entries:
        raise NotAFeed("plain_sitemap")
    return Feed(format="sitemap", title=publisher, language=language, entries=tuple(entries))


def read_index(root: _Element, url: str | None, names: Names) -> tuple[FeedLink, ...]:
    """The sitemaps that an index names: those that are called news first, then the latest changed."""
    found: list[tuple[bool, float, FeedLink]] = []
    for element in root:
        fields = fields_of(element, names)
        if link := absolute(first(fields, ("loc",)).strip(), url):
            changed = first_date(fields, ("lastmod",))
            news = "news" in link.rpartition("//")[2].partition("/")[2].lower()
            found.append((not news, -changed.timestamp() if changed else 0.0, FeedLink(link)))
    found.sort(key=lambda one: one[:2])
    return tuple(link for _, _, link in found[:MOST_NAMED])
