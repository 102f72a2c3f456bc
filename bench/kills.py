"""`kill -9` at random moments of polling and delivering, on the loopback Discord and Slack: what is lost, what doubled.

One bot after the other runs on one database until it is killed. Meanwhile a feed brings stories that a channel on each
platform follows. After the last kill a bot runs in peace until nothing is due; then every message is counted.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bench import unlike
from bench.table import show
from bot.alerts.topic import Delivery, State, Topic
from bot.chat import Place, Speaker
from bot.services.feed_orders import POLL
from bot.store import Store, feeds, jobs, outbox, topics
from tests.adapters.discord.stage import town
from tests.adapters.slack.loopback import Slack, open_slack
from tests.adapters.slack.stage import workspace
from tests.discord.server import Discord, open_discord

KILLS = int(os.environ.get("KILLS", "300"))
MINUTES = float(os.environ.get("MINUTES", "inf"))
"""What is killed by then is counted."""

LONGEST_LIFE = 2.0
"""Seconds that a bot lives, from its start on, at most; how long is drawn anew each time."""

STORIES_A_LIFE = 2
PEACE = 120.0


@dataclass
class Source:
    """A site whose feed grows: every story in words of its own."""

    port: int = 0
    count: int = 0
    titles: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def grow(self, stories: int) -> None:
        self.titles += [unlike.title(number) for number in range(self.count, self.count + stories)]
        self.count += stories

    async def feed(self, _request: web.Request) -> web.Response:
        latest = range(max(0, self.count - 80), self.count)
        items = "".join(
            f"<item><title>{self.titles[n]}</title><link>http://{self.host}/{n}</link><guid>{n}</guid></item>"
            for n in reversed(latest)
        )
        text = f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"
        return web.Response(text=text, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        text = unlike.page(int(request.match_info["number"]))
        return web.Response(text=text, content_type="text/html")


@asynccontextmanager
async def open_source() -> AsyncIterator[Source]:
    source = Source()
    app = web.Application()
    app.add_routes([web.get("/feed", source.feed), web.get(r"/{number:\d+}", source.page)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    source.port = runner.addresses[0][1]
    try:
        yield source
    finally:
        await runner.cleanup()


async def run() -> None:
    async with open_source() as source, open_discord(town().world, strict=False) as discord, open_slack() as slack:
        with tempfile.TemporaryDirectory() as folder:
            await measured(Path(folder), source, discord, slack)


async def measured(folder: Path, source: Source, discord: Discord, slack: Slack) -> None:
    space, _, channels = workspace(slack)
    guild = next(iter(discord.world.guilds.values()))
    newsroom = next(iter(guild.channels.values()))
    places = [
        Place("discord", str(guild.id), str(newsroom.id)),
        Place("slack", space.id, channels["newsroom"].id),
    ]
    given = {
        "data": str(folder),
        "site": source.host,
        "discord_api": discord.api_url,
        "discord_gateway": discord.gateway_url,
        "slack_api": slack.url,
        "slack_token": space.token,
        "slack_app_token": slack.app_token,
        "slack_signing": slack.signing_secret,
        "log": os.environ.get("KILLS_LOG", "50"),
    }
    url = f"sqlite:///{folder / 'standfirst.db'}"
    await follow(url, places)
    source.grow(3)
    begun = time.perf_counter()
    await take_up(given, url)
    seen = source.count
    chance = random.Random(8)
    number = 0
    while number < KILLS and time.perf_counter() - begun < MINUTES * 60:
        await life(given, source, chance.uniform(0.05, LONGEST_LIFE), STORIES_A_LIFE)
        number += 1
        if number % 25 == 0:
            print(f"{number} kills, {time.perf_counter() - begun:.0f} s", flush=True)
    await peace(given, url)
    wanted = source.titles[seen:]
    told = {
        "Discord": Counter(title for m in newsroom.messages.values() for title in titles(m.embeds, wanted)),
        "Slack": Counter(title for m in channels["newsroom"].messages.values() for title in titles(m.blocks, wanted)),
    }
    rows = []
    for name, counts in told.items():
        lost = sum(counts[title] == 0 for title in wanted)
        doubled = sum(counts[title] - 1 for title in wanted if counts[title] > 1)
        goal = "0 lost, 0 doubled" if name == "Discord" else "0 lost, each unclear send reconciled"
        rows.append(
            (f"{number} × kill -9, {len(wanted)} stories on {name}", f"{lost} lost, {doubled} doubled", "", goal)
        )
    show(rows)


def titles(parts: object, wanted: list[str]) -> list[str]:
    """The stories that a message is about; each once, however often it names them."""
    text = json.dumps(parts)
    return [title for title in wanted if title in text]


async def follow(url: str, places: list[Place]) -> None:
    """Both channels follow `council`, however many stories there are."""
    store = await Store.open(url)
    now = datetime.now(UTC)
    async with store.transaction() as c:
        for place in places:
            speaker = Speaker(place.platform, "1", "Mara")
            delivery = Delivery(most=0, updates=False)
            await topics.add(c, Topic(0, place, "council", delivery, State.LIVE, speaker, now), now)
    await store.close()


@asynccontextmanager
async def bot(given: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot of its own process group, from the moment it begins to work; killed in the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bench.killed_bot",
        json.dumps(given),
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), 120)
        if line.strip() != b"ready":
            raise RuntimeError(f"the bot did not start: {line!r}")
        yield process
    finally:
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()


async def life(given: dict[str, str], source: Source, seconds: float, stories: int) -> None:
    async with bot(given):
        source.grow(stories)
        await asyncio.sleep(seconds)


async def take_up(given: dict[str, str], url: str) -> None:
    """The feed is looked at for the first time, now instead of in some minutes: what is in it counts as seen."""
    async with bot(given):
        store = await Store.open(url)
        looked = False
        while not looked:
            await asyncio.sleep(0.2)
            async with store.transaction() as c:
                for feed in await feeds.everywhere(c):
                    await jobs.move(c, POLL, str(feed.id), datetime.now(UTC))
                    looked = feed.well_at is not None
        await store.close()


async def peace(given: dict[str, str], url: str) -> None:
    """A bot runs until all stories are known and nothing is due."""
    async with bot(given):
        store = await Store.open(url)
        ends = time.monotonic() + PEACE
        quiet = 0
        while time.monotonic() < ends and quiet < 8:
            await asyncio.sleep(1)
            async with store.reading() as c:
                quiet = quiet + 1 if await outbox.waiting(c) == 0 else 0
        await store.close()


if __name__ == "__main__":
    asyncio.run(run())
