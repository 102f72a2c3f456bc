"""Feeds: their bytes become entries, a home page the feeds it names; what is new, and when to ask again. All pure."""

from __future__ import annotations

from bot.feeds.nouns import Entry, Feed, FeedLink, Rhythm, Seen
from bot.feeds.read import read_feed

__all__ = ["Entry", "Feed", "FeedLink", "Rhythm", "Seen", "read_feed"]
