"""The parent's side of one child: started, asked, and killed when it hangs."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from bot.errors import NotAFeed, NotAnArticle, ReaderCrashed, ReadError, ReadMemory, ReadTimeout
from bot.reader.wire import HEADER, OUTCOMES, Outcome, Request, frame, size

ROOT = str(Path(__file__).resolve().parents[2])
START = (
    "import sys; sys.path[:0] = sys.argv[1].split(sys.argv[2]); from bot.reader.child import main; main(*sys.argv[3:])"
)
START_SECONDS = 30.0
KNOWN: dict[str, type[ReadError]] = {kind.code: kind for kind in (NotAnArticle, NotAFeed, ReadMemory, ReaderCrashed)}


class Worker:
    """One child. After any error but `NotAnArticle` and `NotAFeed` it is not to be used again: `kill` it."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.pages = 0
        self.rss_mb = 0.0
        self.idle_since = time.monotonic()

    @classmethod
    async def start(cls, handler: str, memory_mb: int, paths: tuple[str, ...] = ()) -> Worker:
        """A child that is ready. Start it from the main thread: it dies with the thread that started it."""
        path = os.pathsep.join((ROOT, *paths))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-c", START, path, os.pathsep, handler, str(memory_mb), str(os.getpid())),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(START_SECONDS):
                await worker._receive()
        except BaseException as error:
            await worker.kill()
            if isinstance(error, TimeoutError | EOFError | OSError):
                raise ReaderCrashed("the reader process does not start") from error
            raise
        return worker

    async def read(self, request: Request, deadline: float) -> Outcome:
        """What the child makes of it, within `deadline` seconds; one without an error. Raises `ReadError`."""
        self.pages += 1
        try:
            async with asyncio.timeout(deadline):
                outcome = await self._ask(request)
        except TimeoutError as error:
            raise ReadTimeout(f"{deadline:g} s") from error
        except (EOFError, OSError, ValueError) as error:
            raise ReaderCrashed(type(error).__name__) from error
        self.rss_mb = outcome.rss_mb
        if outcome.error:
            raise KNOWN.get(outcome.error, ReaderCrashed)(outcome.detail)
        return outcome

    async def _ask(self, request: Request) -> Outcome:
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write(frame(request))
        await stdin.drain()
        return OUTCOMES.decode(await self._receive())

    async def _receive(self) -> bytes:
        stdout = self._process.stdout
        assert stdout is not None
        return await stdout.readexactly(size(await stdout.readexactly(HEADER.size)))

    async def kill(self) -> None:
        """End the child at once and wait until it is gone."""
        if self._process.returncode is None:
            self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()
