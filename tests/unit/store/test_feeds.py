"""Feeds are kept once for all who have them, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat import MessageRef, Space, Speaker
from bot.feeds import Entry, Rhythm
from bot.store import Connection, Store, feed_entries, feed_subscriptions, feeds, spaces
from bot.store.feed_subscriptions import FeedSubscription
from bot.store.feeds import Health, StoredFeed

RefOf = Callable[..., MessageRef]
ONE, TWO = Space("web", "s1"), Space("web", "s2")


async def known(c: Connection, name: str, now: datetime, **more: object) -> StoredFeed:
    feed = StoredFeed(0, f"https://{name}.example/feed", name, now, title=name.title(), **more)  # type: ignore[arg-type]
    return await feeds.add(c, feed)


async def has(c: Connection, feed: StoredFeed, ref: RefOf, space: str, now: datetime) -> bool:
    place = ref(space=space).place
    return await feed_subscriptions.add(c, FeedSubscription(feed.id, place, Speaker("web", "u1", "Ann"), now))


async def test_a_feed_is_kept_once_and_comes_back_as_it_was(store: Store, now: datetime) -> None:
    rhythm = Rhythm(30, (0, 1), (6,))
    async with store.transaction() as c:
        feed = await known(c, "paper", now, rhythm=rhythm)
        assert await known(c, "paper", now + timedelta(days=1), etag="other") == feed
        whole = replace(feed, etag='"1"', gap=60, latest=now, fetched_at=now, well_at=now, next_at=now, failures=2)
        await feeds.save(c, whole)
        await feeds.set_everywhere(c, feed.id, True)
    async with store.reading() as c:
        assert await feeds.get(c, feed.id) == replace(whole, everywhere=True)
        assert await feeds.find(c, "paper") == replace(whole, everywhere=True)


async def test_a_space_sees_its_own_feeds_and_those_of_all(store: Store, ref: RefOf, now: datetime) -> None:
    async with store.transaction() as c:
        own, others, everyones = await known(c, "own", now), await known(c, "others", now), await known(c, "all", now)
        assert await has(c, own, ref, "s1", now)
        assert not await has(c, own, ref, "s1", now)
        await has(c, others, ref, "s2", now)
        await feeds.set_everywhere(c, everyones.id, True)
        await feeds.save(c, replace(own, told=True))
        assert [feed.title for feed in await feeds.of_space(c, ONE)] == ["All", "Own"]
        assert await feeds.health(c, ONE) == Health(2, 1)
        assert await feeds.health(c, Space("web", "nobody")) == Health(1, 0)
        await feed_subscriptions.remove(c, ONE, own.id)
        assert await feeds.remove_nobodys(c) == [own.id]
        await spaces.remove(c, TWO)
        assert await feeds.remove_nobodys(c) == [others.id]
        assert [feed.id for feed in await feeds.everywhere(c)] == [everyones.id]


async def test_what_came_before_a_space_had_the_feed_is_behind_it(store: Store, ref: RefOf, now: datetime) -> None:
    async with store.transaction() as c:
        feed = await known(c, "paper", now)
        await has(c, feed, ref, "s1", now)
        [entry] = await feed_entries.add(c, feed.id, [Entry(url="https://paper.example/1", title="One")], now)
        await has(c, feed, ref, "s2", now - timedelta(days=1))
        assert [one.after_entry for one in await feed_subscriptions.of_space(c, ONE)] == [0]
        assert [one.after_entry for one in await feed_subscriptions.of_space(c, TWO)] == [entry.id]
        await feed_entries.told(c, entry.id, now, "never read")
        assert await feed_entries.get(c, entry.id) == replace(entry, told_at=now, reason="never read")


async def test_a_memory_goes_with_its_feed_and_an_address_belongs_to_one(store: Store, now: datetime) -> None:
    async with store.transaction() as c:
        old, new = await known(c, "old", now), await known(c, "new", now)
        assert await feeds.memory(c, old.id) is None
        await feeds.remember(c, old.id, b"12345678")
        await feeds.remember(c, old.id, b"87654321")
        assert await feeds.memory(c, old.id) == b"87654321"
        assert await feeds.readdress(c, old, new.url, "new") is None
        moved = await feeds.readdress(c, old, "https://moved.example/", "moved")
        assert moved == await feeds.find(c, "moved")
        await feeds.remove(c, old.id)
        assert await feeds.memory(c, old.id) is None
