"""What is new in a feed: decided from what it has shown before, kept as digests of a few bytes each.

An entry is known if its id, its address, or its title together with its date was seen before: an edited title or date,
a new id or another address alone never make news of it. A feed's first look makes no news at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.errors import NotAnAddress
from bot.feeds.nouns import Entry, Feed
from bot.links.clean import identity

SIZE = 8
"""Bytes of a digest: among 10,000 keys two are the same once in 400 billion feeds."""

REMEMBERED = 3000
"""Digests kept of entries that have left the feed: some come back."""

TOO_OLD = timedelta(days=7)
"""What is dated before that was news once: archives are imported, old stories touched up."""

MOST_NEW = 50
"""New entries of one look that are read, the latest; more at once is a feed that was rebuilt."""

REBUILT = 3
"""So many unknown entries, at least half of them with titles that were seen, mean that ids and addresses changed."""


@dataclass(frozen=True, slots=True)
class Look:
    """`new` is in the order of the feed's dates, the oldest first; `memory` is to be kept; `aside` counts what is
    unknown but not news: too old, or too many."""

    new: tuple[Entry, ...]
    memory: bytes
    aside: int = 0


def look(memory: bytes | None, feed: Feed, now: datetime) -> Look:
    """Compare with what was kept last time; None is the first look."""
    keys = _keys_of(feed)
    seen = set(_digests(memory or b""))
    fresh = [] if memory is None else _unknown(feed.entries, keys, seen)
    news = [entry for entry in fresh if entry.url and not _is_old(entry, now)]
    news.sort(key=lambda entry: _dated(entry, now))
    return Look(tuple(news[-MOST_NEW:]), _remember(keys, memory or b""), len(fresh) - len(news[-MOST_NEW:]))


@dataclass(frozen=True, slots=True)
class _Keys:
    """What one entry is known by: `own` are proofs, `title` a hint."""

    own: tuple[bytes, ...]
    title: bytes = b""


def _keys_of(feed: Feed) -> list[_Keys]:
    """An id or an address that several entries share says nothing of any of them."""
    addresses = [_identity(entry.url) for entry in feed.entries]
    ids, urls = Counter(entry.id for entry in feed.entries), Counter(addresses)
    home = _identity(feed.home)
    keys = []
    for entry, address in zip(feed.entries, addresses, strict=True):
        title = entry.title.casefold()
        own = []
        if entry.id and ids[entry.id] == 1:
            own.append(_digest("id", entry.id))
        if address and urls[address] == 1 and address != home:
            own.append(_digest("url", address))
        if title and entry.published:
            own.append(_digest("dated", f"{title}\n{entry.published.isoformat()}"))
        if not own:
            own.append(_digest("all", f"{entry.id}\n{address}\n{title}"))
        keys.append(_Keys(tuple(own), _digest("title", title) if title else b""))
    return keys


def _unknown(entries: Iterable[Entry], keys: list[_Keys], seen: set[bytes]) -> list[Entry]:
    unknown = [(entry, key) for entry, key in zip(entries, keys, strict=True) if not seen.intersection(key.own)]
    familiar = [key.title in seen for _, key in unknown]
    if len(unknown) >= REBUILT and sum(familiar) * 2 >= len(unknown):
        unknown = [pair for pair, known in zip(unknown, familiar, strict=True) if not known]
    first = {key.own: entry for entry, key in reversed(unknown)}
    return [entry for entry, key in unknown if first[key.own] is entry]


def _is_old(entry: Entry, now: datetime) -> bool:
    at = entry.published or entry.updated
    return at is not None and at < now - TOO_OLD


def _dated(entry: Entry, now: datetime) -> datetime:
    """What has no date, or one in the future, came just now."""
    at = entry.published or entry.updated
    return now if at is None or at > now else at


def _remember(keys: list[_Keys], before: bytes) -> bytes:
    current = dict.fromkeys(digest for key in keys for digest in (*key.own, key.title) if digest)
    older = [digest for digest in _digests(before) if digest not in current]
    return b"".join(current) + b"".join(older[:REMEMBERED])


def _digests(memory: bytes) -> list[bytes]:
    return [memory[at : at + SIZE] for at in range(0, len(memory), SIZE)]


def _digest(kind: str, text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=SIZE, person=kind.encode()).digest()


def _identity(url: str) -> str:
    try:
        return identity(url) if url else ""
    except NotAnAddress:
        return ""
