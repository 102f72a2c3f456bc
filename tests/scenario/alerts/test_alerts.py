"""A channel that follows a topic hears of each new story once, with the reason, when it wants to."""

from __future__ import annotations

from bot.chat import PlaceChanged
from tests.board import Wall
from tests.newsroom import Newsroom
from tests.site import Site
from tests.talk import EDITORS, GENERAL, MARA, NEWSROOM, OTHER_SPACE, Talk, text


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
