"""The time that one fetch may take, over all its hops."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Deadline:
    """`seconds` of work, and `patience` seconds of waiting for our own turn, which is not the site's fault.

    Made inside the running loop. `async with deadline.running():` raises TimeoutError when either runs out.
    """

    def __init__(self, seconds: float, patience: float) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._patience = patience

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The time starts here. Once only."""
        async with self._timeout:
            yield

    @asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """The clock of the work stands still inside, the clock of patience runs."""
        loop = asyncio.get_running_loop()
        began, ends = loop.time(), self._timeout.when()
        assert ends is not None, "waiting happens while the deadline is running"
        self._timeout.reschedule(began + self._patience)
        try:
            yield
        finally:
            waited = loop.time() - began
            self._patience -= waited
            if not self._timeout.expired():
                self._timeout.reschedule(ends + waited)
