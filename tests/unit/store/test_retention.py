"""Old things go, and what is still talked about stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.chat import MessageRef, Speaker
from bot.feeds import Entry
from bot.model import CachedPage, Reading
from bot.store import Connection, Store, events, feed_entries, feeds, jobs, leases, replies, retention, shares, stories
from bot.store.feeds import StoredFeed
from bot.store.pages import Pages
from bot.store.replies import StoredReply
from bot.store.retention import Expired

RefOf = Callable[..., MessageRef]
ReadingOf = Callable[[str], Reading]
DAY = timedelta(days=1)


async def told(c: Connection, ref: MessageRef, story: int, at: datetime) -> None:
    share = await shares.add(c, ref, Speaker("web", "u1", "Ann"), "https://k", "k", at)
    assert share is not None
    await shares.attach(c, share.id, story)


async def test_what_nobody_shared_lately_goes(
    store: Store, ref: RefOf, reading: ReadingOf, page: Callable[..., CachedPage], now: datetime
) -> None:
    space, old = ref().place.tenant, now - 100 * DAY
    await Pages(store).keep("old", page(b"x", old))
    await Pages(store).keep("new", page(b"x", now))
    async with store.transaction() as c:
        forgotten = await stories.save(c, space, reading("Forgotten"), ["a"], old)
        loved = await stories.save(c, space, reading("Loved"), ["b"], old)
        fresh = await stories.save(c, space, reading("Fresh"), ["c"], now)
        await told(c, ref("m1"), forgotten.id, old)
        await told(c, ref("m2"), loved.id, old)
        await told(c, ref("m3"), loved.id, now - DAY)
        await replies.save(c, StoredReply("r1", ref("b1"), "u1", old, ref("m1"), forgotten.id))
        await replies.save(c, StoredReply("r2", ref("b2"), "u1", now, ref("m3"), loved.id))
        gone = await retention.expire(c, now - 90 * DAY, now=now)
    assert gone == Expired(stories=1, shares=2, replies=1, pages=1)
    async with store.reading() as c:
        assert await stories.find(c, space, ["a"]) is None
        assert await stories.find(c, space, ["b"]) == loved
        assert await stories.find(c, space, ["c"]) == fresh
        assert await replies.by_key(c, "web", "r1") is None
        assert await replies.by_key(c, "web", "r2") is not None
    assert await Pages(store).find("old") is None
    assert await Pages(store).find("new") is not None


async def test_kept_for_ever_means_all_but_the_events(
    store: Store, ref: RefOf, reading: ReadingOf, now: datetime
) -> None:
    async with store.transaction() as c:
        await stories.save(c, ref().place.tenant, reading("Old"), ["a"], now - 4000 * DAY)
        await events.first_time(c, "web", "old", now - 3 * DAY)
        await events.first_time(c, "web", "new", now - DAY)
        assert await retention.expire(c, None, now=now) == Expired(events=1)
        assert not await events.first_time(c, "web", "new", now)
        assert await events.first_time(c, "web", "old", now)


async def test_what_feeds_brought_and_what_was_given_up_is_kept_for_a_month(store: Store, now: datetime) -> None:
    feed = StoredFeed(0, "https://paper.example/feed", "paper", now, everywhere=True)
    async with store.transaction() as c:
        feed = await feeds.add(c, feed)
        [old] = await feed_entries.add(c, feed.id, [Entry(url="https://paper.example/1")], now - 40 * DAY)
        [new] = await feed_entries.add(c, feed.id, [Entry(url="https://paper.example/2")], now - DAY)
        await jobs.add(c, [jobs.Order("deliver", "x", now - 40 * DAY)])
        [job] = await leases.lease(c, "deliver", 1, now=now, until=now, name="a worker")
        await leases.give_up(c, job, "the channel is gone", now - 40 * DAY)
        await retention.expire(c, None, now=now)
        assert await feed_entries.get(c, old.id) is None
        assert await feed_entries.get(c, new.id) == new
        assert await jobs.abandoned(c) == []
