"""Runs the platforms and the housekeeping until one of them ends, or someone stops the bot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from bot.app.core import App
from bot.app.parts import Parts, store_url
from bot.chat import KeyValue, Platform
from bot.services.deliver import Deliver, rearm
from bot.services.feed_listener import FeedListener
from bot.services.followers import Followers
from bot.services.keep import expire_daily
from bot.services.listener import Listener
from bot.services.new_story import NewStory
from bot.services.poll_feeds import PollFeeds
from bot.services.same_story import SameStory
from bot.services.settings_feeds import take_up
from bot.services.tell_entries import TellEntries
from bot.settings import Settings
from bot.store import Store
from bot.store.adapter_values import AdapterValues
from bot.store.check import is_current
from bot.work import Task


async def serve(parts: Parts, platforms: Sequence[Platform]) -> None:
    """Run until the first platform ends; the others are closed. What a platform raises is raised here."""
    app = App(parts)
    runs = [asyncio.create_task(platform.run(app), name=platform.name) for platform in platforms]
    keeper = asyncio.create_task(expire_daily(parts.store, parts.clock, parts.settings.store.keep_days), name="keeper")
    worker = asyncio.create_task(work(parts, app, platforms), name="worker")
    try:
        done, _ = await asyncio.wait(runs, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for platform in platforms:
            await platform.close()
        keeper.cancel()
        worker.cancel()
        await asyncio.gather(*runs, keeper, worker, return_exceptions=True)


async def work(parts: Parts, app: App, platforms: Sequence[Platform]) -> None:
    """Asks feeds and delivers what is due, for ever. What is under way when it is cancelled is taken up again."""
    deliver = Deliver(parts.store, parts.clock, {platform.name: platform for platform in platforms}, app.speaks)
    async with parts.store.transaction() as c:
        await parts.work.add(c, await rearm(c))
    listener = FeedListener(NewStory(SameStory(), Followers(), parts.work, parts.clock), parts.work, parts.clock)
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
