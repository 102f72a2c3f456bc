"""The real client against the loopback Discord: a guild with a newsroom, three people in it, a core of the test's."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import msgspec

from adapters.discord.platform import DiscordPlatform
from adapters.discord.settings import DiscordSettings
from bot.chat import Core, Ports
from tests.discord.people import People, until
from tests.discord.server import Discord, open_discord
from tests.discord.world import MANAGE_CHANNELS, MANAGE_MESSAGES, Channel, Guild, Role, User, World
from tests.fakes import ValuesInMemory


@dataclass
class Town:
    """Who and where: Jonas is a member, Mara manages channels, Aiko manages messages."""

    world: World
    guild: Guild
    newsroom: Channel
    jonas: User
    mara: User
    aiko: User

    def person(self, name: str) -> User:
        return {"jonas": self.jonas, "mara": self.mara, "aiko": self.aiko}[name]


def town(world: World | None = None) -> Town:
    world = world or World()
    guild = world.guild("Harbour")
    newsroom = world.channel(guild, "newsroom")
    jonas = world.join(guild, User("Jonas Weber"))
    mara = world.join(guild, User("Mara Lind"), Role("Editors", MANAGE_CHANNELS))
    aiko = world.join(guild, User("Aiko Tanaka"), Role("Moderators", MANAGE_MESSAGES))
    return Town(world, guild, newsroom, jonas, mara, aiko)


@dataclass
class Stage:
    town: Town
    discord: Discord
    people: People
    platform: DiscordPlatform
    values: ValuesInMemory
    running: asyncio.Task[None]


@asynccontextmanager
async def discord_for(place: Town | None = None, *, strict: bool = True) -> AsyncIterator[tuple[Town, Discord]]:
    """A loopback Discord that fails the test in the end if anything that came was against the rules."""
    place = place or town()
    async with open_discord(place.world, strict=strict) as discord:
        yield place, discord
        assert discord.wire.wrong == []


@asynccontextmanager
async def run_platform(
    core: Core,
    place: Town,
    discord: Discord,
    *,
    values: ValuesInMemory | None = None,
    settings: DiscordSettings | None = None,
    ready: bool = True,
) -> AsyncIterator[Stage]:
    """The bot, from start to a clean end. `ready`: wait until it knows its guilds."""
    kept = values if values is not None else ValuesInMemory()
    platform = open_with(discord, kept, settings)
    running = asyncio.create_task(platform.run(core))
    try:
        if ready:
            await until(lambda: running.done() or is_ready(platform))
        yield Stage(place, discord, People(discord), platform, kept, running)
    finally:
        await platform.close()
        with contextlib.suppress(Exception):
            await running


def open_with(
    discord: Discord,
    values: ValuesInMemory,
    settings: DiscordSettings | None = None,
    token: str = "good-token",
    pauses: tuple[float, ...] = (0.01,),
) -> DiscordPlatform:
    base = settings or DiscordSettings(message_content=True)
    pointed = msgspec.structs.replace(base, api_url=discord.api_url, gateway_url=discord.gateway_url)
    return DiscordPlatform(pointed, Ports(values), token, ready_after=0.05, pauses=pauses)


def is_ready(platform: DiscordPlatform) -> bool:
    return platform.client is not None and platform.client.is_ready()


@asynccontextmanager
async def on_stage(core: Core, place: Town | None = None, **more: object) -> AsyncIterator[Stage]:
    async with discord_for(place) as (found, discord), run_platform(core, found, discord, **more) as stage:  # type: ignore[arg-type]
        yield stage
