"""Feeds and topics together: what a feed brings is told once to who follows it, and its troubles to who added it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.app import App, Parts, assemble
from bot.app.serve import feed_tasks
from bot.chat import CommandCalled, Reply
from bot.services.deliver import Deliver
from bot.services.feed_listener import FeedListener
from bot.settings import Fetch, Settings
from tests.board import Board, Wall
from tests.feed_site import FeedSite, Item, open_feed_site
from tests.feed_site import Reply as Answer
from tests.talk import EDITORS, MARA, NEWSROOM, Talk, text


@pytest.fixture
async def papers() -> AsyncIterator[FeedSite]:
    async with open_feed_site() as site:
        yield site


@pytest.fixture
def wall() -> Wall:
    return Wall()


class Desk:
    """A newsroom with feeds and topics; time passes, and everything that falls due is done."""

    def __init__(self, parts: Parts, papers: FeedSite, wall: Wall) -> None:
        self.parts, self.papers, self.wall = parts, papers, wall
        self.talk, self.board = Talk(App(parts)), Board()
        self.calls = 0

    async def adds(self, address: str) -> Reply:
        self.calls += 1
        event = CommandCalled(f"add{self.calls}", NEWSROOM, MARA, "feeds add", {"address": address})
        (reply,) = await self.talk.does(event)
        return reply

    async def follows(self, query: str, **options: str) -> None:
        self.wall.passes(seconds=1)
        await self.talk.topics("follow", {"query": query} | options)
        await self.talk.presses(self.talk.latest, "Follow", who=MARA)
        self.wall.passes(seconds=1)

    async def hears_after(self, **time: float) -> Sequence[Reply]:
        self.wall.passes(**time)
        parts = self.parts
        listener = FeedListener(parts.news, parts.store, parts.work, parts.clock)
        deliver = Deliver(parts.store, parts.clock, {"test": self.board}, self.talk.app.speaks)
        await parts.work.drain([*feed_tasks(parts, listener), *deliver.tasks])
        return self.board.takes()


@pytest.fixture
async def desk(tmp_path: Path, papers: FeedSite, wall: Wall) -> AsyncIterator[Desk]:
    fetch = Fetch(allow_loopback=(papers.host,), timeout_seconds=20)
    async with assemble(Settings(data=str(tmp_path / "data"), fetch=fetch), clock=wall) as parts:
        yield Desk(parts, papers, wall)


async def test_what_a_feed_brings_is_told_once_with_the_reason(desk: Desk, papers: FeedSite) -> None:
    await desk.adds(papers.publish("/feed", Item("/story/westhaven", "Westhaven")))
    await desk.follows("harbour bridge")
    assert await desk.hears_after(hours=1) == []
    papers.publish("/feed", Item("/story/norden", "Norden"), Item("/story/westhaven", "Westhaven"))
    (alert,) = await desk.hears_after(hours=1)
    assert alert.to == NEWSROOM
    assert "Norden to rebuild its harbour bridge" in text(alert.card)
    assert "matches" in text(alert.card)
    papers.publish("/feed", Item("/story/norden", "Norden, edited"), Item("/story/westhaven", "Westhaven"))
    assert await desk.hears_after(hours=1) == []


async def test_two_feeds_with_one_story_make_one_alert(desk: Desk, papers: FeedSite) -> None:
    await desk.adds(papers.publish("/a.xml", title="The Courier"))
    await desk.adds(papers.publish("/b.xml", title="The Post"))
    await desk.follows("bridge")
    papers.publish("/a.xml", Item("/story/norden", "Norden"))
    papers.publish("/b.xml", Item("/story/norden", "Norden"))
    assert len(await desk.hears_after(hours=1)) == 1


async def test_a_failing_feed_is_told_privately_to_who_added_it_and_again_when_it_works(
    desk: Desk, papers: FeedSite
) -> None:
    await desk.adds(papers.publish("/feed", Item("/story/a", "A")))
    well = papers.replies["/feed"]
    papers.replies["/feed"] = Answer(status=403)
    told = [reply for _ in range(8) for reply in await desk.hears_after(hours=3)]
    assert [reply.private_to for reply in told] == [MARA.__class__("test", "u1", "Mara Lind")]
    assert "The feed Coast Courier cannot be read: 127.0.0.1 refused to show me that page." in text(told[0].card)
    papers.replies["/feed"] = well
    (again,) = [reply for _ in range(3) for reply in await desk.hears_after(hours=20)]
    assert "The feed Coast Courier works again." in text(again.card)


async def test_a_story_behind_a_wall_is_told_in_the_feeds_words(desk: Desk, papers: FeedSite) -> None:
    await desk.adds(papers.publish("/feed"))
    await desk.follows("ferry")
    papers.replies["/story/pier"] = Answer(status=403)
    papers.publish("/feed", Item("/story/pier", "Ferry pier closes for 14 months"))
    (alert,) = await desk.hears_after(hours=1)
    assert alert.card.url == papers.url("/story/pier")
    assert "Ferry pier closes for 14 months" in text(alert.card)


async def test_the_digest_says_how_the_feeds_are(desk: Desk, papers: FeedSite) -> None:
    await desk.adds(papers.publish("/feed"))
    await desk.adds(papers.publish("/bad.xml", title="Bad"))
    await desk.follows("bridge", when="hourly")
    papers.replies["/bad.xml"] = Answer(status=500)
    for _ in range(4):
        await desk.hears_after(hours=2)
    papers.publish("/feed", Item("/story/norden", "Norden"))
    told = [reply for _ in range(2) for reply in await desk.hears_after(hours=1)]
    assert "2 feeds checked · 1 failing" in text(told[-1].card)


async def test_nothing_is_told_in_a_channel_that_follows_nothing(desk: Desk, papers: FeedSite) -> None:
    await desk.adds(papers.publish("/feed"))
    await desk.talk.topics("follow", {"query": "bridge"}, at=EDITORS)
    await desk.talk.presses(desk.talk.latest, "Follow", who=MARA)
    desk.wall.passes(seconds=1)
    papers.publish("/feed", Item("/story/norden", "Norden"))
    assert [reply.to for reply in await desk.hears_after(hours=1)] == [EDITORS]
