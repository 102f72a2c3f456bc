"""Slack keeps the contract of every platform, over sockets and over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.slack.platform import SlackPlatform
from tests.adapters.slack.stage import SlackStage, open_stage
from tests.contract.platform_contract import PlatformContract
from tests.fakes import ScriptedCore


@dataclass
class SlackPeople:
    """People in #newsroom, on the loopback Slack."""

    slack: SlackStage
    core: ScriptedCore

    @property
    def platform(self) -> SlackPlatform:
        return self.slack.platform

    async def post(self, text: str, *, who: str = "jonas") -> str:
        return (await self.slack.people.post(self.slack.users[who], text)).ts

    async def edit(self, message: str, text: str) -> None:
        await self.slack.people.edit(self.slack.newsroom.messages[message], text)

    async def delete(self, message: str) -> None:
        await self.slack.people.delete(self.slack.newsroom.messages[message])

    async def command(self, line: str) -> None:
        await self.slack.people.command(self.slack.jonas, line)

    async def press(self, message: str, label: str) -> None:
        await self.slack.people.press(self.slack.jonas, self.slack.newsroom.messages[message], label)

    async def shown(self, *, to: str = "jonas") -> str:
        return self.slack.shown(to=to)


@pytest.fixture(params=["socket", "http"])
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[SlackPeople]:
    core = ScriptedCore()
    async with open_stage(core, http=request.param == "http") as slack:
        yield SlackPeople(slack, core)


class TestSlack(PlatformContract):
    pass
