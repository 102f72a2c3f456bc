"""A link, a text or a file becomes a stored story: the one way in, for every command and every pasted link."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.chat import Space
from bot.fetch import Fetcher
from bot.fetch.flight import Flights
from bot.links.clean import clean, identity
from bot.model import Clock, Page, Reading, Story
from bot.reader import Reader
from bot.services.story_keys import story_keys, text_key, trusted_canonical
from bot.services.write_briefing import WriteBriefing
from bot.store import Store, stories

OWN_WORDS = WriteBriefing(None, 0.0)


@dataclass(frozen=True, slots=True)
class Material:
    """A reading and the keys it is known by; the same for every space, since a public page is."""

    reading: Reading
    keys: tuple[str, ...]


def text_page(text: str) -> Page:
    return Page(url=None, body=text.encode(), content_type="text/plain", charset="utf-8")


class ReadStory:
    """Reads what is not known yet and keeps it, per space. Raises `FetchError` and `ReadError`."""

    def __init__(
        self, store: Store, fetcher: Fetcher, reader: Reader, clock: Clock, write: WriteBriefing = OWN_WORDS
    ) -> None:
        self._store, self._fetcher, self._reader, self._clock = store, fetcher, reader, clock
        self._write = write
        self._flights: Flights[tuple[str, bool], Material] = Flights()

    async def link(self, space: Space, url: str, *, by_hand: bool = True) -> Story:
        """The story at `url`, from the store if `space` has it, else fetched and read."""
        address = clean(url)
        async with self._store.reading() as c:
            known = await stories.find(c, space, [identity(address)])
        if known is not None:
            return known
        return await self._keep(space, await self.fetched(address, by_hand=by_hand))

    async def text(self, space: Space, text: str) -> Story:
        """The story of a pasted text; its key is its words, never an address that the text claims."""
        return await self.page(space, text_page(text), key=text_key(text))

    async def page(self, space: Space, page: Page, *, key: str) -> Story:
        """The story on a page that is here already."""
        reading = await self._write.write(await self._reader.read(replace(page, at=self._clock())))
        return await self._keep(space, Material(reading, (key,)))

    async def fetched(self, address: str, *, by_hand: bool) -> Material:
        """Fetch and read a cleaned address, once for all who ask at the same time; nothing is stored."""
        return await self._flights.join((address, by_hand), lambda: self._fetch_and_read(address, by_hand=by_hand))

    async def _fetch_and_read(self, address: str, *, by_hand: bool) -> Material:
        fetched = await self._fetcher.get(address, by_hand=by_hand)
        reading = await self._write.write(await self._reader.read(replace(fetched.page, at=self._clock())))
        landed = fetched.hops[-1] if fetched.hops else address
        canonical = trusted_canonical(landed, reading.article.canonical_url)
        reading = replace(reading, article=replace(reading.article, canonical_url=canonical))
        return Material(reading, story_keys(address, fetched.hops, canonical))

    async def _keep(self, space: Space, material: Material) -> Story:
        async with self._store.transaction() as c:
            return await stories.save(c, space, material.reading, material.keys, self._clock())
