"""Pages kept between fetches: the port to where they are kept, and how long one stays fresh."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

from bot.model import CachedPage

MAX_AGE = timedelta(hours=1)
"""News is corrected; no page is trusted longer on its server's word alone."""


class PageCache(Protocol):
    """Where public pages are kept, by the address that was asked for. Raises `StoreError`."""

    async def find(self, key: str) -> CachedPage | None: ...

    async def keep(self, key: str, page: CachedPage) -> None: ...


def fresh_until(cache_control: str, now: datetime, at_least: timedelta) -> datetime | None:
    """Until when no request is needed: `at_least` from now, or the server's `max-age` if that is longer (an hour at
    most). None if the server forbids keeping the page."""
    rules = [rule.strip().lower() for rule in cache_control.split(",")]
    if "no-store" in rules:
        return None
    ages = [_seconds(rule.removeprefix("max-age=")) for rule in rules if rule.startswith("max-age=")]
    promised = timedelta(0) if "no-cache" in rules else min(max(ages, default=timedelta(0)), MAX_AGE)
    return now + max(promised, at_least)


def _seconds(text: str) -> timedelta:
    digits = text.strip("\"' ")
    return timedelta(seconds=int(digits[:9])) if digits.isascii() and digits.isdigit() else timedelta(0)


def conditions(known: CachedPage | None, url: str) -> Mapping[str, str]:
    """Headers that let the server answer 304, for the hop that once answered with the page; empty for any other."""
    if known is None or not known.hops or known.hops[-1] != url:
        return {}
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value}
