"""Many at once: one link in 100 channels, then 200 new links from 50 channels while a clock watches the loop."""

from __future__ import annotations

import asyncio
import time

import psutil

from bench import unlike
from bench.bot_on_loopback import bot_on_loopback
from bench.table import median_ms, show
from bot.chat import Place, Tone
from tests.talk import Talk

TICK = 0.005


async def run() -> None:
    async with bot_on_loopback() as (talk, site):
        await talk.says(site.story("/warm-up", "Warmup"))
        one = site.story("/one", "Oneport")
        site.delays["/one"] = 0.05
        replies = await asyncio.gather(*(talk.says(one, at=channel(n)) for n in range(100)))
        answered = sum(reply.card.tone is Tone.BRIEFING for _, got in replies for reply in got)
        site.pages |= {f"/many/{n}": unlike.page(n) for n in range(200)}
        many = [site.url(f"/many/{n}") for n in range(200)]
        watch = Watch()
        begun = time.perf_counter()
        async with watch:
            took = await asyncio.gather(*(timed_says(talk, url, n) for n, url in enumerate(many)))
        total = time.perf_counter() - begun
    briefed = sum(tone is Tone.BRIEFING for _, tone in took)
    show(
        [
            ("one link in 100 channels: GETs", str(site.asked["/one"]), "100 (one each)", "1"),
            ("one link in 100 channels: briefings", str(answered), "", "100"),
            ("200 new links: briefings", f"{briefed} in {total:.1f} s", "", "200"),
            ("200 new links: time to answer", median_ms([seconds for seconds, _ in took]), "", ""),
            ("200 new links: peak memory, workers included", f"{watch.memory:.0f} MB", "", "≤ 400 MB"),
            ("200 new links: longest the loop was blocked", f"{watch.lag * 1000:.0f} ms", "", "≤ 100 ms"),
        ]
    )


def channel(n: int) -> Place:
    return Place("test", "harbour", f"channel-{n}")


async def timed_says(talk: Talk, url: str, n: int) -> tuple[float, Tone | None]:
    begun = time.perf_counter()
    _, replies = await talk.says(url, at=channel(n % 50))
    return time.perf_counter() - begun, replies[0].card.tone if replies else None


class Watch:
    """Samples the loop's lag (seconds) and the memory of this process and its children (MB, as PSS)."""

    lag = 0.0
    memory = 0.0

    async def __aenter__(self) -> Watch:
        self._tasks = [asyncio.create_task(self._lag()), asyncio.create_task(self._memory())]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()

    async def _lag(self) -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(TICK)
            self.lag = max(self.lag, time.perf_counter() - begun - TICK)

    async def _memory(self) -> None:
        while True:
            self.memory = max(self.memory, await asyncio.to_thread(memory_mb))
            await asyncio.sleep(0.1)


def memory_mb(pid: int | None = None) -> float:
    """Proportional memory of a process and its children: shared pages count once."""
    parent = psutil.Process(pid)
    total = 0
    for process in [parent, *parent.children(recursive=True)]:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total / 1e6
