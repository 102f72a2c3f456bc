"""What someone typed becomes a feed: the address of one, or of a site that has one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import urljoin

from bot.errors import FetchError, NotAFeed, ReadError
from bot.feeds import Feed, FeedLink
from bot.feeds.memory import look
from bot.feeds.names import COMMON_PATHS
from bot.fetch import Fetcher, Known
from bot.links.clean import clean
from bot.model import Clock, Page
from bot.reader import Reader

MOST_TRIED = 5
"""Of the feeds that a page or an index names."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that was read just now, at `url`. `memory` is what it shows, to be known later (`bot.feeds.memory`)."""

    url: str
    feed: Feed
    known: Known
    memory: bytes
    max_age: float = 0.0


@dataclass(frozen=True, slots=True)
class FindFeed:
    fetcher: Fetcher
    reader: Reader
    clock: Clock

    async def find(self, typed: str) -> FoundFeed:
        """Asks for the address itself first, then for what it names, then where feeds usually are.

        Raises `NotAnAddress`, `FetchError`s, and `ReadError`s: `NotAFeed` with the reason.
        """
        address = clean(typed if "://" in typed else f"https://{typed}")
        first = await self._read(address)
        if isinstance(first, FoundFeed):
            return first
        problem: FetchError | ReadError | None = None
        for link in candidates(address, first):
            try:
                found = await self._read(clean(link))
            except (FetchError, ReadError) as error:
                problem = problem or (error if link in {one.url for one in first} else None)
                continue
            if isinstance(found, FoundFeed):
                return found
        raise problem or NotAFeed("none_named")

    async def _read(self, address: str) -> FoundFeed | tuple[FeedLink, ...]:
        answer = await self.fetcher.feed(address, by_hand=True)
        page = answer.page or Page(address, b"")
        seen = await self.reader.feed(page)
        if seen.kind == "opml":
            raise NotAFeed("opml")
        if seen.feed is None:
            return seen.links
        memory = (await asyncio.to_thread(look, None, seen.feed, self.clock())).memory
        return FoundFeed(answer.moved_to or address, seen.feed, answer.known, memory, answer.max_age)


def candidates(address: str, named: tuple[FeedLink, ...]) -> list[str]:
    """What a page names; only a page that names nothing is asked for the usual places."""
    if named:
        return [link.url for link in named[:MOST_TRIED]]
    return [urljoin(address, path) for path in COMMON_PATHS]
