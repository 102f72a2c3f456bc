"""Reading for the commands: with the store, where stories are kept, or without it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from bot.app.parts import assemble, utc_now, writing
from bot.chat import Space
from bot.fetch import Fetcher
from bot.links.clean import clean
from bot.model import CachedPage, Page, Reading
from bot.reader import Reader
from bot.services.read_story import ReadStory
from bot.services.story_keys import trusted_canonical
from bot.services.write_briefing import WriteBriefing
from bot.settings import Settings
from bot.store.adapter_values import AdapterValues

TERMINAL = Space("terminal", "local")


class NothingKept:
    """A page cache that forgets: for `--no-store`."""

    async def find(self, key: str) -> CachedPage | None:
        return None

    async def keep(self, key: str, page: CachedPage) -> None:
        return None


class ForThisRun:
    """What a model costs, counted for one run only: there is no store to keep it in."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    async def get(self, key: str) -> str | None:
        return self._kept.get(key)

    async def put(self, key: str, value: str) -> None:
        self._kept[key] = value

    async def delete(self, key: str) -> None:
        self._kept.pop(key, None)

    async def items(self, prefix: str) -> Sequence[tuple[str, str]]:
        return sorted((key, value) for key, value in self._kept.items() if key.startswith(prefix))


@dataclass(frozen=True, slots=True)
class Desk:
    """Reads addresses and pages, and keeps the stories where there is a store."""

    reader: Reader
    fetcher: Fetcher
    stories: ReadStory | None
    write: WriteBriefing

    async def address(self, url: str) -> Reading:
        """Raises `NotAnAddress`, `FetchError`, `ReadError`."""
        address = clean(url)
        if self.stories is not None:
            return (await self.stories.link(TERMINAL, address)).reading
        fetched = await self.fetcher.get(address)
        reading = await self.write.write(await self.reader.read(replace(fetched.page, at=utc_now())))
        canonical = trusted_canonical(fetched.hops[-1], reading.article.canonical_url)
        return replace(reading, article=replace(reading.article, canonical_url=canonical))

    async def page(self, page: Page) -> Reading:
        """Raises `ReadError`. A page that was handed in is not kept: nobody vouches for its address."""
        return await self.write.write(await self.reader.read(replace(page, at=utc_now())))


@asynccontextmanager
async def reading(settings: Settings, *, store: bool) -> AsyncIterator[Desk]:
    async with AsyncExitStack() as stack:
        if store:
            parts = await stack.enter_async_context(assemble(settings))
            write = await stack.enter_async_context(writing(settings, AdapterValues(parts.store, "briefing"), utc_now))
            yield Desk(parts.reader, parts.fetcher, parts.read_story, write)
            return
        reader = await stack.enter_async_context(Reader(settings.read))
        fetcher = Fetcher(settings.fetch, NothingKept(), utc_now)
        stack.push_async_callback(fetcher.close)
        write = await stack.enter_async_context(writing(settings, ForThisRun(), utc_now))
        yield Desk(reader, fetcher, None, write)
