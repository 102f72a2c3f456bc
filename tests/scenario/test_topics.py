"""People follow topics: `/topics follow`, what it would have brought, and everything they can change later."""

from __future__ import annotations

import pytest

from bot.app import App, Parts
from bot.chat import ButtonPressed, Card
from tests.site import Site
from tests.talk import EDITORS, GENERAL, JONAS, MARA, NEWSROOM, OTHER_SPACE, Talk, text


async def follows(talk: Talk, query: str, **options: str) -> Card:
    """Mara follows a topic: the rehearsal, and the press of its button."""
    await talk.topics("follow", {"query": query} | options)
    (said,) = await talk.presses(talk.latest, "Follow", who=MARA)
    return said.card


async def test_following_shows_first_what_it_would_have_brought_and_saves_nothing(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/east", "Eastmouth"))
    (reply,) = await talk.topics("follow", {"query": "eastmouth"})
    assert reply.private_to == MARA
    assert "Stories that say “eastmouth”." in text(reply.card)
    assert "at once, at most 10 an hour" in text(reply.card)
    assert "would have brought 1 story, of 1 that I know here" in text(reply.card)
    assert "matches eastmouth in the title" in text(reply.card)
    assert [button.label for button in reply.card.buttons] == ["Follow", "Cancel"]
    (nothing,) = await talk.topics("list")
    assert "Nothing is followed here yet" in text(nothing.card)


async def test_the_button_follows_and_tells_the_channel(talk: Talk) -> None:
    said = await follows(talk, "harbour bridge", when="daily at 08:00 Europe/Berlin")
    assert "This channel follows bridge harbour" in text(said) or "This channel follows harbour bridge" in text(said)
    assert "every day at 08:00 (Europe/Berlin)" in text(said)
    (listed,) = await talk.topics("list", who=JONAS)
    assert "harbour bridge" in text(listed.card)
    assert "0 stories in 7 days" in text(listed.card)


async def test_cancel_follows_nothing_and_the_button_pressed_twice_follows_once(talk: Talk) -> None:
    await talk.topics("follow", {"query": "taiwan"})
    rehearsal = talk.latest
    (said,) = await talk.presses(rehearsal, "Cancel", who=MARA)
    assert "taiwan is not followed" in text(said.card)
    await talk.topics("follow", {"query": "taiwan"})
    rehearsal = talk.latest
    await talk.presses(rehearsal, "Follow", who=MARA)
    await talk.presses(rehearsal, "Follow", who=MARA)
    (listed,) = await talk.topics("list")
    assert text(listed.card).count("taiwan") == 1


async def test_a_draft_outlives_a_restart(talk: Talk, parts: Parts) -> None:
    await talk.topics("follow", {"query": "taiwan"})
    talk.app = App(parts)
    (said,) = await talk.presses(talk.latest, "Follow", who=MARA)
    assert "follows taiwan" in text(said.card)


async def test_a_wrong_query_gets_a_caret_and_a_suggestion(talk: Talk) -> None:
    (reply,) = await talk.topics("follow", {"query": '"climate envoy'})
    assert "never closed" in text(reply.card)
    assert "^" in text(reply.card)
    assert 'Did you mean "climate envoy"?' in text(reply.card)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"when": "now and then"}, "I do not know when “now and then” is"),
        ({"when": "daily at 25:00"}, "not a time I can read"),
        ({"when": "daily at 08:00 Europe/Berln"}, "Did you mean Europe/Berlin"),
        ({"quiet": "at night"}, "not a time I can read"),
        ({"most": "many"}, "not a number from 0 to 100"),
    ],
)
async def test_a_wrong_option_says_what_is_wrong(talk: Talk, options: dict[str, str], said: str) -> None:
    (reply,) = await talk.topics("follow", {"query": "taiwan"} | options)
    assert said in text(reply.card)
    assert reply.private_to == MARA


async def test_only_who_may_manage_changes_what_is_followed(talk: Talk) -> None:
    await follows(talk, "taiwan")
    for part, options in [
        ("follow", {"query": "oslo"}),
        ("mute", {"topic": "taiwan"}),
        ("unfollow", {"topic": "taiwan"}),
    ]:
        (reply,) = await talk.topics(part, options, who=JONAS)
        assert reply.private_to == JONAS
        assert "manage" in text(reply.card)
    await talk.topics("follow", {"query": "oslo"})
    (refused,) = await talk.presses(talk.latest, "Follow", who=JONAS)
    assert "manage" in text(refused.card)


async def test_mute_and_unmute(talk: Talk) -> None:
    await follows(talk, "taiwan")
    (said,) = await talk.topics("mute", {"topic": "taiwan", "for": "8 hours"})
    assert "taiwan is mute until" in text(said.card)
    (listed,) = await talk.topics("list")
    assert "mute until" in text(listed.card)
    (said,) = await talk.topics("mute", {"topic": "taiwan", "for": "off"})
    assert "is heard again" in text(said.card)


async def test_a_length_of_silence_that_is_none_and_a_button_that_is_none_are_refused(talk: Talk) -> None:
    await follows(talk, "taiwan")
    (said,) = await talk.topics("mute", {"topic": "²", "for": "1 day"})
    assert "Nothing called “²” is followed here" in text(said.card)
    (said,) = await talk.topics("mute", {"topic": "taiwan", "for": "a while"})
    assert "8 hours" in text(said.card)
    (said,) = await talk.does(ButtonPressed("e-odd", talk.latest, MARA, "follow", "²"))
    assert "no longer kept" in text(said.card)


async def test_edit_reads_back_what_holds_now(talk: Talk) -> None:
    await follows(talk, "taiwan")
    (said,) = await talk.topics(
        "edit", {"topic": "1", "query": "taiwan -trade", "when": "hourly", "quiet": "22:00-07:00"}
    )
    assert "but that do not say “trade”" in text(said.card)
    assert "a digest every hour" in text(said.card)
    assert "quiet from 22:00 to 07:00 (UTC)" in text(said.card)


async def test_editing_into_a_topic_that_stands_says_so(talk: Talk) -> None:
    await follows(talk, "taiwan")
    await follows(talk, "oslo")
    (said,) = await talk.topics("edit", {"topic": "oslo", "query": "taiwan"})
    assert "followed here already" in text(said.card)
    (said,) = await talk.topics("follow", {"query": "Taiwan"})
    assert "followed here already" in text(said.card)


async def test_unfollow_and_follow_again(talk: Talk) -> None:
    await follows(talk, "taiwan")
    (said,) = await talk.topics("unfollow", {"topic": "taiwan"})
    assert "no longer follows taiwan" in text(said.card)
    (unknown,) = await talk.topics("unfollow", {"topic": "taiwan"})
    assert "Nothing called “taiwan” is followed here" in text(unknown.card)
    await follows(talk, "taiwan")
    (listed,) = await talk.topics("list")
    assert "taiwan" in text(listed.card)


async def test_topics_are_a_channels_own(talk: Talk) -> None:
    await follows(talk, "taiwan")
    for place in (GENERAL, EDITORS, OTHER_SPACE):
        (listed,) = await talk.topics("list", at=place)
        assert "Nothing is followed here yet" in text(listed.card)


async def test_completion_and_checking_while_typing(talk: Talk) -> None:
    await follows(talk, "taiwan")
    assert await talk.app.suggest("topics mute", "topic", "ta", NEWSROOM) == ["taiwan"]
    assert await talk.app.suggest("topics follow", "when", "da", NEWSROOM) == ["daily at 08:00"]
    zones = await talk.app.suggest("topics follow", "when", "daily at 08:00 berl", NEWSROOM)
    assert zones == ["daily at 08:00 Europe/Berlin"]
    good = await talk.app.check("topics follow", "query", "nato OR asean", NEWSROOM)
    assert good.ok
    assert "“nato” or “asean”" in good.text
    bad = await talk.app.check("topics follow", "query", "-trade", NEWSROOM)
    assert not bad.ok


async def test_a_test_says_what_it_would_have_brought_and_offers_nothing(talk: Talk, site: Site) -> None:
    await talk.says(site.story("/east", "Eastmouth"), at=GENERAL)
    await talk.says(site.story("/west", "Westport"), at=EDITORS)
    (reply,) = await talk.topics("test", {"query": "harbour"}, who=JONAS)
    assert "1 story" in text(reply.card)
    assert "Westport" not in text(reply.card)
    assert reply.card.buttons == ()
