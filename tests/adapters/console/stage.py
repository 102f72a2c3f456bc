"""The terminal chat with a core of the test's own: lines are typed from the test, the screen is read back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from rich.console import Console

from adapters.console.platform import ConsolePlatform
from adapters.console.settings import ConsoleSettings
from bot.chat import Core, Ports
from tests.fakes import ScriptedCore, ValuesInMemory


@dataclass
class TypedLines:
    """Implements `adapters.console.prompt.Lines`."""

    queue: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)

    async def lines(self, prompt: Callable[[], str]) -> AsyncIterator[str]:
        while (line := await self.queue.get()) is not None:
            yield line


@dataclass
class Screen:
    """What was printed, piece by piece; written to by rich as a file."""

    pieces: list[str] = field(default_factory=list)

    def write(self, text: str) -> int:
        self.pieces.append(text)
        return len(text)

    def flush(self) -> None:
        return None


@dataclass
class ConsoleStage:
    platform: ConsolePlatform
    typed: TypedLines
    screen: Screen
    speaker: str = "jonas"

    async def type(self, line: str) -> None:
        await self.typed.queue.put(line)

    async def be(self, who: str) -> None:
        if who != self.speaker:
            self.speaker = who
            await self.type(f":as {who}")

    def text(self) -> str:
        """The screen, with the frames' borders taken off and wrapped lines joined."""
        return " ".join("".join(self.screen.pieces).replace("│", " ").split())

    async def sees(self, words: str) -> None:
        async with asyncio.timeout(60):
            while words not in self.text():
                await asyncio.sleep(0.01)

    async def heard(self, core: ScriptedCore, number: int) -> None:
        """Wait until the core heard of so many events."""
        async with asyncio.timeout(60):
            while len(core.events) < number:
                await asyncio.sleep(0.01)

    async def number_of(self, words: str) -> str:
        """The number of the person's message that reads `words`."""
        await self.sees(f": {words}")
        return str(re.findall(rf"#(\d+) [^#:]+: {re.escape(words)}", self.text())[-1])


@asynccontextmanager
async def open_console(core: Core, values: ValuesInMemory | None = None) -> AsyncIterator[ConsoleStage]:
    screen, typed = Screen(), TypedLines()
    console = Console(file=screen, width=100, highlight=False, color_system=None, force_terminal=False)  # type: ignore[arg-type]
    ports = Ports(values if values is not None else ValuesInMemory())
    platform = ConsolePlatform(ConsoleSettings(), ports, console=console, lines=typed)
    running = asyncio.create_task(platform.run(core))
    try:
        yield ConsoleStage(platform, typed, screen)
    finally:
        await platform.close()
        await running
