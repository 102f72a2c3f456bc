"""Standfirst on a loopback Discord: how soon it answers, at which size, under which load.

Bot, news site and Discord are three processes; times are taken by Discord: from sending an event to the call that
answers it. The peer is a bare discord.py client in the same place: one word for every link, and every command deferred.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.flood import memory_mb
from bench.table import median_ms, show
from tests.adapters.discord.stage import Town, town
from tests.discord.people import People
from tests.discord.server import Discord, open_discord
from tests.discord.wire import Call

ROUNDS, SEEN = 200, 40
LINKS = 200
ACKNOWLEDGED = 300
GUILDS, CHANNELS = 1000, 20
MINUTE, EVENTS = 60.0, 10_000
SETTLED = 8.0

Row = tuple[str, str, str, str]


@dataclass
class Bench:
    discord: Discord
    people: People
    town: Town
    process: Process
    site: str

    async def ready(self) -> float:
        """Seconds until a command is acknowledged."""
        begun = time.perf_counter()
        while True:
            if self.discord.gateway.sessions:
                sent = await self.people.command(self.town.newsroom, self.town.jonas, "help")
                try:
                    await asyncio.wait_for(sent.acknowledged.wait(), 0.5)
                except TimeoutError:
                    continue
                return time.perf_counter() - begun
            await asyncio.sleep(0.01)

    async def lag(self) -> dict[str, float]:
        """Ends the bot; its loop's lag since `fresh`, in seconds."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        told: dict[str, float] = json.loads(await self.process.stdout.readline())
        return told

    def fresh(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"\n")

    def story(self, place: str) -> str:
        return f"http://{self.site}/story/{place}"


@asynccontextmanager
async def bench(kind: str, place: Town | None = None) -> AsyncIterator[Bench]:
    place = place or town()
    async with open_discord(place.world, strict=False) as discord:
        site = await started("bench.site_process")
        assert site.stdout is not None
        host = f"127.0.0.1:{int(await site.stdout.readline())}"
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder) / "config.toml"
            config.write_text(
                f'platforms = ["discord"]\ndata = "{folder}/data"\n[fetch]\nallow_loopback = ["{host}"]\n[discord]\n'
                f'message_content = true\nmode = "automatic"\napi_url = "{discord.api_url}"\n'
                f'gateway_url = "{discord.gateway_url}"\n'
            )
            bot = await started("bench.discord_bot", kind, str(config) if kind == "standfirst" else discord.api_url)
            try:
                yield Bench(discord, People(discord), place, bot, host)
            finally:
                for process in (bot, site):
                    if process.returncode is None:
                        process.terminate()
                        await process.wait()


async def started(module: str, *arguments: str) -> Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *arguments), stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    )


async def run() -> None:
    rows = [*await answers(), await acknowledgements(), *await many_guilds(), *await a_busy_minute()]
    show(rows)


async def answers() -> list[Row]:
    """Pages already seen: a link pasted again gets the pointer."""
    took, spent = {}, {}
    for kind in ("standfirst", "bare"):
        async with bench(kind) as b:
            await b.ready()
            for n in range(SEEN):
                await answered(b, b.story(f"Seenport{n}"))
            before = cpu_seconds(b.process.pid)
            took[kind] = [await answered(b, b.story(f"Seenport{n % SEEN}")) for n in range(ROUNDS)]
            spent[kind] = (cpu_seconds(b.process.pid) - before) / ROUNDS * 1000
    what, goal = "link pasted → REST call, page already seen", "≤ 15 ms median"
    return [
        (what, median_ms(took["standfirst"]), median_ms(took["bare"]), goal),
        ("  the processor's time for it", f"{spent['standfirst']:.1f} ms", f"{spent['bare']:.1f} ms", ""),
    ]


def cpu_seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system


async def answered(b: Bench, text: str) -> float:
    before = len(posts(b))
    begun = time.perf_counter()
    await b.people.post(b.town.newsroom, b.town.jonas, text)
    await until(lambda: len(posts(b)) > before)
    return posts(b)[-1].at - begun


def posts(b: Bench) -> list[Call]:
    return b.discord.wire.made("POST", r"/messages$")


async def acknowledgements() -> Row:
    """Commands while 200 new links are being read."""
    took, read = {}, 0
    for kind in ("standfirst", "bare"):
        async with bench(kind) as b:
            await b.ready()
            channels = [b.town.world.channel(b.town.guild, f"channel-{n}") for n in range(20)]
            for n in range(LINKS):
                await b.people.post(channels[n % 20], b.town.jonas, b.story(f"Flood{n}"))
            took[kind] = [await acknowledged(b) for _ in range(ACKNOWLEDGED)]
            read = len(posts(b))
    p99 = {kind: sorted(times)[int(0.99 * (len(times) - 1))] * 1000 for kind, times in took.items()}
    told = f"{p99['standfirst']:.1f} ms p99, {median_ms(took['standfirst'])} median"
    peer = f"{p99['bare']:.1f} ms p99 ({read} one-word answers)"
    return ("command → acknowledged, while 200 links are read", told, peer, "≤ 20 ms p99")


async def acknowledged(b: Bench) -> float:
    begun = time.perf_counter()
    sent = await b.people.command(b.town.newsroom, b.town.mara, "help")
    await sent.acknowledged.wait()
    call = b.discord.wire.made("POST", f"/interactions/{sent.id}/")[0]
    await asyncio.sleep(0.005)
    return call.at - begun


async def many_guilds() -> list[Row]:
    """1,000 guilds with 20 channels each: from IDENTIFY until a command is acknowledged, and what is held."""
    took, held = {}, {}
    for kind in ("standfirst", "bare"):
        place = town()
        for n in range(GUILDS - 1):
            guild = place.world.guild(f"Guild {n}")
            for number in range(CHANNELS):
                place.world.channel(guild, f"channel-{number}")
        async with bench(kind, place) as b:
            await until(lambda: bool(b.discord.gateway.sessions))
            await b.ready()
            [session] = b.discord.gateway.sessions.values()
            took[kind] = time.perf_counter() - session.begun
            await asyncio.sleep(SETTLED)
            held[kind] = memory_mb(b.process.pid)
    return [
        ("1,000 guilds × 20 channels: ready", f"{took['standfirst']:.1f} s", f"{took['bare']:.1f} s", "≤ 10 s"),
        ("  memory, readers included", f"{held['standfirst']:.0f} MB", f"{held['bare']:.0f} MB", "≤ 350 MB"),
    ]


async def a_busy_minute() -> list[Row]:
    """10,000 messages, every hundredth with a link to a page of its own."""
    found, lags = {}, {}
    for kind in ("standfirst", "bare"):
        async with bench(kind) as b:
            await b.ready()
            await answered(b, b.story("Warmup"))
            found[kind], lags[kind] = await busy(b)
    ours, peer = (f"{lag['p99'] * 1000:.0f} ms p99, {lag['most'] * 1000:.0f} ms most" for lag in lags.values())
    links = EVENTS // 100
    return [
        ("10,000 events in a minute: links answered", f"{found['standfirst']} of {links}", f"{found['bare']}", "all"),
        ("  the loop's lag", ours, peer, "≤ 100 ms"),
    ]


async def busy(b: Bench) -> tuple[int, dict[str, float]]:
    """A minute of it: how many links were answered, and the loop's lag."""
    channels = [b.town.world.channel(b.town.guild, f"channel-{n}") for n in range(20)]
    before, links = len(posts(b)), EVENTS // 100
    b.fresh()
    begun = time.perf_counter()
    for n in range(EVENTS):
        text = b.story(f"Busy{n}") if n % 100 == 0 else f"good morning, number {n}"
        await b.people.post(channels[n % 20], b.town.jonas, text)
        ahead = begun + n * MINUTE / EVENTS - time.perf_counter()
        if ahead > 0:
            await asyncio.sleep(ahead)
    await until(lambda: len(posts(b)) - before >= links, seconds=60)
    return len(posts(b)) - before, await b.lag()


async def until(check: Callable[[], bool], seconds: float = 120) -> None:
    """Goes on without it after `seconds`: what is missing shows in the numbers."""
    deadline = time.perf_counter() + seconds
    while not check() and time.perf_counter() < deadline:  # noqa: ASYNC110 — it looks at lists that the server fills
        await asyncio.sleep(0.001)
