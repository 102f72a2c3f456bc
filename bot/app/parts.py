"""Everything that runs, built once and closed in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.chat import KeyValue
from bot.feeds.timing import Bounds
from bot.fetch import Fetcher
from bot.model import Clock
from bot.reader import Reader
from bot.services.background import Background
from bot.services.followers import Followers
from bot.services.new_story import NewStory
from bot.services.read_story import ReadStory
from bot.services.same_story import SameStory
from bot.services.space_feeds import SpaceFeeds
from bot.services.write_briefing import WriteBriefing
from bot.settings import Feeds, Settings
from bot.store import Store
from bot.store.adapter_values import AdapterValues
from bot.store.pages import Pages
from bot.work import LeaseWork
from bot.writer import Budget, LanguageModel


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    settings: Settings
    store: Store
    fetcher: Fetcher
    reader: Reader
    read_story: ReadStory
    clock: Clock
    background: Background
    work: LeaseWork
    feeds: SpaceFeeds
    news: NewStory


def store_url(settings: Settings) -> str:
    """Where stories are kept: as set, or a SQLite file in the data folder."""
    return settings.store.url or f"sqlite:///{Path(settings.data) / 'standfirst.db'}"


@asynccontextmanager
async def assemble(settings: Settings, *, clock: Clock = utc_now) -> AsyncIterator[Parts]:
    """Open the store, start the reader, ready the fetcher; close all at the end. Raises `StoreError`, `ConfigError`."""
    async with AsyncExitStack() as stack:
        reader = Reader(settings.read)
        stack.push_async_callback(reader.close)
        starting = asyncio.create_task(reader.start())  # a process of its own: it starts while the store opens
        try:
            store = await Store.open(store_url(settings))
        finally:
            await starting
        stack.push_async_callback(store.close)
        fetcher = Fetcher(settings.fetch, Pages(store), clock)
        stack.push_async_callback(fetcher.close)
        write = await stack.enter_async_context(writing(settings, AdapterValues(store, "briefing"), clock))
        background = Background(settings.people, fetcher, AdapterValues(store, "background"), clock)
        stories = ReadStory(store, fetcher, reader, clock, write)
        work = LeaseWork(store, clock, alone=store.alone)
        news = NewStory(SameStory(), Followers(), work, clock)
        feeds = SpaceFeeds(store, work, clock, bounds(settings.feeds), settings.feeds.most_per_space)
        yield Parts(settings, store, fetcher, reader, stories, clock, background, work, feeds, news)


def bounds(settings: Feeds) -> Bounds:
    return Bounds(timedelta(minutes=settings.least_minutes), timedelta(minutes=settings.most_minutes))


@asynccontextmanager
async def writing(settings: Settings, values: KeyValue, clock: Clock) -> AsyncIterator[WriteBriefing]:
    """Who writes briefings, as set. `values` keeps what a model cost. Raises `ConfigError`."""
    if settings.briefing.engine != "llm":
        yield WriteBriefing(None, settings.briefing.floor)
        return
    model = LanguageModel(settings.briefing, settings.llm_key, Budget(settings.briefing, values, clock))
    try:
        yield WriteBriefing(model, settings.briefing.floor)
    finally:
        await model.close()
