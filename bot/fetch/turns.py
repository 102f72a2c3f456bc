"""Politeness: so many requests at a time in all and per host, and none to a host that asked for a pause."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from yarl import URL

from bot.errors import RateLimited
from bot.fetch.deadline import Deadline
from bot.model import Clock

MAX_PAUSES = 1000
"""Hosts whose pause is remembered; the one that ends first is forgotten first."""


def site(url: URL) -> str:
    """What politeness counts by: `host:port`."""
    return f"{url.raw_host}:{url.port}"


@dataclass(slots=True)
class _Line:
    """The requests of one host: those being made, and those waiting."""

    slots: asyncio.Semaphore
    members: int = 0


class Turns:
    """Who may ask when. Keeps nothing of a host that nobody asks and that asked for nothing."""

    def __init__(self, total: int, per_host: int, clock: Clock) -> None:
        self._total, self._per_host, self._clock = asyncio.Semaphore(total), per_host, clock
        self._lines: dict[str, _Line] = {}
        self._pauses: dict[str, datetime] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @asynccontextmanager
    async def turn(self, url: URL, deadline: Deadline) -> AsyncIterator[None]:
        """Wait for a slot, hold it inside. Raises `RateLimited` at once while the host's pause lasts."""
        name = site(url)
        self._check(name, url)
        line = self._lines.setdefault(name, _Line(asyncio.Semaphore(self._per_host)))
        line.members += 1
        try:
            async with deadline.waiting():
                # The host's slot first: a slow host's queue must not hold slots that others could use.
                await line.slots.acquire()
                try:
                    await self._total.acquire()
                except BaseException:
                    line.slots.release()
                    raise
            try:
                self._check(name, url)  # the host may have asked for a pause while we stood in line
                yield
            finally:
                self._total.release()
                line.slots.release()
        finally:
            line.members -= 1
            if not line.members:
                del self._lines[name]

    def pause(self, url: URL, seconds: float) -> None:
        """The host of `url` wants to be left alone for so long."""
        now = self._clock()
        self._pauses = {name: until for name, until in self._pauses.items() if until > now}
        if seconds > 0:
            self._pauses[site(url)] = now + timedelta(seconds=seconds)
        if len(self._pauses) > MAX_PAUSES:
            del self._pauses[min(self._pauses, key=lambda name: self._pauses[name])]

    def _check(self, name: str, url: URL) -> None:
        until = self._pauses.get(name)
        left = (until - self._clock()).total_seconds() if until else 0.0
        if left > 0:
            raise RateLimited(str(url), left)
