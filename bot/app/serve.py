"""Runs the platforms and the housekeeping until one of them ends, or someone stops the bot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import structlog

from bot.app.core import App
from bot.app.parts import Parts, store_url
from bot.chat import KeyValue, Platform
from bot.errors import StandfirstError
from bot.services.deliver import Deliver, rearm
from bot.services.feed_listener import FeedListener
from bot.services.keep import expire_daily
from bot.services.listener import Listener
from bot.services.poll_feeds import PollFeeds
from bot.services.settings_feeds import take_up
from bot.services.tell_entries import TellEntries
from bot.settings import Settings
from bot.store import Store
from bot.store.adapter_values import AdapterValues
from bot.store.check import is_current
from bot.work import Task

PAUSE = 10.0
"""Seconds before what ended with an error in the background is begun again."""


async def serve(parts: Parts, platforms: Sequence[Platform]) -> None:
    """Run until a platform ends by itself, or all have failed: then what the first one raised is raised here."""
    app = App(parts)
    keep_days = parts.settings.store.keep_days
    runs = [asyncio.create_task(platform.run(app), name=platform.name) for platform in platforms]
    background = [
        asyncio.create_task(for_ever("keeper", lambda: expire_daily(parts.store, parts.clock, keep_days))),
        asyncio.create_task(for_ever("worker", lambda: work(parts, app, platforms))),
    ]
    try:
        await supervise(runs)
    finally:
        for platform in platforms:
            await platform.close()
        for task in background:
            task.cancel()
        await asyncio.gather(*runs, *background, return_exceptions=True)


async def supervise(runs: Sequence[asyncio.Task[None]]) -> None:
    """A platform that fails is told in the log, with what mends it, and the others go on."""
    waiting, failures = set(runs), list[BaseException]()
    while waiting:
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in (run for run in runs if run in done):
            error = task.exception()
            if error is None:
                return
            failures.append(error)
            if waiting:
                tell(task.get_name(), error, sorted(other.get_name() for other in waiting))
    raise failures[0]


def tell(name: str, error: BaseException, running: Sequence[str]) -> None:
    """What is wrong in our own words, which name the setting and the fix; a stack trace for what nobody expected."""
    log = structlog.get_logger().bind(platform=name, still_running=list(running))
    if isinstance(error, StandfirstError):
        log.error("platform_failed", error=str(error))
    else:
        log.error("platform_crashed", exc_info=error)


async def for_ever(name: str, begin: Callable[[], Awaitable[None]], pause: float = PAUSE) -> None:
    """Work in the background that must not end while the bot runs, whatever happens to it."""
    while True:
        try:
            await begin()
        except Exception:
            structlog.get_logger().exception("background_failed", name=name, again_in=pause)
        await asyncio.sleep(pause)


async def work(parts: Parts, app: App, platforms: Sequence[Platform]) -> None:
    """Asks feeds and delivers what is due, for ever. What is under way when it is cancelled is taken up again."""
    deliver = Deliver(parts.store, parts.clock, {platform.name: platform for platform in platforms}, app.speaks)
    async with parts.store.transaction() as c:
        await parts.work.add(c, await rearm(c))
    listener = FeedListener(parts.news, parts.store, parts.work, parts.clock)
    await take_up(parts.store, parts.feeds, values_for(parts, "feeds"), parts.settings.feeds.urls)
    await parts.work.run([*deliver.tasks, *feed_tasks(parts, listener)])


def feed_tasks(parts: Parts, listener: Listener) -> list[Task]:
    """Asking feeds, and reading what is new in them."""
    store, work, clock = parts.store, parts.work, parts.clock
    poll = PollFeeds(store, parts.fetcher, parts.reader, work, listener, clock, parts.feeds.bounds)
    return [poll.task, TellEntries(store, parts.read_story, work, listener, clock).task]


def values_for(parts: Parts, name: str) -> KeyValue:
    return AdapterValues(parts.store, name)


@asynccontextmanager
async def kept_values(settings: Settings) -> AsyncIterator[Callable[[str], KeyValue]]:
    """What adapters keep, by their name, changing nothing; empty where there is no database yet."""
    if not await is_current(store_url(settings)):
        yield lambda _: NothingKept()
        return
    store = await Store.open(store_url(settings))
    try:
        yield lambda name: AdapterValues(store, name)
    finally:
        await store.close()


class NothingKept:
    """Implements `chat.KeyValue`; forgets what it is given."""

    async def get(self, key: str) -> str | None:
        return None

    async def put(self, key: str, value: str) -> None: ...

    async def delete(self, key: str) -> None: ...

    async def items(self, prefix: str) -> Sequence[tuple[str, str]]:
        return ()
