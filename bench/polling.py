"""10,000 feeds on loopback, asked every five minutes, nine of ten unchanged: what one core has to spare."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import structlog

from bot.chat import Space
from bot.feeds.timing import Bounds
from bot.fetch import Fetcher
from bot.model import Story
from bot.reader import Reader
from bot.services.feed_orders import POLL, poll_order
from bot.services.poll_feeds import PollFeeds
from bot.settings import Fetch, Read
from bot.store import Connection, Store, feeds, jobs
from bot.store.feed_subscriptions import FeedSubscription
from bot.store.feeds import StoredFeed
from bot.store.pages import Pages
from bot.work import LeaseWork

FEEDS = 10_000
EVERY = timedelta(minutes=5)
NEEDED = FEEDS / EVERY.total_seconds()
HOSTS = 100
ENTRIES = 30
ROOT = Path(__file__).parent.parent

SITE = """
import asyncio, sys
from email.utils import format_datetime
from datetime import datetime, timedelta, UTC
from aiohttp import web

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
asked = {}

async def answer(request):
    n = int(request.match_info["n"])
    times = asked[n] = asked.get(n, 0) + 1
    version = (times + n) // 10
    etag = f'"{n}-{version}"'
    if request.headers.get("If-None-Match") == etag:
        return web.Response(status=304, headers={"ETag": etag})
    items = "".join(
        f"<item><title>Story {n} {version + k}</title><link>http://127.0.0.1/{n}/{version + k}</link>"
        f"<guid isPermaLink='false'>{n}-{version + k}</guid>"
        f"<pubDate>{format_datetime(START + timedelta(minutes=version - k))}</pubDate>"
        f"<description>{'What happened at the harbour. ' * 20}</description></item>" for k in range(ENTRIES))
    body = f"<rss version='2.0'><channel><title>Paper {n}</title>{items}</channel></rss>"
    return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": etag})

async def main():
    app = web.Application()
    app.router.add_get("/{n}", answer)
    app.router.add_get("/robots.txt", lambda request: web.Response(status=404))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    ports = []
    for _ in range(HOSTS):
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
    print(*[address[1] for address in runner.addresses], flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@dataclass
class Nobody:
    """Implements `Listener`: what stories cost is measured elsewhere."""

    async def spaces(self, c: Connection) -> Sequence[Space]:
        return ()

    async def ready(self, space: Space) -> None: ...

    async def in_feed(self, c: Connection, space: Space, story: Story) -> None: ...

    async def feed_changed(self, c: Connection, subscription: FeedSubscription, feed: StoredFeed) -> None: ...


@dataclass
class Hands:
    """A clock that makes each round's feeds due at once."""

    now: datetime = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


async def keep_up() -> list[tuple[str, str, str, str]]:
    """The first look at all feeds, then a round of which nine tenths are unchanged."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with tempfile.TemporaryDirectory() as folder:
        async with loopback_site() as ports:
            return await _rounds(folder, ports)


async def _rounds(folder: str, ports: list[int]) -> list[tuple[str, str, str, str]]:
    hands, me = Hands(), psutil.Process()
    store = await Store.open(f"sqlite:///{folder}/standfirst.db")
    allowed = tuple(f"127.0.0.1:{port}" for port in ports)
    fetcher = Fetcher(Fetch(allow_loopback=allowed, timeout_seconds=60), Pages(store), hands)
    async with Reader(Read(workers=1, deadline_seconds=60)) as reader:
        work = LeaseWork(store, hands)
        poll = PollFeeds(store, fetcher, reader, work, Nobody(), hands, Bounds(EVERY, EVERY))
        await _fill(store, work, ports, hands())
        spent = []
        for _ in range(2):
            hands.now += 2 * EVERY
            spent.append(await _round(work, poll, me))
        held = sum(one.memory_info().rss for one in (me, *_readers(me)))
        async with store.reading() as c:
            left = await jobs.waiting(c, POLL)
    await fetcher.close()
    await store.close()
    wall, cpu = spent[-1]
    first = spent[0]
    return [
        (
            f"{FEEDS} feeds once, 90 % unchanged, one core",
            f"{FEEDS / cpu:.0f} feeds/s of processor time",
            "–",
            f"≥ {NEEDED:.0f}/s",
        ),
        (
            "the same, share of a core that a 5-minute rhythm takes",
            f"{cpu / EVERY.total_seconds():.0%} ({wall:.0f} s for all)",
            "–",
            "< 100 %",
        ),
        (
            "the first look at all of them",
            f"{FEEDS / first[1]:.0f} feeds/s of processor time",
            "–",
            f"≥ {NEEDED:.0f}/s",
        ),
        (
            "held by the bot and its reader; feeds still in line",
            f"{held / 1e6:.0f} MB; {left}",
            "–",
            f"≤ 300 MB; {FEEDS}",
        ),
    ]


async def _fill(store: Store, work: LeaseWork, ports: list[int], now: datetime) -> None:
    for first in range(0, FEEDS, 500):
        async with store.transaction() as c:
            for n in range(first, first + 500):
                url = f"http://127.0.0.1:{ports[n % len(ports)]}/{n}"
                feed = await feeds.add(c, StoredFeed(0, url, url, now, everywhere=True))
                order = poll_order(feed, now)
                await work.add(c, [order])


async def _round(work: LeaseWork, poll: PollFeeds, me: psutil.Process) -> tuple[float, float]:
    """Seconds, and seconds of processor time of the bot and its reader."""
    begun, cpu = time.monotonic(), _cpu(me)
    ended = await work.drain([poll.task])
    assert ended == FEEDS, ended
    return time.monotonic() - begun, _cpu(me) - cpu


def _cpu(me: psutil.Process) -> float:
    """Of the bot, of the readers that were replaced meanwhile, and of the one at work."""
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(sum(one.cpu_times()[:2]) for one in _readers(me))


def _readers(me: psutil.Process) -> list[psutil.Process]:
    """The children but the site, and what just died."""
    found = []
    for one in me.children():
        with contextlib.suppress(psutil.Error):
            if "SITE" not in one.environ():
                found.append(one)
    return found


@asynccontextmanager
async def loopback_site() -> AsyncIterator[list[int]]:
    """In a process of its own, on many ports, each a host; stopped at the end."""
    code = SITE.replace("ENTRIES", str(ENTRIES)).replace("HOSTS", str(HOSTS))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE, cwd=ROOT, env={**os.environ, "SITE": "1"}
    )
    try:
        assert process.stdout is not None
        yield [int(port) for port in (await process.stdout.readline()).split()]
    finally:
        process.kill()
        await process.wait()
