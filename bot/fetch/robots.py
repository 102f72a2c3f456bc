"""robots.txt: may this address be fetched by a program that nobody asked to?"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego
from yarl import URL

from bot.errors import AddressRefused, FetchError, HttpFailed, NameNotFound, RobotsForbid, TooManyRedirects
from bot.fetch.asking import Asker
from bot.fetch.deadline import Deadline
from bot.fetch.hops import Trail
from bot.fetch.http import Request
from bot.model import Clock

MAX_BYTES = 500_000
MAX_SITES = 500
MAX_HOPS = 5
SECONDS = 5.0
"""A robots.txt that hangs must leave time for the page."""

KNOWN_FOR = timedelta(hours=12)
UNREACHABLE_FOR = timedelta(minutes=10)
_OTHERS = "-others-"
_AGENT = re.compile(r"user[-_ ]?agents?\s*[:\s]\s*(.*)", re.IGNORECASE)
_RULE = re.compile(r"(allow|dis+[ai]l+[oa]w|diasllow)\s*[:\s]\s*(.*)", re.IGNORECASE)
_SITE_WIDE = re.compile(r"(sitemaps?|site-map|host)\s*[:\s]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rules:
    """`parsed` None: there is no robots.txt, or it could not be `reached`."""

    parsed: Protego | None
    reached: bool
    until: datetime


class Robots:
    """The rules of the sites asked lately, in memory. `agent` is the product name that sites address us by."""

    def __init__(self, asker: Asker, agent: str, clock: Clock) -> None:
        self._asker, self._agent, self._clock = asker, agent, clock
        self._sites: dict[URL, _Rules] = {}

    async def check(self, url: URL, deadline: Deadline, *, by_hand: bool) -> None:
        """Raise `RobotsForbid` if the site's rules say no."""
        rules = await self._rules(url.origin(), deadline)
        # A site whose robots.txt cannot be had (5xx, no answer) may forbid everything: RFC 9309 has crawlers stay away.
        # A person who asks for one page is no crawler, so there the page's own answer decides.
        if not rules.reached and not by_hand:
            raise RobotsForbid(str(url), "robots.txt cannot be had")
        if rules.parsed is not None and not rules.parsed.can_fetch(str(url), self._agent):
            raise RobotsForbid(str(url), "robots.txt")

    async def _rules(self, origin: URL, deadline: Deadline) -> _Rules:
        known = self._sites.get(origin)
        if known is not None and self._clock() < known.until:
            return known
        rules = await self._ask(origin, deadline)
        self._sites.pop(origin, None)
        self._sites[origin] = rules
        while len(self._sites) > MAX_SITES:
            del self._sites[next(iter(self._sites))]
        return rules

    async def _ask(self, origin: URL, deadline: Deadline) -> _Rules:
        trail = Trail(origin / "robots.txt", MAX_HOPS)
        now = self._clock()
        try:
            async with asyncio.timeout(SECONDS):
                answer = await trail.follow(
                    lambda hop: self._asker.ask(Request(hop, MAX_BYTES, types=None, cut=True), deadline)
                )
        except (FetchError, TimeoutError) as error:
            reached = isinstance(error, FetchError) and says_nothing(error)
            return _Rules(None, reached, now + (KNOWN_FOR if reached else UNREACHABLE_FOR))
        # Half a megabyte of rules takes a third of a second to parse: not in the event loop.
        return _Rules(await asyncio.to_thread(_parse, answer.body, self._agent), True, now + KNOWN_FOR)


def _parse(body: bytes, agent: str) -> Protego:
    return Protego.parse(relevant(body.decode("utf-8-sig", "replace"), agent))


def says_nothing(error: FetchError) -> bool:
    """Whether the error means that there are no rules. 4xx does, and so does a redirect that leads nowhere (RFC 9309).

    Nor is there anything to obey at a host without an address, or at one that is never dialled: the page's own
    request fails for the same reason, and says so better.
    """
    if isinstance(error, HttpFailed):
        return error.status < 500
    return isinstance(error, TooManyRedirects | AddressRefused | NameNotFound)


def relevant(text: str, agent: str) -> str:
    """The rules of `text` as far as they concern `agent`, all other agents folded into one, spelling mended.

    Protego copies each rule once per agent of its group: 15,000 agents over 15,000 rules took it 48 s. Only lines made
    here reach it.
    """
    return "\n".join(_mended(line.partition("#")[0].strip(), agent.lower()) for line in text.splitlines())


def _mended(line: str, agent: str) -> str:
    if not line or _SITE_WIDE.match(line):
        return ""
    if found := _AGENT.match(line):
        name = found[1].lower()
        token = re.split(r"[/\s]", name.replace("*", ""), maxsplit=1)[0]
        return f"user-agent: {agent if token == agent else '*' if name.strip() == '*' else _OTHERS}"
    if found := _RULE.match(line):
        return f"{'allow' if found[1].lower() == 'allow' else 'disallow'}: {found[2]}"
    # Whatever it says, it ends a run of agents.
    return "crawl-delay: 1"
