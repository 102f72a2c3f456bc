"""`/feeds`: add, list, remove, status, import and export. Anyone may look; who may change is checked here again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.cards.feeds import (
    added_card,
    exported_card,
    fixed_card,
    here_already_card,
    imported_card,
    list_card,
    removed_card,
    status_card,
)
from bot.channels import Manner
from bot.chat import Card, CommandCalled, Place, Reply, Working
from bot.errors import MayNotSetUp, NotAFeed
from bot.model import Page
from bot.reader import Reader
from bot.services.draft import Draft, Step
from bot.services.find_feed import FindFeed
from bot.services.space_feeds import Owner, SpaceFeeds, name_of
from bot.store import Store, events, topics

FEED_COMMANDS = {f"feeds {part}" for part in ("add", "list", "remove", "status", "import", "export")}
LOOKING = {"list", "status", "export"}


@dataclass(frozen=True, slots=True)
class FeedsCommand:
    store: Store
    feeds: SpaceFeeds
    find: FindFeed
    reader: Reader

    async def called(self, event: CommandCalled, _: Manner) -> AsyncIterator[Step]:
        part = event.name.partition(" ")[2]
        if part not in LOOKING and not event.speaker.can_manage:
            raise MayNotSetUp
        async with self.store.transaction() as c:
            if not await events.first_time(c, event.place.platform, event.event_id, self.feeds.clock()):
                return
        steps = {
            "add": self._add,
            "list": self._list,
            "remove": self._remove,
            "status": self._status,
            "import": self._import,
            "export": self._export,
        }[part]
        async for step in steps(event, Owner(event.place, event.speaker)):
            yield step

    async def suggest(self, prefix: str, place: Place) -> Sequence[str]:
        return await self.feeds.suggest(place.tenant, prefix)

    async def _add(self, event: CommandCalled, owner: Owner) -> AsyncIterator[Step]:
        typed = event.options.get("address", "").strip().strip("<>")
        known = await self.feeds.known(owner, typed)
        if known is not None:
            yield answer(event, here_already_card(name_of(known)), private=True)
            return
        yield Working(event.place)
        found = await self.find.find(typed)
        async with self.store.transaction() as c:
            feed, new = await self.feeds.add(c, owner, found)
            followed = bool(await topics.of_space(c, owner.place.tenant))
        if not new:
            yield answer(event, here_already_card(name_of(feed)), private=True)
            return
        told = added_card(name_of(feed), feed.url, found.feed.format, len(found.feed.entries), followed=followed)
        yield answer(event, told)

    async def _list(self, event: CommandCalled, owner: Owner) -> AsyncIterator[Step]:
        yield answer(event, list_card(await self.feeds.lines(owner)), private=True)

    async def _status(self, event: CommandCalled, owner: Owner) -> AsyncIterator[Step]:
        lines = await self.feeds.lines(owner, event.options.get("feed", "").strip())
        yield answer(event, status_card(lines), private=True)

    async def _remove(self, event: CommandCalled, owner: Owner) -> AsyncIterator[Step]:
        async with self.store.transaction() as c:
            feed, removed = await self.feeds.remove(c, owner, event.options.get("feed", ""))
        yield answer(event, removed_card(name_of(feed)) if removed else fixed_card(name_of(feed)), private=not removed)

    async def _import(self, event: CommandCalled, owner: Owner) -> AsyncIterator[Step]:
        yield Working(event.place, private=True)
        seen = await self.reader.feed(Page(None, event.options.get("file", "").encode(), "text/xml", "utf-8"))
        if seen.kind != "opml":
            raise NotAFeed("no_opml")
        done = await self.feeds.import_links(owner, seen.links)
        yield answer(event, imported_card(done.added, done.here, done.refused), private=True)

    async def _export(self, event: CommandCalled, owner: Owner) -> AsyncIterator[Step]:
        number, text = await self.feeds.opml(owner, "Standfirst")
        yield answer(event, exported_card(number, text) if number else list_card(()), private=True)


def answer(event: CommandCalled, card: Card, *, private: bool = False) -> Draft:
    told = event.speaker if private else None
    return Draft(Reply(f"feeds:{event.event_id}", card, event.place, private_to=told), event.speaker)
