"""Reading for the commands: with the store, where stories are kept, or without it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from bot.app.parts import assemble, utc_now
from bot.chat import Space
from bot.fetch import Fetcher
from bot.links.clean import clean
from bot.model import CachedPage, Page, Reading
from bot.reader import Reader
from bot.services.read_story import ReadStory
from bot.services.story_keys import trusted_canonical
from bot.settings import Settings

TERMINAL = Space("terminal", "local")


class NothingKept:
    """A page cache that forgets: for `--no-store`."""

    async def find(self, key: str) -> CachedPage | None:
        return None

    async def keep(self, key: str, page: CachedPage) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Desk:
    """Reads addresses and pages, and keeps the stories where there is a store."""

    reader: Reader
    fetcher: Fetcher
    stories: ReadStory | None

    async def address(self, url: str) -> Reading:
        """Raises `NotAnAddress`, `FetchError`, `ReadError`."""
        address = clean(url)
        if self.stories is not None:
            return (await self.stories.link(TERMINAL, address)).reading
        fetched = await self.fetcher.get(address)
        reading = await self.reader.read(fetched.page)
        canonical = trusted_canonical(fetched.hops[-1], reading.article.canonical_url)
        return replace(reading, article=replace(reading.article, canonical_url=canonical))

    async def page(self, page: Page) -> Reading:
        """Raises `ReadError`. A page that was handed in is not kept: nobody vouches for its address."""
        return await self.reader.read(page)


@asynccontextmanager
async def reading(settings: Settings, *, store: bool) -> AsyncIterator[Desk]:
    async with AsyncExitStack() as stack:
        if store:
            parts = await stack.enter_async_context(assemble(settings))
            yield Desk(parts.reader, parts.fetcher, parts.read_story)
            return
        reader = await stack.enter_async_context(Reader(settings.read))
        fetcher = Fetcher(settings.fetch, NothingKept(), utc_now)
        stack.push_async_callback(fetcher.close)
        yield Desk(reader, fetcher, None)
