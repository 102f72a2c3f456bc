"""Standfirst on the loopback Slack: the real clients in one process with the server, and people in front of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from adapters.slack.platform import SlackPlatform
from adapters.slack.secrets import Secrets
from adapters.slack.settings import SlackSettings
from bot.chat import Core, KeyValue, Ports
from tests.adapters.slack.loopback import Channel, Message, Slack, User, Workspace, open_slack
from tests.adapters.slack.loopback.people import People
from tests.adapters.slack.loopback.shown import shown, visible, words
from tests.fakes import ValuesInMemory

KEY = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE="
WAIT = 60.0

T = TypeVar("T")


@dataclass
class SlackStage:
    """`mara` administers the workspace, `jonas` and `aiko` do not; the bot is in #newsroom and in #editors (private),
    not in #lobby."""

    slack: Slack
    space: Workspace
    platform: SlackPlatform
    people: People
    users: Mapping[str, User]
    channels: Mapping[str, Channel]
    values: KeyValue = field(default_factory=ValuesInMemory)

    @property
    def newsroom(self) -> Channel:
        return self.channels["newsroom"]

    @property
    def jonas(self) -> User:
        return self.users["jonas"]

    @property
    def mara(self) -> User:
        return self.users["mara"]

    def shown(self, *, to: str = "jonas", at: Channel | None = None) -> str:
        return shown(at or self.newsroom, self.users[to].id)

    def bots(self, *, to: str = "jonas", at: Channel | None = None) -> list[Message]:
        """What the bot said that this person sees."""
        return [m for m in visible(at or self.newsroom, self.users[to].id) if m.bot_id == self.space.bot_id]

    async def sees(self, text: str, *, to: str = "jonas", at: Channel | None = None) -> Message:
        """The bot's message with `text`, as soon as it is there."""

        async def found() -> Message | None:
            return next((m for m in self.bots(to=to, at=at) if text in words(m)), None)

        return await until(found)


async def until(check: Callable[[], Awaitable[T | None]]) -> T:
    """Wait for what `check` finds."""
    async with asyncio.timeout(WAIT):
        while not (found := await check()):
            await asyncio.sleep(0.01)
        return found


def workspace(slack: Slack, team: str = "THARBOUR") -> tuple[Workspace, dict[str, User], dict[str, Channel]]:
    space = slack.workspace(team, team.lower())
    users = {
        "jonas": slack.user(space, "Jonas Weber"),
        "aiko": slack.user(space, "Aiko Tanaka"),
        "mara": slack.user(space, "Mara Lind", admin=True),
    }
    channels = {
        "newsroom": slack.channel(space, "newsroom"),
        "general": slack.channel(space, "general"),
        "editors": slack.channel(space, "editors", "group"),
        "lobby": slack.channel(space, "lobby", bot=False),
    }
    return space, users, channels


def secrets_of(slack: Slack, space: Workspace | None) -> Secrets:
    """For one workspace, or for all that install the app where `space` is None."""
    if space:
        return Secrets(space.token, slack.app_token, slack.signing_secret)
    return Secrets("", slack.app_token, slack.signing_secret, slack.client_id, slack.client_secret, KEY)


@asynccontextmanager
async def running(
    slack: Slack,
    space: Workspace | None,
    core: Core,
    values: KeyValue,
    *,
    http: bool = False,
    public_url: str = "",
    sockets: int = 2,
    keys: str = KEY,
) -> AsyncIterator[SlackPlatform]:
    """The app over sockets or HTTP, ready to hear."""
    settings = SlackSettings(
        transport="http" if http else "socket", api_url=slack.url, port=0, public_url=public_url, sockets=sockets
    )
    platform = SlackPlatform(settings, replace(secrets_of(slack, space), keys=keys), Ports(values))
    run = asyncio.create_task(platform.run(core))
    ready = asyncio.create_task(platform.ready.wait())
    try:
        await asyncio.wait({run, ready}, timeout=WAIT, return_when=asyncio.FIRST_COMPLETED)
        if run.done():
            run.result()
        slack.delivery.endpoint = f"http://127.0.0.1:{platform.port}/slack/events" if http else ""
        yield platform
    finally:
        await platform.close()
        await run
        ready.cancel()


@asynccontextmanager
async def open_stage(core: Core, values: KeyValue | None = None, *, http: bool = False) -> AsyncIterator[SlackStage]:
    kept = values if values is not None else ValuesInMemory()
    async with open_slack() as slack:
        space, users, channels = workspace(slack)
        async with running(slack, space, core, kept, http=http) as platform:
            people = People(slack, space, channels["newsroom"])
            yield SlackStage(slack, space, platform, people, users, channels, kept)
