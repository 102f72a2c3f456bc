"""The web page keeps the contract of every platform."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from adapters.web.platform import WebPlatform
from tests.adapters.web.stage import WebStage, open_web
from tests.contract.platform_contract import PlatformContract
from tests.fakes import ScriptedCore


@dataclass
class WebPeople:
    """People in front of the page, over its HTTP API."""

    web: WebStage
    core: ScriptedCore

    @property
    def platform(self) -> WebPlatform:
        return self.web.platform

    async def post(self, text: str, *, who: str = "jonas") -> str:
        return await self.web.post(text, who=who)

    async def edit(self, message: str, text: str) -> None:
        await self.web.do("edit", id=message, text=text)

    async def delete(self, message: str) -> None:
        await self.web.do("delete", id=message)

    async def command(self, line: str) -> None:
        await self.web.post(line)

    async def press(self, message: str, label: str) -> None:
        [found] = [each for each in await self.web.messages() if each["id"] == message]
        [button] = [each for each in found["card"]["buttons"] if each["label"] == label]
        await self.web.do("press", id=message, action=button["action"], value=button["value"])

    async def shown(self, *, to: str = "jonas") -> str:
        return "\n".join(strings(await self.web.messages(to)))


def strings(value: object) -> list[str]:
    """Every text that the page gets to show."""
    if isinstance(value, dict):
        return [text for key, each in value.items() if key != "previews" for text in strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return [value if isinstance(value, str) else json.dumps(value)]


@pytest.fixture
async def stage() -> AsyncIterator[WebPeople]:
    core = ScriptedCore()
    async with open_web(core) as web:
        yield WebPeople(web, core)


class TestWeb(PlatformContract):
    pass
