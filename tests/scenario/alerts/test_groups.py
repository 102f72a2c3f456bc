"""Many outlets, one alert; what is new in a story follows it."""

from __future__ import annotations

from bot.app import Parts
from bot.app.serve import feed_tasks
from bot.chat import CommandCalled
from bot.services.feed_listener import FeedListener
from bot.services.feed_orders import POLL
from bot.store import feeds, jobs
from tests.board import Board, Wall
from tests.newsroom import Newsroom
from tests.site import Site
from tests.talk import EDITORS, GENERAL, MARA, NEWSROOM, Talk, text


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
