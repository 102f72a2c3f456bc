"""A channel's feeds: what is new is told once, soon, and nothing else is; a feed that fails is said to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Space
from bot.fetch import Fetcher
from bot.reader import Reader
from bot.services.feed_problems import error_of
from bot.services.poll_feeds import PollFeeds
from bot.services.read_story import ReadStory
from bot.services.tell_entries import TellEntries
from bot.settings import Fetch, Read
from bot.store import Store, feed_subscriptions, feeds, retention, spaces
from bot.store.pages import Pages
from bot.work import LeaseWork
from tests.feed_site import FeedSite, Item, Reply, open_feed_site
from tests.unit.services.feed_desk import BOUNDS, ELSEWHERE, NEWSROOM, Desk, Hands, Heard


@pytest.fixture
async def site() -> AsyncIterator[FeedSite]:
    async with open_feed_site() as site:
        yield site


@pytest.fixture(scope="module")
def read_settings() -> Read:
    return Read(deadline_seconds=20)


@pytest.fixture
async def desk(tmp_path: Path, site: FeedSite, read_settings: Read) -> AsyncIterator[Desk]:
    hands, heard = Hands(), Heard()
    store = await Store.open(f"sqlite:///{tmp_path}/standfirst.db")
    fetcher = Fetcher(Fetch(allow_loopback=(site.host,), timeout_seconds=20), Pages(store), hands)
    async with Reader(read_settings) as reader:
        work = LeaseWork(store, hands, chance=lambda: 0.0)
        poll = PollFeeds(store, fetcher, reader, work, heard, hands, BOUNDS, lambda: 0.0)
        entries = TellEntries(store, ReadStory(store, fetcher, reader, hands), work, heard, hands)
        yield Desk(store, poll, entries, work, hands, heard)
    await fetcher.close()
    await store.close()


def told(*places: str) -> list[tuple[str, str]]:
    return [("harbour", f"{place} to rebuild its harbour bridge") for place in places]


async def test_a_new_feed_never_floods_and_then_each_story_is_told_once(desk: Desk, site: FeedSite) -> None:
    old = [Item(f"/story/old{n}", f"Old {n}", desk.hands()) for n in range(9)]
    await desk.has(site.publish("/feed", *old), NEWSROOM)
    await desk.pass_time()
    assert desk.heard.stories == []
    site.publish("/feed", Item("/story/norden", "Norden", desk.hands()), *old)
    for _ in range(5):
        await desk.pass_time(hours=1)
    assert desk.heard.stories == told("Norden")
    assert site.paths().count("/story/norden") == 1
    assert not [path for path in site.paths() if "old" in path]


async def test_an_edited_title_date_guid_or_tracker_is_no_news(desk: Desk, site: FeedSite) -> None:
    at = desk.hands()
    await desk.has(
        site.publish("/feed", Item("/story/norden", "Norden", at, "g1"), Item("/b", "B", at, "g2")), NEWSROOM
    )
    await desk.pass_time()
    for item in (
        Item("/story/norden", "Norden, corrected", at, "g1"),
        Item("/story/norden", "Norden", at + timedelta(hours=2), "g1"),
        Item("/story/norden", "Norden again", at, "g9"),
        Item("/story/norden?utm_source=rss", "Norden", at, ""),
        Item("/elsewhere/norden", "Norden", at, "g10"),
    ):
        site.publish("/feed", item, Item("/b", "B", at, "g2"))
        await desk.pass_time(hours=1)
    assert desk.heard.stories == []


async def test_a_feed_of_two_spaces_is_asked_once_and_told_to_both(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.publish("/feed", Item("/story/b", "B"), Item("/story/a", "A"))
    assert await desk.has(site.url("/feed"), ELSEWHERE) == feed_id
    await desk.pass_time(hours=1)
    assert sorted(space for space, _ in desk.heard.stories) == ["elsewhere", "harbour"]
    assert site.paths().count("/story/b") == 1


async def test_what_was_news_before_a_space_had_the_feed_is_none_for_it(desk: Desk, site: FeedSite) -> None:
    await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.publish("/feed", Item("/story/b", "B"), Item("/story/a", "A"))
    desk.hands.turn(hours=1)
    await desk.work.drain([desk.poll.task])
    desk.hands.turn(minutes=1)
    await desk.has(site.url("/feed"), ELSEWHERE)
    await desk.pass_time()
    assert [space for space, _ in desk.heard.stories] == ["harbour"]


async def test_a_clock_that_jumps_back_hides_no_story(desk: Desk, site: FeedSite) -> None:
    await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    desk.hands.turn(hours=-3)
    site.publish("/feed", Item("/story/norden", "Norden"), Item("/story/a", "A"))
    for _ in range(5):
        await desk.pass_time(hours=1)
    assert desk.heard.stories == told("Norden")


async def test_orders_that_a_wrong_clock_gave_are_not_waited_for(desk: Desk, site: FeedSite) -> None:
    desk.hands.turn(days=4000)
    await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    desk.hands.turn(days=-4000)
    asked = len(site.asked)
    async with desk.store.transaction() as c:
        await retention.expire(c, None, now=desk.hands())
    await desk.pass_time()
    assert len(site.asked) > asked


async def test_feeds_of_the_settings_are_told_to_all_who_listen(desk: Desk, site: FeedSite) -> None:
    desk.heard.everyone = [Space("test", f"s{n}") for n in range(45)]
    await desk.has(site.publish("/feed", Item("/story/a", "A")), everywhere=True)
    await desk.pass_time()
    site.publish("/feed", Item("/story/b", "B"), Item("/story/a", "A"))
    await desk.pass_time(hours=1)
    assert {space for space, _ in desk.heard.stories} == {f"s{n}" for n in range(45)}


async def test_what_has_not_changed_is_not_sent_again(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A"), etag='"1"'), NEWSROOM)
    await desk.pass_time()
    await desk.pass_time(hours=1)
    feed = await desk.feed(feed_id)
    assert (feed.fetched_at, feed.failures, feed.etag) == (desk.hands(), 0, '"1"')
    assert site.asked[-1][1]["If-None-Match"] == '"1"'


async def test_a_failing_feed_is_said_to_fail_once_and_to_work_again_once(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    well = site.replies["/feed"]
    site.replies["/feed"] = Reply(status=500)
    for _ in range(12):
        await desk.pass_time(hours=6)
    assert desk.heard.changes == [("Mara Lind", True, False)]
    feed = await desk.feed(feed_id)
    assert str(error_of(feed.problem)) == f"http_failed: {feed.url} (status 500)"
    assert feed.next_at is not None
    assert feed.fetched_at is not None
    assert timedelta(hours=6) < feed.next_at - feed.fetched_at <= timedelta(days=1)
    site.replies["/feed"] = well
    for _ in range(5):
        await desk.pass_time(days=1)
    assert desk.heard.changes == [("Mara Lind", True, False), ("Mara Lind", False, False)]


async def test_a_hiccup_bothers_nobody(desk: Desk, site: FeedSite) -> None:
    await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    well = site.replies["/feed"]
    site.replies["/feed"] = Reply("<html><p>Down for maintenance", kind="text/html")
    await desk.pass_time(hours=1)
    await desk.pass_time(hours=1)
    site.replies["/feed"] = well
    await desk.pass_time(hours=6)
    assert desk.heard.changes == []


async def test_a_feed_that_is_gone_is_said_so_and_never_asked_again(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.replies["/feed"] = Reply(status=410)
    await desk.pass_time(hours=1)
    asked = site.paths().count("/feed")
    for _ in range(4):
        await desk.pass_time(days=2)
    assert site.paths().count("/feed") == asked
    assert desk.heard.changes == [("Mara Lind", True, True)]
    assert (await desk.feed(feed_id)).gone


async def test_retry_after_is_kept(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.replies["/feed"] = Reply(status=503, headers={"Retry-After": "3500"})
    await desk.pass_time(hours=1)
    feed = await desk.feed(feed_id)
    assert feed.next_at is not None
    assert feed.next_at - desk.hands() >= timedelta(seconds=3500)


async def test_a_feed_that_moved_for_good_is_asked_there_from_then_on(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.publish("/new/feed", Item("/story/a", "A"))
    site.replies["/feed"] = Reply(status=301, headers={"Location": "/new/feed"})
    await desk.pass_time(hours=1)
    await desk.pass_time(hours=1)
    assert (await desk.feed(feed_id)).url == site.url("/new/feed")
    assert site.paths()[-2:] == ["/new/feed", "/new/feed"]
    assert desk.heard.stories == []


async def test_two_feeds_that_become_one_are_told_once(desk: Desk, site: FeedSite) -> None:
    old = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    kept = await desk.has(site.publish("/new/feed", Item("/story/a", "A")), NEWSROOM, ELSEWHERE)
    await desk.pass_time()
    site.replies["/feed"] = Reply(status=308, headers={"Location": "/new/feed"})
    await desk.pass_time(hours=1)
    async with desk.store.reading() as c:
        assert await feeds.get(c, old) is None
        assert {one.space.id for one in await feed_subscriptions.of_feed(c, kept)} == {"harbour", "elsewhere"}
    site.publish("/new/feed", Item("/story/norden", "Norden"), Item("/story/a", "A"))
    await desk.pass_time(hours=1)
    assert sorted(space for space, _ in desk.heard.stories) == ["elsewhere", "harbour"]


async def test_a_site_in_the_settings_means_its_feed(desk: Desk, site: FeedSite) -> None:
    site.publish("/news.xml", Item("/story/a", "A"))
    link = '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><p>Welcome</p></html>'
    site.replies["/"] = Reply(link, kind="text/html")
    feed_id = await desk.has(site.url("/"), NEWSROOM)
    await desk.pass_time()
    feed = await desk.feed(feed_id)
    assert (feed.url, feed.title) == (site.url("/news.xml"), "Coast Courier")


async def test_a_feed_that_nobody_has_any_more_is_forgotten(desk: Desk, site: FeedSite) -> None:
    feed_id = await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    async with desk.store.transaction() as c:
        await spaces.remove(c, NEWSROOM.tenant)
    asked = len(site.asked)
    await desk.pass_time(hours=2)
    async with desk.store.reading() as c:
        assert await feeds.get(c, feed_id) is None
    assert len(site.asked) == asked


async def test_a_story_that_cannot_be_read_yet_is_read_later(desk: Desk, site: FeedSite) -> None:
    await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.publish("/feed", Item("/story/norden", "Norden"), Item("/story/a", "A"))
    site.replies["/story/norden"] = Reply(status=500)
    await desk.pass_time(hours=1)
    del site.replies["/story/norden"]
    assert desk.heard.stories == []
    await desk.pass_time(minutes=30)
    assert desk.heard.stories == told("Norden")


async def test_what_fails_while_it_is_told_is_told_again_and_nothing_is_half_kept(desk: Desk, site: FeedSite) -> None:
    await desk.has(site.publish("/feed", Item("/story/a", "A")), NEWSROOM)
    await desk.pass_time()
    site.publish("/feed", Item("/story/norden", "Norden"), Item("/story/a", "A"))
    desk.heard.breaks = True
    await desk.pass_time(hours=1)
    desk.heard.breaks = False
    await desk.pass_time(minutes=30)
    await desk.pass_time(hours=1)
    assert desk.heard.stories == told("Norden")
