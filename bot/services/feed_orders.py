"""What feeds ask of the work loop: to be looked at, and to have an entry read."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from bot.store.feed_entries import StoredEntry
from bot.store.feeds import StoredFeed
from bot.work import Order, Retries

POLL, ENTRY = "poll_feed", "feed_entry"
FOR_EVER = Retries(attempts=2**31 - 1, first=60.0)
"""A feed is never given up by the loop: its own failures decide, in `bot.feeds.timing`."""

ENTRY_RETRIES = Retries(attempts=5, first=60.0, deaths=50)


def poll_order(feed: StoredFeed, at: datetime) -> Order:
    """One request at a time to each host."""
    return Order(POLL, str(feed.id), at, lane=host(feed.url))


def entry_order(entry: StoredEntry, at: datetime) -> Order:
    return Order(ENTRY, str(entry.id), at, lane=host(entry.url))


def host(url: str) -> str:
    """With its port: what answers on another one is another server."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
