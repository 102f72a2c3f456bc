"""Lines from a file or standard input, without ever blocking the loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import BinaryIO

LONGEST = 64_000_000
"""Bytes; a longer line is cut there, and its rest is skipped."""

AHEAD = 8


async def lines_of(file: BinaryIO) -> AsyncIterator[bytes]:
    """Each line as it arrives, at most a few read ahead. The thread is a daemon: one that waits for
    a terminal's next line must not keep the program from ending."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    room = threading.Semaphore(AHEAD)
    stopped = threading.Event()

    def pump() -> None:
        while not stopped.is_set():
            room.acquire()
            try:
                line = read_line(file)
            except (OSError, ValueError):
                line = b""
            if stopped.is_set():
                return
            try:
                loop.call_soon_threadsafe(queue.put_nowait, line)
            except RuntimeError:
                return  # the loop has ended meanwhile
            if not line:
                return

    threading.Thread(target=pump, name="lines", daemon=True).start()
    try:
        while line := await queue.get():
            room.release()
            yield line
    finally:
        stopped.set()
        room.release()


def read_line(file: BinaryIO) -> bytes:
    """The next line with its end, empty at the end of the file."""
    line = file.readline(LONGEST)
    rest = line
    while len(rest) == LONGEST and not rest.endswith(b"\n"):
        rest = file.readline(LONGEST)
    return line
