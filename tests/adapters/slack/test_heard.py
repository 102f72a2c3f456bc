"""What people do in Slack, as the core hears it: where, who, and what it was."""

from __future__ import annotations

from typing import TypeVar

import pytest

from bot.chat import (
    ButtonPressed,
    CommandCalled,
    Event,
    Managers,
    MessageChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Place,
    PlaceChanged,
    PlaceRemoved,
    ReactionAdded,
    Reply,
    Space,
    SpaceRemoved,
)
from tests.adapters.slack.stage import SlackStage, running, until
from tests.contract.platform_contract import BRIEFING
from tests.fakes import ScriptedCore, says

E = TypeVar("E", bound=Event)


async def heard(core: ScriptedCore, kind: type[E], number: int = 1) -> E:
    """The `number`th event of a kind, as soon as it is there."""

    async def found() -> E | None:
        events = [event for event in core.events if isinstance(event, kind)]
        return events[number - 1] if len(events) >= number else None

    return await until(found)


@pytest.mark.parametrize(("kind", "private", "direct"), [("group", True, False), ("mpim", True, False)])
async def test_a_message_in_a_private_place(
    stage: SlackStage, core: ScriptedCore, kind: str, private: bool, direct: bool
) -> None:
    channel = stage.slack.channel(stage.space, "closed", kind)
    await stage.people.post(stage.jonas, "look", at=channel)
    place = (await heard(core, MessagePosted)).ref.place
    assert (place.channel, place.private, place.direct) == (channel.id, private, direct)


async def test_a_message_in_the_bots_own_conversation_is_for_the_bot(stage: SlackStage, core: ScriptedCore) -> None:
    await stage.people.post(stage.jonas, "look", at=stage.slack.direct(stage.space, stage.jonas.id))
    posted = await heard(core, MessagePosted)
    assert posted.ref.place.direct
    assert posted.named


async def test_a_message_that_names_the_bot_is_one_event_however_slack_tells_it(
    stage: SlackStage, core: ScriptedCore
) -> None:
    await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> https://courier.example/bridge")
    first, second = await heard(core, MessagePosted), await heard(core, MessagePosted, 2)
    assert first.named
    assert second.named
    assert first.event_id == second.event_id
    assert first.ref == second.ref


async def test_a_repeated_event_keeps_its_id(stage: SlackStage, core: ScriptedCore) -> None:
    stage.slack.delivery.times = 4
    message = await stage.people.post(stage.jonas, "look")
    await stage.people.react(stage.mara, message, "newspaper")
    await heard(core, MessagePosted, 4)
    await heard(core, ReactionAdded, 4)
    assert len({event.event_id for event in core.events}) == 2


async def test_a_thread_is_known_by_the_message_it_hangs_on(stage: SlackStage, core: ScriptedCore) -> None:
    root = await stage.people.post(stage.jonas, "the first")
    await stage.people.post(stage.mara, "an answer", thread=root.ts)
    assert (await heard(core, MessagePosted)).ref.place.thread is None
    assert (await heard(core, MessagePosted, 2)).ref.place.thread == root.ts


async def test_a_preview_is_no_edit_and_a_tombstone_is_a_deletion(stage: SlackStage, core: ScriptedCore) -> None:
    message = await stage.people.post(stage.jonas, "https://courier.example/bridge")
    await stage.people.unfurl(message)
    await stage.people.post(stage.mara, "an answer", thread=message.ts)
    await stage.people.delete(message)
    deleted = await heard(core, MessageDeleted)
    assert deleted.ref.id == message.ts
    assert not [event for event in core.events if isinstance(event, MessageEdited)]


async def test_each_edit_is_an_event_of_its_own(stage: SlackStage, core: ScriptedCore) -> None:
    message = await stage.people.post(stage.jonas, "one")
    await stage.people.edit(message, "two")
    await stage.people.edit(message, "three")
    first, second = await heard(core, MessageEdited), await heard(core, MessageEdited, 2)
    assert (first.text, second.text) == ("two", "three")
    assert first.event_id != second.event_id


async def test_other_apps_and_workflows_are_told_apart_from_people(stage: SlackStage, core: ScriptedCore) -> None:
    await stage.people.app_posts("<https://courier.example/bridge|Bridge>", username="Newswire")
    posted = await heard(core, MessagePosted)
    assert posted.automated
    assert posted.speaker.name == "Newswire"
    assert not posted.speaker.can_manage


async def test_an_app_that_writes_into_attachments_alone_is_read(stage: SlackStage, core: ScriptedCore) -> None:
    link = {"title": "Bridge", "title_link": "https://courier.example/bridge", "text": "It comes back."}
    await stage.people.app_posts("", attachments=[link])
    assert "https://courier.example/bridge" in (await heard(core, MessagePosted)).text


async def test_joins_and_topics_are_no_messages(stage: SlackStage, core: ScriptedCore) -> None:
    for subtype in ("channel_join", "channel_topic", "channel_name", "channel_archive", "pinned_item"):
        await stage.people.post(stage.jonas, "something happened", subtype=subtype)
    await stage.people.post(stage.jonas, "a real one")
    assert (await heard(core, MessagePosted)).text == "a real one"


async def test_a_newspaper_brings_the_messages_words_along(stage: SlackStage, core: ScriptedCore) -> None:
    root = await stage.people.post(stage.mara, "the first")
    answer = await stage.people.post(stage.mara, "https://courier.example/bridge", thread=root.ts)
    await stage.people.react(stage.jonas, answer, "thumbsup")
    await stage.people.react(stage.jonas, answer, "newspaper")
    reacted = await heard(core, ReactionAdded)
    assert reacted.emoji == "📰"
    assert reacted.text == "https://courier.example/bridge"
    assert (reacted.ref.id, reacted.ref.place.thread) == (answer.ts, root.ts)
    assert reacted.speaker.name == "Jonas"
    assert reacted.author
    assert reacted.author.name == "Mara"


async def test_a_menus_entry_is_chosen_on_any_message(stage: SlackStage, core: ScriptedCore) -> None:
    message = await stage.people.post(stage.mara, "https://courier.example/bridge")
    await stage.people.choose(stage.jonas, message, "brief")
    chosen = await heard(core, MessageChosen)
    assert (chosen.action, chosen.text, chosen.ref.id) == ("brief", "https://courier.example/bridge", message.ts)
    assert chosen.author
    assert chosen.author.id == stage.mara.id


async def test_someone_from_another_workspace_runs_nothing_here(stage: SlackStage, core: ScriptedCore) -> None:
    other = stage.slack.workspace("TELSE", "elsewhere", installed=False)
    boss = stage.slack.user(other, "Olga Boss", admin=True)
    stage.newsroom.shared.add(other.id)
    stage.newsroom.members.add(boss.id)
    await stage.people.post(boss, "hello from outside")
    posted = await heard(core, MessagePosted)
    assert posted.ref.place.space == stage.space.id
    assert posted.speaker.name == "Olga"
    assert not posted.speaker.can_manage


async def test_what_a_guest_chooses_counts_here_whatever_workspace_slack_names(
    stage: SlackStage, core: ScriptedCore
) -> None:
    message = await stage.people.post(stage.mara, "https://courier.example/bridge")
    payload = {
        "type": "message_action",
        "callback_id": "brief",
        "team": {"id": "TELSE", "domain": "elsewhere"},
        "user": {"id": stage.jonas.id, "team_id": "TELSE"},
        "channel": {"id": stage.newsroom.id, "name": "newsroom"},
        "message": message.json(),
        "trigger_id": stage.slack.trigger(stage.space.id),
        "response_url": stage.slack.response_url(stage.space.id, stage.newsroom.id, stage.jonas.id),
    }
    await stage.slack.delivery.send("interactive", payload)
    assert (await heard(core, MessageChosen)).ref.place.space == stage.space.id


@pytest.mark.parametrize(("who", "may"), [(Managers.ADMINS, False), (Managers.CREATORS, True), (Managers.ANYONE, True)])
async def test_who_made_a_channel_may_set_it_up_where_the_workspace_says_so(
    stage: SlackStage, core: ScriptedCore, who: Managers, may: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def managers(space: Space) -> Managers:
        return who

    monkeypatch.setattr(core, "managers", managers)
    assert stage.newsroom.creator == stage.jonas.id
    await stage.people.command(stage.jonas, "/standfirst help")
    assert (await heard(core, CommandCalled)).speaker.can_manage is may


async def test_the_locale_is_the_persons_own(stage: SlackStage, core: ScriptedCore) -> None:
    user = stage.slack.user(stage.space, "Greta Kaiser", locale="de-DE")
    stage.newsroom.members.add(user.id)
    await stage.people.post(user, "hallo")
    assert (await heard(core, MessagePosted)).locale == "de-DE"


@pytest.mark.parametrize(
    ("line", "name", "options"),
    [
        ("/brief", "brief", {}),
        ("/brief   https://courier.example/a ", "brief", {"what": "https://courier.example/a"}),
        ("/standfirst", "help", {}),
        ("/standfirst help", "help", {}),
        ("/standfirst nonsense and more", "help", {}),
        ("/standfirst BRIEF https://courier.example/a", "brief", {"what": "https://courier.example/a"}),
    ],
)
async def test_every_form_of_a_command_is_understood(
    stage: SlackStage, core: ScriptedCore, line: str, name: str, options: dict[str, str]
) -> None:
    await stage.people.command(stage.jonas, line)
    called = await heard(core, CommandCalled)
    assert (called.name, dict(called.options)) == (name, options)


async def test_a_channel_that_turns_private_says_so_before_its_next_message(
    stage: SlackStage, core: ScriptedCore
) -> None:
    await stage.people.post(stage.jonas, "in the open")
    await heard(core, MessagePosted)
    stage.newsroom.kind = "group"
    await stage.people.post(stage.jonas, "behind the door")
    await heard(core, MessagePosted, 2)
    kinds = [type(event) for event in core.events]
    assert kinds == [MessagePosted, PlaceChanged, MessagePosted]
    assert (await heard(core, PlaceChanged)).place.private


async def test_a_conversion_is_known_over_a_restart(stage: SlackStage, core: ScriptedCore) -> None:
    await stage.people.post(stage.jonas, "in the open")
    await heard(core, MessagePosted)
    await stage.platform.close()
    stage.newsroom.kind = "group"
    async with running(stage.slack, stage.space, core, stage.values):
        await stage.people.post(stage.jonas, "", subtype="channel_convert_to_private")
        assert (await heard(core, PlaceChanged)).place.private
        await stage.people.post(stage.jonas, "behind the door")
        await heard(core, MessagePosted, 2)
    assert len([event for event in core.events if isinstance(event, PlaceChanged)]) == 1


@pytest.mark.parametrize("name", ["channel_deleted", "channel_left", "group_deleted", "group_left"])
async def test_a_channel_that_is_gone_is_forgotten(stage: SlackStage, core: ScriptedCore, name: str) -> None:
    await stage.people.event({"type": name, "channel": stage.newsroom.id}, name, None)
    assert (await heard(core, PlaceRemoved)).place.channel == stage.newsroom.id


async def test_a_renamed_or_archived_channel_changes_nothing(stage: SlackStage, core: ScriptedCore) -> None:
    stage.newsroom.name = "newsdesk"
    await stage.people.event({"type": "channel_rename", "channel": {"id": stage.newsroom.id}}, "channel_rename", None)
    await stage.people.event({"type": "channel_archive", "channel": stage.newsroom.id}, "channel_archive", None)
    await stage.people.post(stage.jonas, "still here")
    posted = await heard(core, MessagePosted)
    assert posted.ref.place.channel == stage.newsroom.id
    assert len(core.events) == 1


async def test_an_app_that_is_removed_forgets_the_workspace(stage: SlackStage, core: ScriptedCore) -> None:
    await stage.people.post(stage.jonas, "look")
    await heard(core, MessagePosted)
    await stage.platform.send(Reply("alert-1", BRIEFING, Place("slack", stage.space.id, stage.newsroom.id)))
    await stage.people.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}, "tokens_revoked", None)
    await stage.people.event({"type": "app_uninstalled"}, "app_uninstalled", None)
    assert (await heard(core, SpaceRemoved)).space == Space("slack", stage.space.id)
    assert len([event for event in core.events if isinstance(event, SpaceRemoved)]) == 1

    async def forgotten() -> bool:
        return not await stage.values.items("")

    await until(forgotten)


async def test_a_button_works_after_a_restart(stage: SlackStage, core: ScriptedCore) -> None:
    core.script = says(BRIEFING)
    await stage.people.post(stage.jonas, "look")
    message = await stage.sees("48 million")
    core.script = lambda _: ()
    await stage.platform.close()
    async with running(stage.slack, stage.space, core, stage.values):
        await stage.people.press(stage.jonas, message, "Delete")
        pressed = await heard(core, ButtonPressed)
    assert (pressed.action, pressed.value) == ("remove", "value 7")
    assert (pressed.ref.id, pressed.ref.place.thread) == (message.ts, message.thread_ts)
