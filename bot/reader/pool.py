"""The pool of children: one at rest, more while there is work, a fresh one wherever one was lost."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections import deque
from typing import Self

from bot.errors import NotAFeed, NotAnArticle, ReaderCrashed
from bot.feeds import Seen
from bot.model import Page, Reading
from bot.reader.wire import Outcome, Request
from bot.reader.worker import Worker
from bot.settings import Read

DEFAULT_HANDLER = "bot.reader.work:read_and_brief"
MOST_BY_DEFAULT = 2
PAGES_PER_CHILD = 500
SWOLLEN_MB = 250.0
"""A child that holds more after a page is replaced: what a large page left is given back."""

IDLE_SECONDS = 60.0


class Reader:
    """Reads pages, `settings.workers` at a time; the others wait their turn."""

    def __init__(self, settings: Read, *, handler: str = DEFAULT_HANDLER, paths: tuple[str, ...] = ()) -> None:
        """`handler` is `module:function` from `Page` to `Reading`; `paths` are searched for its module."""
        self._settings, self._handler, self._paths = settings, handler, paths
        self._turns = asyncio.Semaphore(settings.workers or min(MOST_BY_DEFAULT, os.cpu_count() or 1))
        self._resting: deque[asyncio.Future[Worker]] = deque()
        self._closing: set[asyncio.Task[None]] = set()
        self._sweeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Have one child ready. Raises `ReaderCrashed` if none can be."""
        first = self._begin()
        await asyncio.shield(first)
        self._resting.append(first)
        self._sweeper = asyncio.create_task(self._sweep())

    async def read(self, page: Page) -> Reading:
        """The story on `page`. Raises `ReadError`."""
        reading = (await self._outcome(Request(page))).reading
        if reading is None:
            raise ReaderCrashed("no reading")
        return reading

    async def feed(self, page: Page) -> Seen:
        """The feed that `page` is, or the feeds that it names. Raises `ReadError`, `NotAFeed` for neither."""
        seen = (await self._outcome(Request(page, feed=True))).seen
        if seen is None:
            raise ReaderCrashed("no feed")
        return seen

    async def _outcome(self, request: Request) -> Outcome:
        """A page that broke its child is not tried again: it would break the next one."""
        async with self._turns:
            worker = await self._take()
            try:
                outcome = await worker.read(request, self._settings.deadline_seconds)
            except (NotAnArticle, NotAFeed):
                self._give_back(worker)
                raise
            except BaseException:
                self._replace(worker)
                raise
            self._give_back(worker)
            return outcome

    async def close(self) -> None:
        """Kill all children and wait until they are gone. Pages under way must be cancelled first."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            await asyncio.gather(self._sweeper, return_exceptions=True)
        while self._resting:
            with contextlib.suppress(ReaderCrashed):
                await (await self._resting.popleft()).kill()
        await asyncio.gather(*self._closing)

    def _begin(self) -> asyncio.Task[Worker]:
        return asyncio.create_task(Worker.start(self._handler, self._settings.memory_mb, self._paths))

    async def _take(self) -> Worker:
        starting: asyncio.Future[Worker] = self._resting.pop() if self._resting else self._begin()
        try:
            return await asyncio.shield(starting)
        except asyncio.CancelledError:
            self._resting.append(starting)
            raise

    def _give_back(self, worker: Worker) -> None:
        if worker.pages >= PAGES_PER_CHILD or worker.rss_mb > SWOLLEN_MB:
            self._replace(worker)
            return
        worker.idle_since = time.monotonic()
        at_hand: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        at_hand.set_result(worker)
        self._resting.append(at_hand)

    def _replace(self, worker: Worker) -> None:
        """The next page must not wait for a start: the new child begins while the old one dies."""
        self._end(worker)
        self._resting.append(self._begin())

    def _end(self, worker: Worker) -> None:
        task = asyncio.create_task(worker.kill())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _sweep(self) -> None:
        """Let the children go that nobody needed for a while; one stays."""
        while True:
            await asyncio.sleep(IDLE_SECONDS / 2)
            while len(self._resting) > 1 and _rested(self._resting[0]):
                self._end(self._resting.popleft().result())


def _rested(child: asyncio.Future[Worker]) -> bool:
    started = child.done() and child.exception() is None
    return started and time.monotonic() - child.result().idle_since > IDLE_SECONDS
