"""When a channel is told: at its hour, in a few, after a pause, and never lost."""

from __future__ import annotations

from bot.app import App, Parts, assemble
from bot.chat import PlaceRemoved, Reply
from bot.errors import SendLater, Undeliverable
from bot.services.deliver import Deliver
from bot.store import outbox
from tests.board import Board, Wall, always
from tests.newsroom import Newsroom
from tests.site import Site
from tests.talk import EDITORS, GENERAL, JONAS, MARA, NEWSROOM, Talk, text


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
