"""Fetching pages: the one place that dials out, and never an address that is not public."""

from __future__ import annotations

from bot.fetch.cache import PageCache
from bot.fetch.feeds import FeedAnswer, Known
from bot.fetch.fetcher import Fetched, Fetcher

__all__ = ["FeedAnswer", "Fetched", "Fetcher", "Known", "PageCache"]
