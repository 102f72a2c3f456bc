"""A page for an address: cached, asked for once however many want it, politely, every hop guarded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from aiohttp.abc import AbstractResolver
from yarl import URL

from bot import settings
from bot.errors import FetchTimeout, HttpFailed
from bot.fetch.address import parse
from bot.fetch.asking import Asker
from bot.fetch.cache import PageCache, conditions, fresh_until
from bot.fetch.deadline import Deadline
from bot.fetch.feeds import NOTHING, FeedAnswer, Known, feed_answer, moved_for_good
from bot.fetch.flight import Flights
from bot.fetch.guard import Guard
from bot.fetch.hops import Trail
from bot.fetch.http import Answer, Http, Request
from bot.fetch.names import SystemNames
from bot.fetch.robots import Robots
from bot.fetch.turns import Turns
from bot.model import CachedPage, Clock, Page

PATIENCE_SECONDS = 30.0
"""How long a fetch may wait in all for slots that other fetches hold."""

NAME_THREADS = 8
JSON = frozenset({"application/json"})


@dataclass(frozen=True, slots=True)
class Fetched:
    """`hops` are the addresses asked, first to last; the last one answered, and is `page.url`."""

    page: Page
    hops: tuple[str, ...]


class Fetcher:
    """The only way to the web. One per process; close it at the end, in the loop it was used in.

    Raises `ConfigError` for an `allow_loopback` that cannot be used. `resolver` replaces the system's name server; its
    answers are guarded all the same, and it is closed with the fetcher.
    """

    def __init__(
        self, options: settings.Fetch, cache: PageCache, clock: Clock, *, resolver: AbstractResolver | None = None
    ) -> None:
        self._options, self._cache, self._clock = options, cache, clock
        self._guard = Guard(options.ports, options.allow_loopback)
        self._http = Http(options, self._guard, resolver or SystemNames(NAME_THREADS))
        turns = Turns(options.connections, options.connections_per_host, clock)
        self._asker = Asker(self._guard, self._http, turns, clock)
        self._robots = Robots(self._asker, options.user_agent.partition("/")[0].strip(), clock)
        self._flights: Flights[tuple[str, bool], Fetched] = Flights()

    async def get(self, url: str, *, by_hand: bool = True) -> Fetched:
        """The page at `url`, a cleaned address (`bot.links.clean`): it is the cache's key as it stands.

        `by_hand`: a person asked for this page. Raises `FetchError`s, and `StoreError` if the cache does.
        """
        return await self._flights.join((url, by_hand), lambda: self._fetch(url, by_hand))

    async def json(self, url: str) -> bytes:
        """What an interface answers, guarded and limited as a page is, but neither kept here nor redirected.

        Raises `FetchError`s.
        """
        first = parse(url)
        deadline = Deadline(self._options.timeout_seconds, PATIENCE_SECONDS)
        request = Request(first, self._options.max_bytes, {"Accept": "application/json"}, types=JSON)
        try:
            async with deadline.running():
                answer = await self._asker.ask(request, deadline)
        except TimeoutError as error:
            raise FetchTimeout(url) from error
        if answer.status != 200:
            raise HttpFailed(url, answer.status)
        return answer.body

    async def feed(self, url: str, known: Known = NOTHING, *, by_hand: bool = False) -> FeedAnswer:
        """A feed, or a page that may name one, if it has changed since `known`; nothing of it is kept here.

        Raises `FetchError`s.
        """
        trail = Trail(parse(url), self._options.max_hops)
        deadline = Deadline(self._options.timeout_seconds, PATIENCE_SECONDS)
        statuses: list[int] = []

        async def ask(hop: URL) -> Answer:
            self._guard.check(hop)
            if self._options.robots_by_hand if by_hand else self._options.robots_for_feeds:
                await self._robots.check(hop, deadline, by_hand=by_hand)
            request = Request(hop, self._options.max_bytes, known.headers(), types=None)
            answer = await self._asker.ask(request, deadline)
            statuses.append(answer.status)
            return answer

        try:
            async with deadline.running():
                answer = await trail.follow(ask)
        except TimeoutError as error:
            raise FetchTimeout(str(trail.hops[-1])) from error
        if answer.status == 304 and not (known.etag or known.last_modified):
            raise HttpFailed(str(answer.url), answer.status)
        return feed_answer(answer, known, moved_for_good(trail.hops, statuses[:-1]))

    async def close(self) -> None:
        """Cancel what is under way and close all connections."""
        await self._flights.close()
        await self._http.close()

    async def _fetch(self, url: str, by_hand: bool) -> Fetched:
        first = parse(url)
        self._guard.check(first)
        known = await self._cache.find(url)
        if known is not None and self._clock() < known.fresh_until:
            return Fetched(known.page, known.hops)
        trail = Trail(first, self._options.max_hops)
        deadline = Deadline(self._options.timeout_seconds, PATIENCE_SECONDS)
        try:
            async with deadline.running():
                answer = await trail.follow(lambda hop: self._hop(hop, known, by_hand, deadline))
        except TimeoutError as error:
            raise FetchTimeout(str(trail.hops[-1])) from error
        hops = tuple(str(hop) for hop in trail.hops)
        page = _page(answer, known)
        await self._keep(url, hops, page, answer, known)
        return Fetched(page, hops)

    async def _hop(self, hop: URL, known: CachedPage | None, by_hand: bool, deadline: Deadline) -> Answer:
        # Before anything else, robots.txt included, is asked of that host.
        self._guard.check(hop)
        if self._options.robots_by_hand if by_hand else self._options.robots_for_feeds:
            await self._robots.check(hop, deadline, by_hand=by_hand)
        headers = conditions(known, str(hop))
        answer = await self._asker.ask(Request(hop, self._options.max_bytes, headers), deadline)
        if answer.status == 304 and not headers:
            raise HttpFailed(str(hop), answer.status)
        return answer

    async def _keep(
        self, url: str, hops: tuple[str, ...], page: Page, answer: Answer, known: CachedPage | None
    ) -> None:
        now, headers = self._clock(), answer.headers
        fresh = fresh_until(headers.get("cache-control", ""), now, timedelta(minutes=self._options.fresh_minutes))
        if fresh is None:
            return
        # A 304 need not repeat what it confirms.
        old = known if answer.status == 304 else None
        etag = headers.get("etag", old.etag if old else "")
        modified = headers.get("last-modified", old.last_modified if old else "")
        await self._cache.keep(url, CachedPage(hops, page, now, fresh, etag, modified))


def _page(answer: Answer, known: CachedPage | None) -> Page:
    if answer.status == 304 and known is not None:
        return known.page
    return Page(str(answer.url), answer.body, answer.content_type, answer.charset)
