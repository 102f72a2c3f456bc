"""The web page on free ports with a core of the test's own, and people who use it over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from adapters.web.platform import WebPlatform, open_platform
from adapters.web.settings import WebSettings
from bot.chat import Card, Core, Ports
from tests.fakes import ValuesInMemory

Json = dict[str, Any]


@dataclass
class WebStage:
    platform: WebPlatform
    http: aiohttp.ClientSession
    channel: str = "newsroom"

    async def do(self, deed: str, *, who: str = "jonas", status: int = 200, **values: str) -> Json:
        body = {"as": who, "channel": self.channel, **values}
        async with self.http.post(f"{self.platform.url}/api/{deed}", json=body) as answer:
            assert answer.status == status, await answer.text()
            told: Json = await answer.json()
            return told

    async def post(self, text: str, *, who: str = "jonas") -> str:
        return str((await self.do("post", who=who, text=text))["id"])

    async def messages(self, who: str = "jonas") -> list[Json]:
        query = {"as": who, "channel": self.channel}
        async with self.http.get(f"{self.platform.url}/api/messages", params=query) as answer:
            assert answer.status == 200, await answer.text()
            found: list[Json] = (await answer.json())["messages"]
            return found

    async def bots(self, number: int = 1, who: str = "jonas") -> list[Json]:
        """The bot's messages, as soon as there are `number` of them."""
        async with asyncio.timeout(60):
            while len(found := [m for m in await self.messages(who) if m["author"] == "bot"]) < number:
                await asyncio.sleep(0.01)
        return found

    def line(self, who: str = "jonas", since: int = 0) -> Any:
        """A tab's live line, as an async context manager."""
        return self.http.ws_connect(f"{self.platform.url}/api/live", params={"as": who, "since": since})


@asynccontextmanager
async def open_web(
    core: Core,
    values: ValuesInMemory | None = None,
    previews: Mapping[str, Callable[[Card], Mapping[str, object]]] | None = None,
    settings: WebSettings | None = None,
) -> AsyncIterator[WebStage]:
    ports = Ports(values if values is not None else ValuesInMemory(), previews or {})
    platform = open_platform(settings or WebSettings(port=0, example_port=0), ports)
    await platform.start()
    running = asyncio.create_task(platform.run(core))
    try:
        async with aiohttp.ClientSession() as http:
            yield WebStage(platform, http)
    finally:
        await platform.close()
        await running
