"""Each message stands once, whatever Slack or the line does, and a busy channel holds no other up."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.chat import (
    Card,
    Image,
    MessageRef,
    Place,
    Reply,
    Speaker,
)
from bot.errors import NotInvited, NotPermitted, SendLater, Undeliverable
from tests.adapters.slack.loopback.shown import words
from tests.adapters.slack.loopback.state import Failure
from tests.adapters.slack.stage import SlackStage, running, until
from tests.contract.platform_contract import BRIEFING
from tests.fakes import ScriptedCore, says


def alert(stage: SlackStage, key: str = "alert-1", *, channel: str = "newsroom") -> Reply:
    """What a subscription sends, with a key of its own."""
    return Reply(key, BRIEFING, Place("slack", stage.space.id, stage.channels[channel].id))


async def test_a_picture_that_slack_cannot_get_costs_the_picture_only(stage: SlackStage, core: ScriptedCore) -> None:
    broken = "https://courier.example/gone.jpg"
    stage.slack.broken_images.add(broken)
    core.script = says(Card(title="With a picture", image=Image(broken, "gone"), body=BRIEFING.body))
    await stage.people.post(stage.jonas, "look")
    answer = await stage.sees("48 million")
    assert "With a picture" in words(answer)
    assert "image" not in [block["type"] for block in answer.blocks]


async def test_what_slack_will_not_draw_at_all_goes_as_text(stage: SlackStage, core: ScriptedCore) -> None:
    stage.slack.failures.append(Failure("chat.postMessage", "invalid_blocks", times=2))
    core.script = says(BRIEFING)
    await stage.people.post(stage.jonas, "look")
    answer = await stage.sees("48 million")
    assert not answer.blocks
    assert "• The work will cost 48 million crowns." in answer.text


@pytest.mark.parametrize("drop", ["after", "before"])
async def test_a_message_whose_fate_is_unclear_stands_once(stage: SlackStage, core: ScriptedCore, drop: str) -> None:
    stage.slack.failures.append(Failure("chat.postMessage", drop=drop))
    core.script = says(BRIEFING)
    await stage.people.post(stage.jonas, "look")
    await stage.sees("48 million")
    assert len(stage.bots()) == 1


async def test_a_server_error_is_looked_into_before_it_is_tried_again(stage: SlackStage) -> None:
    stage.slack.failures.append(Failure("chat.postMessage", "internal_error", status=500))
    with pytest.raises(SendLater):
        await stage.platform.send(alert(stage))
    await stage.platform.send(alert(stage))
    assert len(stage.bots()) == 1
    assert len(stage.slack.called("conversations.history")) == 2


async def test_a_message_that_stood_before_a_crash_is_not_sent_again(stage: SlackStage, core: ScriptedCore) -> None:
    """The process dies after Slack took the message and before the bot knew."""
    ref = await stage.platform.send(alert(stage))
    await stage.values.put(f"post:{stage.space.id}:alert-1", str(time.time()))
    await stage.platform.close()
    async with running(stage.slack, stage.space, core, stage.values) as again:
        assert await again.send(alert(stage)) == ref
    assert len(stage.bots()) == 1
    assert stage.slack.called("conversations.history")


async def test_what_the_bot_died_before_noting_is_not_sent_again(stage: SlackStage, core: ScriptedCore) -> None:
    """The process dies after Slack's answer, before whoever sent it could note that it arrived."""
    ref = await stage.platform.send(alert(stage))
    await stage.platform.close()
    async with running(stage.slack, stage.space, core, stage.values) as again:
        assert await again.send(alert(stage)) == ref
    assert len(stage.bots()) == 1
    assert not stage.slack.called("conversations.history")


async def test_the_same_key_is_sent_once(stage: SlackStage) -> None:
    first = await stage.platform.send(alert(stage))
    assert await stage.platform.send(alert(stage)) == first
    assert len(stage.bots()) == 1


async def test_a_channel_that_must_wait_a_minute_holds_no_other_up(stage: SlackStage) -> None:
    stage.slack.failures.append(Failure("chat.postMessage", after=60, channel=stage.newsroom.id))
    with pytest.raises(SendLater) as later:
        await stage.platform.send(alert(stage))
    assert later.value.after == 60
    await stage.platform.send(alert(stage, "alert-2", channel="general"))
    with pytest.raises(SendLater):
        await stage.platform.send(alert(stage, "alert-3"))
    assert len(stage.slack.called("chat.postMessage")) == 2  # the busy channel was asked once
    assert [key for key, _ in await stage.values.items("post:")] == [f"post:{stage.space.id}:alert-2"]


async def test_a_person_waits_out_a_short_pause(stage: SlackStage, core: ScriptedCore) -> None:
    stage.slack.failures.append(Failure("chat.postMessage", after=1))
    core.script = says(BRIEFING)
    await stage.people.post(stage.jonas, "look")
    await stage.sees("48 million")
    assert len(stage.bots()) == 1


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("is_archived", Undeliverable),
        ("channel_not_found", NotInvited),
        ("not_in_channel", NotInvited),
        ("missing_scope", NotPermitted),
        ("restricted_action", Undeliverable),
        ("msg_too_long", Undeliverable),
        ("account_inactive", Undeliverable),
    ],
)
async def test_what_can_never_arrive_says_why(stage: SlackStage, error: str, kind: type[Undeliverable]) -> None:
    stage.slack.failures.append(Failure("chat.postMessage", error))
    with pytest.raises(kind):
        await stage.platform.send(alert(stage))
    assert await stage.values.items("post:") == []


async def test_an_archived_channel_and_a_workspace_without_the_app_take_nothing(stage: SlackStage) -> None:
    stage.channels["general"].archived = True
    with pytest.raises(Undeliverable, match="is_archived"):
        await stage.platform.send(alert(stage, channel="general"))
    with pytest.raises(Undeliverable):
        await stage.platform.send(Reply("k", BRIEFING, Place("slack", "TNOWHERE", "C1")))


async def test_taking_back_what_is_gone_is_as_wished_and_editing_it_is_not(stage: SlackStage) -> None:
    gone = MessageRef(Place("slack", stage.space.id, stage.newsroom.id), "1.000001")
    await stage.platform.delete(gone)
    with pytest.raises(Undeliverable):
        await stage.platform.edit(gone, alert(stage))


async def test_a_word_for_one_person_in_their_own_conversation_is_a_message(stage: SlackStage) -> None:
    place = Place(
        "slack", stage.space.id, stage.slack.direct(stage.space, stage.jonas.id).id, direct=True, private=True
    )
    jonas = Speaker("slack", stage.jonas.id, "Jonas")
    await stage.platform.send(Reply("k", BRIEFING, place, private_to=jonas))
    [message] = stage.space.channels[place.channel].messages.values()
    assert not message.private_to


async def test_a_socket_that_drops_in_the_middle_of_a_briefing_loses_nothing(
    stage: SlackStage, core: ScriptedCore
) -> None:
    gate = asyncio.Event()
    handle = core.handle

    async def slow(event: object) -> object:
        await gate.wait()
        async for action in handle(event):  # type: ignore[arg-type]
            yield action

    core.handle = slow  # type: ignore[method-assign, assignment]
    core.script = says(BRIEFING)
    await stage.people.post(stage.jonas, "look")
    for socket in list(stage.slack.delivery.sockets):
        await socket.close()
    gate.set()
    await stage.sees("48 million")

    async def back() -> bool:
        return any(not socket.closed for socket in stage.slack.delivery.sockets)

    await until(back)
    await stage.people.post(stage.jonas, "look again")
    assert stage.slack.delivery.unacknowledged == 0


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_a_socket_that_slack_renews_is_renewed(stage: SlackStage, core: ScriptedCore, reason: str) -> None:
    opened = len(stage.slack.called("apps.connections.open"))
    assert len(stage.slack.delivery.sockets) == 2
    await stage.slack.delivery.disconnect(reason)

    async def renewed() -> bool:
        return len(stage.slack.called("apps.connections.open")) > opened and len(stage.slack.delivery.sockets) == 2

    await until(renewed)
    await stage.people.post(stage.jonas, "look")
    assert stage.slack.delivery.unacknowledged == 0
