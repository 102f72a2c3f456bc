"""Where lines come from: an editing prompt on a terminal, plain lines from a pipe."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from adapters.console.completion import Hints


class Lines(Protocol):
    """Asks for lines until the person or the pipe ends."""

    def lines(self, prompt: Callable[[], str]) -> AsyncIterator[str]: ...


class PipedLines:
    """Each line is a message; one that ends in a backslash goes on in the next."""

    def __init__(self, source: TextIO) -> None:
        self._source = source

    async def lines(self, prompt: Callable[[], str]) -> AsyncIterator[str]:
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[str] = asyncio.Queue()

        def pump() -> None:
            # A daemon thread: a pipe that never ends must not keep the program from ending.
            for line in iter(self._source.readline, ""):
                loop.call_soon_threadsafe(queue.put_nowait, line)
            loop.call_soon_threadsafe(queue.put_nowait, "")

        threading.Thread(target=pump, daemon=True).start()
        held = ""
        while line := await queue.get():
            held += line.rstrip("\n")
            if held.endswith("\\"):
                held = held[:-1] + "\n"
                continue
            yield held
            held = ""
        if held:
            yield held


class TerminalLines:
    """An editing prompt with history and completion; a pasted article stays one message."""

    def __init__(self, orders: Sequence[str], words: Sequence[str], hints: Hints) -> None:
        from prompt_toolkit import PromptSession

        from adapters.console.completion import Completions

        completer = Completions([*(f":{order}" for order in orders), *words], hints)
        self._session: PromptSession[str] = PromptSession(completer=completer, complete_while_typing=False)

    async def lines(self, prompt: Callable[[], str]) -> AsyncIterator[str]:
        from prompt_toolkit.patch_stdout import patch_stdout

        with patch_stdout(raw=True):
            while True:
                try:
                    yield await self._session.prompt_async(prompt())
                except KeyboardInterrupt:
                    continue
                except EOFError:
                    return


def lines_here(orders: Sequence[str], words: Sequence[str], hints: Hints) -> Lines:
    """The prompt if someone sits at a terminal, else the pipe."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return TerminalLines(orders, words, hints)
    return PipedLines(sys.stdin)
