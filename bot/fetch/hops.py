"""Redirects, followed by hand so that each hop is checked like the first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from yarl import URL

from bot.errors import HttpFailed, TooManyRedirects
from bot.fetch.address import join
from bot.fetch.http import Answer
from bot.fetch.status import REDIRECTS


class Trail:
    """The addresses asked so far, first to last; at most `max_redirects` after the first."""

    def __init__(self, first: URL, max_redirects: int) -> None:
        self.hops: list[URL] = [first]
        self._max = max_redirects

    async def follow(self, ask: Callable[[URL], Awaitable[Answer]]) -> Answer:
        """The first answer that is no redirect. Raises `TooManyRedirects`, and whatever `ask` raises.

        A `meta refresh` inside a page is not followed: the page itself is what was shared.
        """
        while True:
            answer = await ask(self.hops[-1])
            if answer.status not in REDIRECTS:
                return answer
            self._go(answer)

    def _go(self, answer: Answer) -> None:
        location = answer.headers.get("location", "").strip()
        if not location:
            raise HttpFailed(str(answer.url), answer.status)
        target = join(answer.url, location)
        if len(self.hops) > self._max:
            raise TooManyRedirects(str(target), f"more than {self._max}")
        # Without cookies the same question has the same answer: a circle never ends.
        if target in self.hops:
            raise TooManyRedirects(str(target), "a circle")
        self.hops.append(target)
