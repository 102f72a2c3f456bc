"""The Discord app keeps the contract of every platform, with the real client against the loopback Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.discord.platform import DiscordPlatform
from tests.adapters.discord.stage import Stage, on_stage
from tests.contract.platform_contract import PlatformContract
from tests.discord.people import words
from tests.discord.world import Message
from tests.fakes import ScriptedCore


@dataclass
class Newsroom:
    """People in one channel, and in their direct messages with the bot."""

    stage: Stage
    core: ScriptedCore

    @property
    def platform(self) -> DiscordPlatform:
        return self.stage.platform

    def _message(self, number: str) -> Message:
        return self.stage.town.newsroom.messages[int(number)]

    async def post(self, text: str, *, who: str = "jonas") -> str:
        message = await self.stage.people.post(self.stage.town.newsroom, self.stage.town.person(who), text)
        return str(message.id)

    async def edit(self, message: str, text: str) -> None:
        await self.stage.people.edit(self._message(message), text)

    async def delete(self, message: str) -> None:
        await self.stage.people.delete(self._message(message))

    async def command(self, line: str) -> None:
        name, _, what = line.removeprefix("/").partition(" ")
        options = {"what": what} if what else {}
        await self.stage.people.command(self.stage.town.newsroom, self.stage.town.jonas, name, options=options)

    async def press(self, message: str, label: str) -> None:
        await self.stage.people.press(self._message(message), self.stage.town.jonas, label)

    async def shown(self, *, to: str = "jonas") -> str:
        person = self.stage.town.person(to)
        direct = [channel for channel in self.stage.town.world.direct.values() if person in channel.people]
        seen = [m for where in (self.stage.town.newsroom, *direct) for m in self.stage.people.seen(where, person)]
        return "\n".join(words(message) for message in seen)


@pytest.fixture
async def stage() -> AsyncIterator[Newsroom]:
    core = ScriptedCore()
    async with on_stage(core) as running:
        yield Newsroom(running, core)


class TestDiscord(PlatformContract):
    pass
