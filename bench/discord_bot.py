"""A process of its own for the bench: the real bot on a loopback Discord, or (`bare`) as little as discord.py can do.

Samples the loop's lag. A line on standard input starts the samples anew; at its end they are printed as JSON.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from pathlib import Path

import discord

TICK = 0.005
TOKEN = "good-token"
"""Of the loopback Discord."""


class Lag:
    def __init__(self) -> None:
        self.samples: list[float] = []

    async def watch(self) -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(TICK)
            self.samples.append(time.perf_counter() - begun - TICK)


async def orders(lag: Lag) -> None:
    """Until standard input ends."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while await reader.readline():
        lag.samples.clear()
    ordered = sorted(lag.samples) or [0.0]
    told = {"most": ordered[-1], "p99": ordered[int(0.99 * (len(ordered) - 1))]}
    print(json.dumps(told), flush=True)


async def standfirst(config: Path) -> None:
    from adapters.discord.platform import DiscordPlatform
    from adapters.registry import ADAPTERS
    from bot import log
    from bot.app import assemble, serve
    from bot.app.serve import values_for
    from bot.chat import Ports
    from bot.settings import load

    settings = load(config, {}, {name: adapter.settings_type() for name, adapter in ADAPTERS.items()})
    log.configure("warning", "json")
    async with assemble(settings) as parts:
        section = settings.sections["discord"]
        await serve(parts, [DiscordPlatform(section, Ports(values_for(parts, "discord")), TOKEN)])  # type: ignore[arg-type]


async def bare(api: str) -> None:
    """Answers every link with one word, and defers every interaction."""
    discord.http.Route.BASE = api
    intents = discord.Intents.none()
    intents.guilds = intents.guild_messages = intents.message_content = True
    client = discord.AutoShardedClient(intents=intents)

    @client.event
    async def on_message(message: discord.Message) -> None:
        if not message.author.bot and "http" in message.content:
            await message.reply("yes", allowed_mentions=discord.AllowedMentions.none())

    @client.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)

    async with client:
        await client.start(TOKEN)


async def main() -> None:
    kind, where = sys.argv[1], sys.argv[2]
    lag = Lag()
    bot = standfirst(Path(where)) if kind == "standfirst" else bare(where)
    tasks = [asyncio.create_task(bot), asyncio.create_task(lag.watch())]
    await orders(lag)
    for task in tasks:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await tasks[0]


if __name__ == "__main__":
    asyncio.run(main())
