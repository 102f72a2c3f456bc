"""Asking one address the whole way: guarded, in turn, tried again where that helps, and errors for bad statuses."""

from __future__ import annotations

import aiohttp
import stamina

from bot.errors import ConnectFailed, HttpFailed, RateLimited
from bot.fetch.deadline import Deadline
from bot.fetch.guard import Guard
from bot.fetch.http import Answer, Http, Request
from bot.fetch.status import problem
from bot.fetch.turns import Turns
from bot.model import Clock

PASSING = frozenset({502, 503, 504})
"""Statuses of a server that is on its way up or behind a hiccup."""


def may_pass(error: Exception) -> bool:
    """Whether the same request a moment later may well succeed. A 404, a refusal or a bad name will not change."""
    if isinstance(error, HttpFailed):
        return error.status in PASSING
    # When a server hangs up before it answers, aiohttp has already asked a second time.
    return isinstance(error, ConnectFailed) and not isinstance(error.__cause__, aiohttp.ServerDisconnectedError)


class Asker:
    """What a page and a robots.txt are both asked with."""

    def __init__(self, guard: Guard, http: Http, turns: Turns, clock: Clock) -> None:
        self._guard, self._http, self._turns, self._clock = guard, http, turns, clock
        # The deadline of the fetch ends it all, so no timeout of its own.
        caller = stamina.AsyncRetryingCaller(attempts=2, timeout=None, wait_initial=0.2, wait_max=0.5, wait_jitter=0.2)
        self._trying = caller.on(may_pass)

    async def ask(self, request: Request, deadline: Deadline) -> Answer:
        """A success, a redirect or a 304. Raises FetchErrors, `AddressRefused` before anything is dialled."""
        self._guard.check(request.url)
        return await self._trying(self._once, request, deadline)

    async def _once(self, request: Request, deadline: Deadline) -> Answer:
        async with self._turns.turn(request.url, deadline):
            answer = await self._http.ask(request)
        error = problem(answer, self._clock())
        if isinstance(error, RateLimited):
            self._turns.pause(request.url, error.after)
        if error is not None:
            raise error
        return answer
