"""What a feed says, whatever its format is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One story that a feed points at. Empty strings and None mean: not said.

    `id` is the feed's own name for it, `url` an absolute http(s) address, `title` and `summary` plain text on one line.
    Dates are aware, in UTC, as the feed has them: they may lie in the future.
    """

    id: str = ""
    url: str = ""
    title: str = ""
    summary: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a feed says it may be asked: `ttl` in minutes (0: not said), hours (0 to 23, UTC) and days (0 is
    Monday) in which nobody needs to ask."""

    ttl: int = 0
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


UNSAID = Rhythm()


@dataclass(frozen=True, slots=True)
class Feed:
    """`format` is `rss`, `rdf`, `atom`, `json` or `sitemap`. `home` is the site's page, `moved_to` where the feed says
    that it lives now. `cut`: it ended in the middle, and what was broken off is left out."""

    format: str
    title: str = ""
    home: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    rhythm: Rhythm = UNSAID
    moved_to: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class FeedLink:
    """An address that may be a feed's: from a home page, an index of sitemaps, or an OPML list."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What some bytes turned out to be. `kind` is `feed`, or what names `links`: a `page`, an `index`, an `opml`."""

    kind: str
    feed: Feed | None = None
    links: tuple[FeedLink, ...] = ()
