"""From an event to its card: a page already seen, and a new one.

Peers: the least that a reply with memory can cost (two bare SQLite statements in one
transaction) and the least that a new page can cost (a GET and a bare extraction).
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import trafilatura

from bench import unlike
from bench.bot_on_loopback import bot_on_loopback
from bench.table import median_ms, show
from bot.chat import Reply
from tests.talk import Talk

ROUNDS = 200


async def run() -> None:
    async with bot_on_loopback() as (talk, site):
        await talk.says(site.story("/warm-up", "Warmup"))
        seen_url = site.story("/seen", "Seenport")
        await talk.says(seen_url)
        seen = await timed(lambda _: first_card(talk, seen_url))
        site.pages |= {f"/new/{n}": unlike.page(n) for n in range(ROUNDS)}
        fresh = [site.url(f"/new/{n}") for n in range(ROUNDS)]
        new = await timed(lambda n: first_card(talk, fresh[n]))
        server = await timed(lambda n: get(fresh[n]))
        bare = await timed(lambda n: get_and_extract(fresh[n]))
    over = sorted(n - s for n, s in zip(sorted(new), sorted(server), strict=True))
    show(
        [
            ("a page already seen", median_ms(seen), f"bare SQLite {median_ms(bare_sqlite())}", "≤ 5 ms"),
            ("a new page, above the server's time", median_ms(over), f"GET + extract {median_ms(bare)}", "≤ 60 ms"),
            ("  the server's own time", median_ms(server), "", ""),
        ]
    )


async def timed(act: Callable[[int], Awaitable[object]]) -> list[float]:
    took = []
    for n in range(ROUNDS):
        begun = time.perf_counter()
        await act(n)
        took.append(time.perf_counter() - begun)
        await asyncio.sleep(0)
    return took


async def first_card(talk: Talk, url: str) -> None:
    """Stop at the first card: what follows is bookkeeping."""
    async for action in talk.app.handle(talk.posting(url)):
        if isinstance(action, Reply):
            return


async def get(url: str) -> bytes:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return await response.read()


async def get_and_extract(url: str) -> None:
    trafilatura.extract((await get(url)).decode())


def bare_sqlite() -> list[float]:
    took = []
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        db.executescript(
            "pragma journal_mode=wal; pragma synchronous=normal; create table t(k text primary key, v text)"
        )
        for n in range(ROUNDS):
            begun = time.perf_counter()
            db.execute("begin immediate")
            db.execute("insert into t values (?, 'x')", (f"k{n}",))
            db.execute("select v from t where k = ?", (f"k{n}",)).fetchone()
            db.execute("commit")
            took.append(time.perf_counter() - begun)
        db.close()
    return took
