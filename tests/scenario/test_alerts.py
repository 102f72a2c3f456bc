"""A channel that follows a topic hears of each new story once, with the reason, when it wants to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.app import App, Parts, assemble
from bot.app.serve import feed_tasks
from bot.chat import CommandCalled, PlaceChanged, PlaceRemoved, Reply
from bot.errors import SendLater, Undeliverable
from bot.services.deliver import Deliver
from bot.services.feed_listener import FeedListener
from bot.services.feed_orders import POLL
from bot.settings import Fetch, Settings
from bot.store import feeds, jobs, outbox
from tests.board import Board, Wall, always
from tests.site import Site
from tests.talk import EDITORS, GENERAL, JONAS, MARA, NEWSROOM, OTHER_SPACE, Talk, text


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
async def parts(tmp_path: Path, site: Site, wall: Wall) -> AsyncIterator[Parts]:
    fetch = Fetch(allow_loopback=(site.host, f"localhost:{site.port}"), timeout_seconds=5, fresh_minutes=0)
    async with assemble(Settings(data=str(tmp_path / "data"), fetch=fetch), clock=wall) as parts:
        yield parts


@pytest.fixture
def board() -> Board:
    return Board()


class Newsroom:
    """Topics that are followed, and what their channels hear."""

    def __init__(self, talk: Talk, parts: Parts, board: Board, wall: Wall) -> None:
        self.talk, self.parts, self.board, self.wall = talk, parts, board, wall
        self.deliver = Deliver(parts.store, parts.clock, {"test": board}, talk.app.speaks)

    async def follows(self, query: str, at: object = NEWSROOM, **options: str) -> None:
        self.wall.passes(seconds=1)
        await self.talk.topics("follow", {"query": query} | options, at=at)  # type: ignore[arg-type]
        await self.talk.presses(self.talk.latest, "Follow", who=MARA)
        self.wall.passes(seconds=1)

    async def hears(self) -> Sequence[Reply]:
        """Everything that is due by now goes out."""
        await self.parts.work.drain(self.deliver.tasks)
        return self.board.takes()


@pytest.fixture
def newsroom(talk: Talk, parts: Parts, board: Board, wall: Wall) -> Newsroom:
    return Newsroom(talk, parts, board, wall)


async def test_a_story_shared_elsewhere_reaches_the_channel_that_follows_it_with_the_reason(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    (alert,) = await newsroom.hears()
    assert alert.to == NEWSROOM
    assert alert.card.title == "Eastmouth to rebuild its harbour bridge"
    assert "Topic eastmouth · matches eastmouth in the title" in text(alert.card)
    assert "First shared by Jonas Weber" in text(alert.card)
    assert await newsroom.hears() == []


async def test_what_is_known_when_a_topic_is_followed_counts_as_seen(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    await newsroom.follows("eastmouth")
    await talk.says(site.url("/east"), at=GENERAL, who=MARA)
    assert await newsroom.hears() == []


async def test_the_same_story_shared_again_is_told_once(newsroom: Newsroom, talk: Talk, site: Site) -> None:
    await newsroom.follows("eastmouth")
    for _ in range(3):
        await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    assert len(await newsroom.hears()) == 1
    await talk.says(site.url("/east"), at=GENERAL)
    assert await newsroom.hears() == []


async def test_nothing_shared_in_a_private_channel_is_told_in_another(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("eastmouth")
    await newsroom.follows("eastmouth", EDITORS)
    await talk.says(site.story("/east", "Eastmouth"), at=EDITORS)
    assert await newsroom.hears() == []
    await talk.says(site.url("/east"), at=GENERAL)
    (alert,) = await newsroom.hears()
    assert alert.to == NEWSROOM


async def test_a_private_channel_hears_what_is_shared_where_everyone_reads(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("eastmouth", EDITORS)
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    (alert,) = await newsroom.hears()
    assert alert.to == EDITORS


async def test_another_space_hears_nothing(newsroom: Newsroom, talk: Talk, site: Site) -> None:
    await newsroom.follows("eastmouth", OTHER_SPACE)
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    assert await newsroom.hears() == []


async def test_the_channel_in_which_it_is_shared_gets_the_briefing_and_no_alert(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("eastmouth")
    _, replies = await talk.says(site.story("/east", "Eastmouth"))
    assert len(replies) == 1
    assert await newsroom.hears() == []


async def test_a_message_taken_back_before_the_alert_went_out_is_not_told(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("eastmouth")
    ref, _ = await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    await talk.deletes(ref)
    assert await newsroom.hears() == []


async def test_a_channel_that_became_private_tells_no_more(newsroom: Newsroom, talk: Talk, site: Site) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    sealed = type(GENERAL)(GENERAL.platform, GENERAL.space, GENERAL.channel, private=True)
    await talk.does(PlaceChanged("e-sealed", sealed))
    assert await newsroom.hears() == []


async def test_a_link_to_a_story_that_an_alert_told_gets_a_pointer_to_it(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    (alert,) = await newsroom.hears()
    _, (pointer,) = await talk.says(site.url("/east"))
    assert "is a story that I told here" in text(pointer.card)
    assert any(span.message == newsroom.board.standing[alert.key] for p in pointer.card.body for span in p.spans)


async def test_muted_and_unfollowed_topics_are_silent_and_what_came_meanwhile_is_seen(
    newsroom: Newsroom, talk: Talk, site: Site, wall: Wall
) -> None:
    await newsroom.follows("council")
    await talk.topics("mute", {"topic": "council", "for": "1 hour"})
    await talk.says(site.report(0), at=GENERAL)
    wall.passes(hours=2)
    assert await newsroom.hears() == []
    await talk.says(site.report(1), at=GENERAL)
    assert [alert.card.title for alert in await newsroom.hears()] == ["River Sill floods cellars after a night of rain"]
    await talk.topics("unfollow", {"topic": "council"})
    await talk.says(site.report(2), at=GENERAL)
    assert await newsroom.hears() == []


async def test_quiet_hours_hold_and_release_as_one(newsroom: Newsroom, talk: Talk, site: Site, wall: Wall) -> None:
    await newsroom.follows("council", quiet="20:00-07:00")
    wall.passes(hours=10)
    for number in range(3):
        await talk.says(site.report(number), at=GENERAL)
    assert await newsroom.hears() == []
    wall.passes(hours=9)
    (digest,) = await newsroom.hears()
    assert digest.card.title == "3 stories on council"
    assert "3 stories were held for you" in text(digest.card)


async def test_a_flood_comes_as_a_few_and_a_digest(newsroom: Newsroom, talk: Talk, site: Site, wall: Wall) -> None:
    await newsroom.follows("council", most="2")
    for number in range(5):
        await talk.says(site.report(number), at=GENERAL)
    first, rest = await newsroom.hears()
    assert first.card.title == "Teachers in Norden walk out over class sizes"
    assert rest.card.title == "4 stories on council"
    await talk.says(site.report(5), at=GENERAL)
    assert await newsroom.hears() == []
    wall.passes(hours=1)
    assert len(await newsroom.hears()) == 1


async def test_a_daily_digest_comes_at_its_hour(newsroom: Newsroom, talk: Talk, site: Site, wall: Wall) -> None:
    await newsroom.follows("council", when="daily at 08:00 Europe/Berlin")
    for number in range(2):
        await talk.says(site.report(number), at=GENERAL)
    wall.passes(hours=18)
    assert await newsroom.hears() == []
    wall.passes(hours=1)
    (digest,) = await newsroom.hears()
    assert digest.card.title == "2 stories on council"
    wall.passes(days=1)
    assert await newsroom.hears() == []


async def test_after_an_edit_what_waits_comes_as_the_new_rhythm_says(
    newsroom: Newsroom, talk: Talk, site: Site, wall: Wall
) -> None:
    await newsroom.follows("bridge", when="daily at 08:00")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    assert await newsroom.hears() == []
    await talk.topics("edit", {"topic": "bridge", "when": "at once"})
    assert len(await newsroom.hears()) == 1


async def test_a_platform_that_wants_a_pause_gets_it_and_nothing_is_lost(
    newsroom: Newsroom, talk: Talk, site: Site, wall: Wall, board: Board
) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    board.fails = always(SendLater(30))
    assert await newsroom.hears() == []
    board.fails = lambda _: None
    assert await newsroom.hears() == []
    wall.passes(seconds=31)
    assert len(await newsroom.hears()) == 1


async def test_an_error_that_nobody_knows_is_tried_again_and_given_up_in_the_end(
    newsroom: Newsroom, talk: Talk, site: Site, wall: Wall, board: Board, parts: Parts
) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    tried: list[Reply] = []

    def broken(reply: Reply) -> Exception:
        tried.append(reply)
        return RuntimeError("socket")

    board.fails = broken
    for _ in range(20):
        await newsroom.hears()
        wall.passes(hours=1)
    assert len(tried) == 12
    assert len({reply.key for reply in tried}) == 1
    async with parts.store.reading() as c:
        assert await outbox.waiting(c) == 0


async def test_where_nothing_can_be_delivered_the_one_who_followed_is_told_once(
    newsroom: Newsroom, talk: Talk, site: Site, board: Board
) -> None:
    await newsroom.follows("council")
    board.fails = lambda reply: None if reply.private_to else Undeliverable("missing access")
    for number in range(2):
        await talk.says(site.report(number), at=GENERAL)
    (told,) = await newsroom.hears()
    assert told.private_to is not None
    assert told.private_to.id == MARA.id
    assert "I can no longer write where council is followed" in text(told.card)
    (listed,) = await talk.topics("list")
    assert "I cannot write here" in text(listed.card)
    board.fails = lambda _: None
    await talk.says(site.report(2), at=GENERAL)
    assert len(await newsroom.hears()) == 1
    (listed,) = await talk.topics("list")
    assert "I cannot write here" not in text(listed.card)


async def test_a_channel_that_is_gone_is_cleaned_up(
    newsroom: Newsroom, talk: Talk, site: Site, board: Board, parts: Parts
) -> None:
    await newsroom.follows("bridge")
    await newsroom.follows("bridge", EDITORS)
    await talk.does(PlaceRemoved("e-gone", EDITORS))
    board.fails = always(Undeliverable("unknown channel", gone=True))
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    assert await newsroom.hears() == []
    for place in (NEWSROOM, EDITORS):
        (listed,) = await talk.topics("list", at=place)
        assert "Nothing is followed here yet" in text(listed.card)
    async with parts.store.reading() as c:
        assert await outbox.waiting(c) == 0


async def test_a_restart_loses_no_topic_and_no_alert(
    newsroom: Newsroom, talk: Talk, site: Site, parts: Parts, board: Board, wall: Wall
) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    async with assemble(parts.settings, clock=wall) as again:
        deliver = Deliver(again.store, again.clock, {"test": board}, App(again).speaks)
        await again.work.drain(deliver.tasks)
        assert len(board.takes()) == 1
    assert await newsroom.hears() == []


async def test_one_slow_channel_holds_no_other_up(
    newsroom: Newsroom, talk: Talk, site: Site, board: Board, wall: Wall
) -> None:
    await newsroom.follows("council", EDITORS)
    await newsroom.follows("council", NEWSROOM)
    board.fails = lambda reply: SendLater(600) if reply.to == EDITORS else None
    for number in range(2):
        await talk.says(site.report(number), at=GENERAL)
    assert [alert.to for alert in await newsroom.hears()] == [NEWSROOM, NEWSROOM]
    board.fails = lambda _: None
    wall.passes(seconds=601)
    assert {alert.to for alert in await newsroom.hears()} == {EDITORS}


async def test_the_buttons_of_an_alert_work(newsroom: Newsroom, talk: Talk, site: Site) -> None:
    await newsroom.follows("eastmouth")
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    (alert,) = await newsroom.hears()
    talk.shown[newsroom.board.standing[alert.key]] = alert
    (who,) = await talk.presses(newsroom.board.standing[alert.key], "Who's who", who=JONAS)
    assert "Ines Calder" in text(who.card)
    (refused,) = await talk.presses(newsroom.board.standing[alert.key], "Delete", who=JONAS)
    assert refused.private_to == JONAS
    assert await talk.presses(newsroom.board.standing[alert.key], "Delete", who=MARA) == []


async def test_another_outlets_words_for_a_story_that_was_told_are_no_second_alert(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("council")
    await talk.says(site.report(1), at=GENERAL)
    assert len(await newsroom.hears()) == 1
    await talk.says(site.report(1, "/elsewhere", outlet="Hill Herald"), at=GENERAL)
    assert await newsroom.hears() == []


NEWS = "<p>Rescuers found the body of a man of 71 in a flooded garage on Thursday evening.</p>"


async def test_what_is_new_in_a_story_follows_in_the_thread_of_its_alert(
    newsroom: Newsroom, talk: Talk, site: Site, board: Board
) -> None:
    await newsroom.follows("council")
    await talk.says(site.report(1), at=GENERAL)
    (alert,) = await newsroom.hears()
    await talk.says(site.report(1, "/later", extra=NEWS), at=GENERAL)
    (update,) = await newsroom.hears()
    assert update.in_reply_to == board.standing[alert.key]
    assert update.in_thread
    assert "New in this story" in text(update.card)
    assert "Rescuers found the body" in text(update.card)
    assert "rose by two metres" not in text(update.card)


async def test_what_is_new_comes_three_times_a_day_at_most_and_only_if_wanted(
    newsroom: Newsroom, talk: Talk, site: Site, wall: Wall
) -> None:
    await newsroom.follows("council")
    await newsroom.follows("council", EDITORS, updates="no")
    await talk.says(site.report(1), at=GENERAL)
    assert len(await newsroom.hears()) == 2
    for number in range(5):
        more = f"<p>Minister Ada Quist{number} promised {number + 20} million crowns for new dykes on the Sill.</p>"
        await talk.says(site.report(1, f"/more/{number}", extra=more), at=GENERAL)
        wall.passes(minutes=10)
    updates = await newsroom.hears()
    assert len(updates) == 3
    assert {update.to for update in updates} == {NEWSROOM}


async def test_a_digest_leads_with_what_many_told_and_says_how_many(
    newsroom: Newsroom, talk: Talk, site: Site, wall: Wall
) -> None:
    await newsroom.follows("council", when="daily at 18:00")
    await talk.says(site.report(0), at=GENERAL)
    await talk.says(site.report(1), at=GENERAL)
    wall.passes(hours=7)
    (digest,) = await newsroom.hears()
    assert digest.card.title == "2 stories on council"


def publish(site: Site, *paths: str) -> str:
    items = "".join(f"<item><title>{path}</title><link>{path}</link></item>" for path in paths)
    site.pages["/feed.xml"] = f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"
    return site.url("/feed.xml")


async def look(parts: Parts) -> None:
    """The feeds are looked at now, and what is new in them is read."""
    async with parts.store.transaction() as c:
        for feed in await feeds.of_space(c, NEWSROOM.tenant):
            await jobs.move(c, POLL, str(feed.id), parts.clock())
    await parts.work.drain(feed_tasks(parts, FeedListener(parts.news, parts.store, parts.work, parts.clock)))


async def test_a_feed_fills_a_digest_that_says_who_told_what_and_what_stands_behind_it(
    newsroom: Newsroom, talk: Talk, site: Site, parts: Parts, wall: Wall
) -> None:
    old = site.report(3)
    await talk.does(CommandCalled("e-feed", NEWSROOM, MARA, "feeds add", {"address": publish(site, old)}))
    await newsroom.follows("council", when="daily at 18:00")
    other = site.report(1, "/there").replace("127.0.0.1", "localhost")
    publish(site, site.report(0), site.report(1), other, old)
    wall.passes(minutes=10)
    await look(parts)
    wall.passes(hours=7)
    (digest,) = await newsroom.hears()
    said = text(digest.card)
    assert digest.card.title == "2 stories on council"
    assert said.index("River Sill") < said.index("Teachers in Norden")
    assert "told by 2 outlets · 2 of 2 carry the same text" in said
    assert said.endswith("1 feed checked · 0 failing")
    publish(site, site.report(0), site.report(1), other, old)
    await look(parts)
    wall.passes(days=1)
    assert await newsroom.hears() == []


async def test_a_pasted_link_to_a_told_story_in_other_words_gets_a_pointer_with_what_is_new(
    newsroom: Newsroom, talk: Talk, site: Site, board: Board
) -> None:
    await newsroom.follows("council")
    await talk.says(site.report(1), at=GENERAL)
    (alert,) = await newsroom.hears()
    _, (pointer,) = await talk.says(site.report(1, "/later", extra=NEWS))
    assert "is a story that I told here" in text(pointer.card)
    assert "Rescuers found the body" in text(pointer.card)
    assert any(span.message == board.standing[alert.key] for line in pointer.card.body for span in line.spans)


async def test_nothing_of_a_private_channel_shows_in_what_is_said_to_be_new(
    newsroom: Newsroom, talk: Talk, site: Site
) -> None:
    await newsroom.follows("council")
    await talk.says(site.report(1, extra=NEWS), at=EDITORS)
    await talk.says(site.report(1, "/first"), at=GENERAL)
    (alert,) = await newsroom.hears()
    assert "told by" not in text(alert.card)
    await talk.says(site.report(1, "/later", extra=NEWS), at=GENERAL)
    (update,) = await newsroom.hears()
    assert "Rescuers found the body" in text(update.card)
