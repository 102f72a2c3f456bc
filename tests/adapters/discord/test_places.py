"""Every kind of place on Discord: right in each, private where it is, and gone when it goes."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chat import (
    Card,
    CommandCalled,
    MessageDeleted,
    MessagePosted,
    Place,
    PlaceChanged,
    PlaceRemoved,
    SpaceRemoved,
)
from tests.adapters.discord.stage import Stage, discord_for, on_stage, run_platform
from tests.discord import payloads
from tests.discord.people import until, words
from tests.discord.world import (
    ANNOUNCEMENT,
    EVERYONE,
    FORUM,
    GROUP,
    VIEW,
    VOICE,
    Channel,
    Message,
    Overwrite,
    User,
)
from tests.fakes import ScriptedCore, ValuesInMemory, says


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore(script=says(Card(title="The bridge")))


@pytest.fixture
async def stage(core: ScriptedCore) -> AsyncIterator[Stage]:
    async with on_stage(core) as stage:
        yield stage


async def place_in(stage: Stage, core: ScriptedCore, where: Channel) -> Place:
    """Where a message in `where` is said to be; the bot answers there too."""
    await stage.people.post(where, stage.town.jonas, "hello")
    [answer] = await stage.people.answers(where, stage.town.jonas)
    assert answer.embeds
    [event] = core.events
    assert isinstance(event, MessagePosted)
    return event.ref.place


@pytest.mark.parametrize("kind", [ANNOUNCEMENT, VOICE])
async def test_announcements_and_the_chat_of_a_voice_channel(core: ScriptedCore, kind: int) -> None:
    async with discord_for() as (town, discord):
        where = town.world.channel(town.guild, "harbour", kind)
        async with run_platform(core, town, discord) as stage:
            place = await place_in(stage, core, where)
    assert place == Place("discord", str(town.guild.id), str(where.id))


async def test_a_thread_is_a_thread_of_its_channel(stage: Stage, core: ScriptedCore) -> None:
    thread = await stage.people.start_thread(stage.town.newsroom, "bridge")
    place = await place_in(stage, core, thread)
    assert place == Place("discord", str(stage.town.guild.id), str(stage.town.newsroom.id), str(thread.id))


async def test_a_private_thread_is_private(stage: Stage, core: ScriptedCore) -> None:
    thread = await stage.people.start_thread(stage.town.newsroom, "sources", private=True)
    assert (await place_in(stage, core, thread)).private


async def test_a_forum_post_is_a_thread(core: ScriptedCore) -> None:
    async with discord_for() as (town, discord):
        forum = town.world.channel(town.guild, "stories", FORUM)
        async with run_platform(core, town, discord) as stage:
            post = await stage.people.start_thread(forum, "The bridge")
            place = await place_in(stage, core, post)
    assert (place.channel, place.thread, place.private) == (str(forum.id), str(post.id), False)


async def test_a_direct_conversation_is_ones_own(stage: Stage, core: ScriptedCore) -> None:
    direct = stage.town.world.direct_with(stage.town.jonas)
    place = await place_in(stage, core, direct)
    assert place.direct
    assert place.private
    assert place.space == f"dm:{direct.id}"
    [event] = core.events
    assert isinstance(event, MessagePosted)
    assert event.speaker.can_manage


async def test_a_hidden_channel_is_private(core: ScriptedCore) -> None:
    async with discord_for() as (town, discord):
        editors = town.world.channel(town.guild, "editors")
        editors.overwrites = [
            Overwrite(town.guild.id, 0, deny=VIEW),
            Overwrite(town.jonas.id, 1, allow=VIEW),
            Overwrite(town.world.bot.id, 1, allow=VIEW),
        ]
        async with run_platform(core, town, discord) as stage:
            assert (await place_in(stage, core, editors)).private


async def test_ones_own_app_answers_where_the_bot_is_no_member(stage: Stage, core: ScriptedCore) -> None:
    """In another guild and in a group: nothing of it belongs to them, and nobody manages anything."""
    guild = stage.town.world.guild("Elsewhere")
    where = stage.town.world.channel(guild, "lounge")
    guild.members.pop(stage.town.world.bot.id)
    stage.town.world.join(guild, stage.town.mara)
    guild.owner = stage.town.mara.id
    group = Channel("", GROUP, people=[stage.town.mara, stage.town.jonas])
    stage.town.world.direct[group.id] = group
    for channel in (where, group):
        core.events.clear()
        await stage.people.command(channel, stage.town.mara, "brief", mine=True)
        await until(lambda: channel.messages and core.events)  # noqa: B023
        [event] = core.events
        assert isinstance(event, CommandCalled)
        assert event.place == Place("discord", f"user:{stage.town.mara.id}", str(channel.id), private=True)
        assert not event.speaker.can_manage
        await until(lambda: all(m.embeds for m in channel.messages.values()))  # noqa: B023


async def test_a_channel_that_becomes_private_says_so_at_once(stage: Stage, core: ScriptedCore) -> None:
    await stage.people.hide(stage.town.newsroom)
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, PlaceChanged)
    assert event.place == Place("discord", str(stage.town.guild.id), str(stage.town.newsroom.id), private=True)
    await stage.people.set_overwrite(stage.town.newsroom, Overwrite(stage.town.guild.id, 0))
    await until(lambda: len(core.events) == 2)
    assert core.events[1].event_id != event.event_id
    assert not core.events[1].place.private  # type: ignore[union-attr]


async def test_a_role_of_everyone_changes_every_channel(stage: Stage, core: ScriptedCore) -> None:
    await stage.people.set_everyone(stage.town.guild, EVERYONE & ~VIEW)
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, PlaceChanged)
    assert event.place.private


async def test_what_goes_is_told(stage: Stage, core: ScriptedCore) -> None:
    thread = await stage.people.start_thread(stage.town.newsroom, "bridge")
    await stage.people.remove_channel(thread)
    await until(lambda: len(core.events) == 1)
    await stage.people.remove_channel(stage.town.newsroom)
    await until(lambda: len(core.events) == 2)
    await stage.people.remove_bot(stage.town.guild)
    await until(lambda: len(core.events) == 3)
    first, second, third = core.events
    assert isinstance(first, PlaceRemoved)
    assert first.place.thread == str(thread.id)
    assert isinstance(second, PlaceRemoved)
    assert second.place.channel == str(stage.town.newsroom.id)
    assert isinstance(third, SpaceRemoved)
    assert third.space.id == str(stage.town.guild.id)


async def test_what_changed_while_the_bot_was_away_is_told_when_it_is_back(core: ScriptedCore) -> None:
    values = ValuesInMemory()
    async with discord_for() as (town, discord):
        other, gone = town.world.guild("Elsewhere"), town.world.channel(town.guild, "old")
        async with run_platform(core, town, discord, values=values):
            await until(lambda: len(values.kept) >= 3)
        assert core.events == []
        town.guild.channels.pop(gone.id)
        town.world.guilds.pop(other.id)
        town.newsroom.overwrites = [Overwrite(town.guild.id, 0, deny=VIEW)]
        async with run_platform(core, town, discord, values=values):
            await until(lambda: len(core.events) == 3)
    kinds = {type(event): event for event in core.events}
    assert kinds[SpaceRemoved].space.id == str(other.id)  # type: ignore[union-attr]
    assert kinds[PlaceRemoved].place.channel == str(gone.id)  # type: ignore[union-attr]
    assert kinds[PlaceChanged].place.private  # type: ignore[union-attr]


async def test_a_guild_that_is_out_is_not_gone(core: ScriptedCore) -> None:
    values = ValuesInMemory()
    async with discord_for() as (town, discord):
        async with run_platform(core, town, discord, values=values):
            await until(lambda: any(key.startswith("guild/") for key in values.kept))
        town.guild.unavailable = True
        async with run_platform(core, town, discord, values=values):
            pass
    assert core.events == []


async def test_a_message_deleted_in_an_archived_thread_is_found(core: ScriptedCore) -> None:
    core.script = lambda _: ()
    async with on_stage(core) as stage:
        thread = Channel("old", 11, guild=stage.town.guild, parent=stage.town.newsroom)
        stage.town.guild.channels[thread.id] = thread  # the gateway never told of it
        about = {"id": "5", "channel_id": str(thread.id), "guild_id": str(stage.town.guild.id)}
        await stage.discord.gateway.dispatch("MESSAGE_DELETE", about, guild=stage.town.guild.id)
        await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, MessageDeleted)
    assert (event.ref.place.channel, event.ref.place.thread) == (str(stage.town.newsroom.id), str(thread.id))


async def test_a_forwarded_message_brings_its_words(stage: Stage, core: ScriptedCore) -> None:
    """Discord keeps a forwarded message's words in a snapshot."""
    message = Message(stage.town.newsroom, stage.town.jonas)
    told = payloads.event(message)
    told["message_snapshots"] = [{"message": {**payloads.message(message), "content": "see https://courier.example/a"}}]
    await stage.discord.gateway.dispatch("MESSAGE_CREATE", told, guild=stage.town.guild.id)
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, MessagePosted)
    assert event.text == "see https://courier.example/a"


async def test_the_bot_is_named_in_the_text_not_by_a_reply(stage: Stage, core: ScriptedCore) -> None:
    me = stage.town.world.bot
    await stage.people.post(stage.town.newsroom, stage.town.jonas, f"<@{me.id}> look")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    await stage.people.post(stage.town.newsroom, stage.town.jonas, "thanks", answers=answer.id, mentions=[me])
    await until(lambda: len(core.events) == 2)
    first, second = core.events
    assert isinstance(first, MessagePosted)
    assert isinstance(second, MessagePosted)
    assert (first.named, first.text) == (True, "look")
    assert not second.named
    assert "The bridge" in words(answer)


async def test_a_person_is_called_as_the_guild_calls_them(stage: Stage, core: ScriptedCore) -> None:
    lena = stage.town.world.join(stage.town.guild, User("Lena Vogt"))
    await stage.people.post(stage.town.newsroom, lena, "hello")
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, MessagePosted)
    assert event.speaker.name == "Lena Vogt"
