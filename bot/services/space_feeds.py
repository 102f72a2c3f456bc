"""The feeds of one space, or of all: added, taken out, imported, told of. What every way of asking for it does."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cards.failures import sentence
from bot.cards.feeds import FeedLine
from bot.chat import Place, Space, Speaker
from bot.errors import NoSuchFeed, NotAnAddress, TooManyFeeds
from bot.feeds import FeedLink
from bot.feeds.opml import write_opml
from bot.feeds.timing import Bounds, gap_of, next_poll
from bot.links.clean import clean, identity
from bot.model import Clock
from bot.services.feed_orders import POLL, poll_order
from bot.services.feed_problems import error_of
from bot.services.find_feed import FoundFeed
from bot.services.poll_feeds import pace
from bot.store import Connection, Store, feed_subscriptions, feeds
from bot.store.feed_subscriptions import FeedSubscription
from bot.store.feeds import StoredFeed, key_of
from bot.work import Work

SPREAD = timedelta(minutes=5)
"""The first looks at the feeds of a list are spread over so long."""

MOST_SUGGESTED = 20
PER_TRANSACTION = 50
"""Feeds of a list that are added in one: others want to write as well."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose feeds are meant: those of a space, as someone asks for them in a place of it."""

    place: Place
    person: Speaker


@dataclass(frozen=True, slots=True)
class Imported:
    """`full`: there was no more room for one of them."""

    added: int = 0
    here: int = 0
    refused: int = 0
    full: bool = False


@dataclass(frozen=True, slots=True)
class SpaceFeeds:
    """`owner` None is for all spaces, as the settings do it; `most` is how many a space may have."""

    store: Store
    work: Work
    clock: Clock
    bounds: Bounds
    most: int
    chance: Callable[[], float] = random.random

    async def known(self, owner: Owner | None, typed: str) -> StoredFeed | None:
        """The feed of this very address, if it is here already. Raises `NotAnAddress`."""
        key = key_of(identity(clean(typed if "://" in typed else f"https://{typed}")))
        async with self.store.reading() as c:
            feed = await feeds.find(c, key)
            return feed if feed is not None and not feed.gone and await _has(c, owner, feed) else None

    async def add(self, c: Connection, owner: Owner | None, found: FoundFeed) -> tuple[StoredFeed, bool]:
        """Have `found`, which was read just now; what it holds counts as seen. False: it was here already.

        Raises `TooManyFeeds`.
        """
        now = self.clock()
        address = clean(found.url)
        feed = await feeds.find(c, key_of(identity(address)))
        if feed is None or await feeds.memory(c, feed.id) is None or feed.gone:
            feed = await self._first_look(c, feed, found, address, now)
        return feed, await self._have(c, owner, feed, feed.next_at or now)

    async def import_links(self, owner: Owner | None, links: Sequence[FeedLink]) -> Imported:
        """Have all that a list names; each is read for the first time within minutes. Once there is no more room, what
        is left is refused unseen."""
        done = Imported()
        for at in range(0, len(links), PER_TRANSACTION):
            if done.full:
                return replace(done, refused=done.refused + len(links) - at)
            async with self.store.transaction() as c:
                for link in links[at : at + PER_TRANSACTION]:
                    done = await self._import(c, owner, link, done)
                await feeds.remove_nobodys(c)
        return done

    async def _import(self, c: Connection, owner: Owner | None, link: FeedLink, done: Imported) -> Imported:
        now = self.clock()
        try:
            address = clean(link.url)
            feed = await feeds.add(c, StoredFeed(0, address, key_of(identity(address)), now, title=link.title))
            new = await self._have(c, owner, feed, now + SPREAD * self.chance())
        except (NotAnAddress, TooManyFeeds) as error:
            return replace(done, refused=done.refused + 1, full=done.full or isinstance(error, TooManyFeeds))
        return replace(done, added=done.added + new, here=done.here + (not new))

    async def remove(self, c: Connection, owner: Owner | None, typed: str) -> tuple[StoredFeed, bool]:
        """Let go of the feed that `typed` means. False: the settings have it, for all. Raises `NoSuchFeed`."""
        feed = meant(await self._all(c, owner), typed)
        if owner is None:
            await feeds.set_everywhere(c, feed.id, False)
            removed = True
        else:
            removed = await feed_subscriptions.remove(c, owner.place.tenant, feed.id)
        await self.work.remove(c, POLL, [str(feed_id) for feed_id in await feeds.remove_nobodys(c)])
        return feed, removed

    async def lines(self, owner: Owner | None, typed: str = "") -> list[FeedLine]:
        """All feeds, or the one that `typed` means, as they are shown. Raises `NoSuchFeed`."""
        async with self.store.reading() as c:
            found = await self._all(c, owner)
        return [line_of(feed) for feed in ([meant(found, typed)] if typed else found)]

    async def opml(self, owner: Owner | None, title: str) -> tuple[int, str]:
        """How many feeds, and the list as a text."""
        async with self.store.reading() as c:
            found = await self._all(c, owner)
        listed = [(FeedLink(feed.url, name_of(feed)), feed.home) for feed in found]
        return len(found), write_opml(listed, title, self.clock())

    async def suggest(self, space: Space, prefix: str) -> list[str]:
        """Names of the space's feeds to complete `prefix` with."""
        async with self.store.reading() as c:
            names = [name_of(feed) for feed in await feeds.of_space(c, space)]
        start = prefix.casefold()
        first = [name for name in names if name.casefold().startswith(start)]
        return list(dict.fromkeys([*first, *(name for name in names if start in name.casefold())]))[:MOST_SUGGESTED]

    async def _first_look(
        self, c: Connection, feed: StoredFeed | None, found: FoundFeed, address: str, now: datetime
    ) -> StoredFeed:
        read = found.feed
        gap, latest = gap_of(read.entries, now)
        blank = StoredFeed(0, address, key_of(identity(address)), now)
        fresh = replace(
            feed or blank,
            title=read.title,
            home=read.home,
            etag=found.known.etag,
            last_modified=found.known.last_modified,
            rhythm=read.rhythm,
            max_age=int(found.max_age),
            gap=int(gap),
            latest=latest,
            fetched_at=now,
            well_at=now,
            failures=0,
            problem="",
            told=False,
            gone=False,
        )
        fresh = replace(fresh, next_at=next_poll(now, pace(fresh), self.bounds, self.chance()))
        if feed is None:
            fresh = await feeds.add(c, fresh)
        else:
            await feeds.save(c, fresh)
        await feeds.remember(c, fresh.id, found.memory)
        return fresh

    async def _have(self, c: Connection, owner: Owner | None, feed: StoredFeed, at: datetime) -> bool:
        if owner is None:
            new = not feed.everywhere
            await feeds.set_everywhere(c, feed.id, True)
        else:
            new = await feed_subscriptions.add(c, FeedSubscription(feed.id, owner.place, owner.person, self.clock()))
            if new and await feed_subscriptions.count(c, owner.place.tenant) > self.most:
                await feed_subscriptions.remove(c, owner.place.tenant, feed.id)
                raise TooManyFeeds(str(self.most))
        await self.work.add(c, [poll_order(feed, at)])
        return new

    async def _all(self, c: Connection, owner: Owner | None) -> list[StoredFeed]:
        return await (feeds.everywhere(c) if owner is None else feeds.of_space(c, owner.place.tenant))


async def _has(c: Connection, owner: Owner | None, feed: StoredFeed) -> bool:
    if owner is None or feed.everywhere:
        return feed.everywhere
    return any(one.space == owner.place.tenant for one in await feed_subscriptions.of_feed(c, feed.id))


def meant(found: Sequence[StoredFeed], typed: str) -> StoredFeed:
    """The one feed whose address or name is `typed`, or has it in it. Raises `NoSuchFeed` for none, and for several."""
    wanted = typed.strip().casefold()
    for is_it in (
        lambda feed: wanted in (feed.url.casefold(), name_of(feed).casefold()),
        lambda feed: wanted.rstrip("/") == feed.home.casefold().rstrip("/"),
        lambda feed: wanted in name_of(feed).casefold() or wanted in feed.url.casefold(),
    ):
        matching = [feed for feed in found if wanted and is_it(feed)]
        if len(matching) == 1:
            return matching[0]
    raise NoSuchFeed(typed)


def name_of(feed: StoredFeed) -> str:
    return feed.title or feed.url


def line_of(feed: StoredFeed) -> FeedLine:
    problem = sentence(error_of(feed.problem)) if feed.problem else ""
    return FeedLine(name_of(feed), feed.url, feed.fetched_at, feed.next_at, problem, feed.gone, feed.everywhere)
