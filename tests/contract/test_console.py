"""The terminal chat keeps the contract of every platform."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.console.people import PEOPLE
from adapters.console.platform import ConsolePlatform
from tests.adapters.console.stage import ConsoleStage, open_console
from tests.contract.platform_contract import PlatformContract
from tests.fakes import ScriptedCore


@dataclass
class TerminalPeople:
    """People who take turns at one keyboard; what is marked for another person is not read."""

    console: ConsoleStage
    core: ScriptedCore

    @property
    def platform(self) -> ConsolePlatform:
        return self.console.platform

    async def post(self, text: str, *, who: str = "jonas") -> str:
        await self.console.be(who)
        await self.console.type(text)
        return await self.console.number_of(text)

    async def edit(self, message: str, text: str) -> None:
        await self.console.type(f":edit {message} {text}")

    async def delete(self, message: str) -> None:
        await self.console.type(f":delete {message}")

    async def command(self, line: str) -> None:
        await self.console.type(line)

    async def press(self, message: str, label: str) -> None:
        await self.console.type(f":press {message} {label}")

    async def shown(self, *, to: str = "jonas") -> str:
        """A screen cannot be unprinted: what was said to be taken back counts as gone."""
        others = [person.name for key, person in PEOPLE.items() if key != to]
        screen = "".join(self.console.screen.pieces)
        gone = re.findall(r"#(\d+) was taken back", screen)
        hidden = [f"(only you, {name})" for name in others] + [f"#{number} Standfirst" for number in gone]
        mine = [frame for frame in screen.split("╰") if not any(mark in frame for mark in hidden)]
        return " ".join(" ".join(mine).replace("│", " ").split())


@pytest.fixture
async def stage() -> AsyncIterator[TerminalPeople]:
    core = ScriptedCore()
    async with open_console(core) as console:
        yield TerminalPeople(console, core)


class TestConsole(PlatformContract):
    pass
