"""What Discord refuses: a missing permission is told to who asked, once; what can never arrive is not tried again."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chat import Card, Edit, Event, MessageRef, Place, Reply, Speaker, Tone
from bot.errors import SendLater, Undeliverable
from tests.adapters.discord.stage import Stage, on_stage
from tests.discord.people import until, words
from tests.discord.wire import Fault
from tests.discord.world import (
    EMBED,
    HISTORY,
    PUBLIC_THREAD,
    PUBLIC_THREADS,
    SEND,
    THREAD_SEND,
    VIEW,
    Channel,
    Overwrite,
)
from tests.fakes import ScriptedCore, place_of, says

CARD = Card(title="The bridge", tone=Tone.BRIEFING)


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore(script=says(CARD))


@pytest.fixture
async def stage(core: ScriptedCore) -> AsyncIterator[Stage]:
    async with on_stage(core) as stage:
        yield stage


def newsroom(stage: Stage) -> Place:
    return Place("discord", str(stage.town.guild.id), str(stage.town.newsroom.id))


async def deny(stage: Stage, bits: int) -> None:
    await stage.people.set_overwrite(stage.town.newsroom, Overwrite(stage.town.world.bot.id, 1, deny=bits))


@pytest.mark.parametrize(("bits", "name"), [(SEND, "Send Messages"), (EMBED, "Embed Links")])
async def test_a_missing_permission_is_told_to_who_asked_once(
    stage: Stage, bits: int, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await deny(stage, bits)
    for text in ("one", "two"):
        await stage.people.post(stage.town.newsroom, stage.town.jonas, text)
    await stage.people.post(stage.town.newsroom, stage.town.mara, "three")
    for person in (stage.town.jonas, stage.town.mara):
        [told] = await stage.people.answers(stage.town.world.direct_with(person), person)
        assert name in words(told)
        assert "#newsroom" in words(told)
    assert not stage.discord.wire.made("POST", rf"/channels/{stage.town.newsroom.id}/messages")
    assert capsys.readouterr().out.count("discord_not_permitted") == 1


async def test_a_missing_thread_permission_is_told(stage: Stage, core: ScriptedCore) -> None:
    await deny(stage, PUBLIC_THREADS)

    def in_thread(event: Event) -> list[Reply]:
        return [Reply(f"k:{event.event_id}", CARD, place_of(event), event.ref, in_thread=True)]  # type: ignore[union-attr]

    core.script = in_thread
    await stage.people.post(stage.town.newsroom, stage.town.jonas, "one")
    [told] = await stage.people.answers(stage.town.world.direct_with(stage.town.jonas), stage.town.jonas)
    assert "Create Public Threads" in words(told)


@pytest.mark.parametrize("archived", [False, True])
async def test_what_follows_goes_into_the_thread_there_is(stage: Stage, core: ScriptedCore, archived: bool) -> None:
    """Of an archived thread the gateway does not tell: Discord answers that there is one."""
    core.script = lambda _: ()
    alert = await stage.platform.send(Reply("alert:1", CARD, newsroom(stage)))
    if archived:
        thread = Channel("old", PUBLIC_THREAD, int(alert.id), stage.town.guild, stage.town.newsroom)
        stage.town.guild.channels[thread.id] = thread
    for key in ("news:1", "news:2"):
        ref = await stage.platform.send(Reply(key, CARD, newsroom(stage), alert, in_thread=True))
        assert ref.place.thread == alert.id
        assert ref.place.channel == str(stage.town.newsroom.id)
    assert len(stage.town.guild.channels[int(alert.id)].messages) == 2


async def test_a_thread_needs_its_own_permission_to_speak(stage: Stage) -> None:
    thread = await stage.people.start_thread(stage.town.newsroom, "bridge")
    await deny(stage, THREAD_SEND)
    await stage.people.post(thread, stage.town.jonas, "one")
    [told] = await stage.people.answers(stage.town.world.direct_with(stage.town.jonas), stage.town.jonas)
    assert "Send Messages in Threads" in words(told)


async def test_a_command_is_answered_without_any_permission(stage: Stage) -> None:
    await deny(stage, SEND | VIEW)
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    assert answer.embeds


async def test_where_history_is_closed_the_answer_stands_by_itself(stage: Stage) -> None:
    await deny(stage, HISTORY)
    await stage.people.post(stage.town.newsroom, stage.town.jonas, "one")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    assert answer.answers is None


async def test_a_repeated_send_is_known_by_its_key(stage: Stage) -> None:
    reply = Reply("alert:7", CARD, newsroom(stage))
    first = await stage.platform.send(reply)
    assert await stage.platform.send(reply) == first
    assert len(stage.town.newsroom.messages) == 1


async def test_a_private_reply_of_the_cores_own_goes_to_the_person(stage: Stage) -> None:
    reply = Reply("k", CARD, newsroom(stage), private_to=Speaker("discord", str(stage.town.mara.id), "Mara"))
    ref = await stage.platform.send(reply)
    assert ref.place.direct
    assert not stage.town.newsroom.messages


@pytest.mark.parametrize("status", [401, 403, 404, 400])
async def test_what_can_never_arrive_is_tried_once(stage: Stage, status: int) -> None:
    stage.discord.wire.faults.append(Fault("POST", "/messages$", status, times=9))
    with pytest.raises(Undeliverable):
        await stage.platform.send(Reply("k", CARD, newsroom(stage)))
    assert len(stage.discord.wire.made("POST", "/messages$")) == 1


async def test_a_channel_that_is_gone_is_undeliverable(stage: Stage) -> None:
    with pytest.raises(Undeliverable, match="404"):
        await stage.platform.send(Reply("k", CARD, Place("discord", str(stage.town.guild.id), "4")))
    ref = MessageRef(newsroom(stage), "4")
    with pytest.raises(Undeliverable):
        await stage.platform.edit(ref, Reply("k", CARD, newsroom(stage)))
    await stage.platform.delete(ref)


async def test_a_short_pause_is_waited_for(stage: Stage) -> None:
    stage.discord.wire.faults.append(Fault("POST", "/messages$", 429, times=3, retry_after=0.01))
    await stage.platform.send(Reply("k", CARD, newsroom(stage)))
    assert len(stage.town.newsroom.messages) == 1


async def test_a_global_slow_down_is_told_to_whoever_delivers(stage: Stage) -> None:
    stage.discord.wire.faults.append(Fault("POST", "/messages$", 429, retry_after=90, everywhere=True))
    with pytest.raises(SendLater) as later:
        await stage.platform.send(Reply("k", CARD, newsroom(stage)))
    assert later.value.after == 90


async def test_a_storm_of_refusals_loses_no_answer(stage: Stage) -> None:
    """Even more of them than discord.py has patience for."""
    stage.discord.wire.faults.append(Fault("POST", "/messages$", 429, times=12, retry_after=0.01))
    for number in range(10):
        await stage.people.post(stage.town.newsroom, stage.town.jonas, f"link {number}")
    assert len(await stage.people.answers(stage.town.newsroom, stage.town.jonas, 10)) == 10


async def test_a_broken_line_is_for_later(stage: Stage) -> None:
    stage.discord.wire.faults.append(Fault("POST", "/messages$", 501))
    with pytest.raises(SendLater):
        await stage.platform.send(Reply("k", CARD, newsroom(stage)))


async def test_nothing_is_sent_before_the_bot_is_logged_in(core: ScriptedCore) -> None:
    async with on_stage(core) as stage:
        await stage.platform.close()
        with pytest.raises(SendLater):
            await stage.platform.send(Reply("k", CARD, newsroom(stage)))


async def test_a_failing_edit_of_the_core_does_not_stop_what_follows(stage: Stage, core: ScriptedCore) -> None:
    def script(event: Event) -> list[Edit | Reply]:
        place = place_of(event)
        gone = MessageRef(place, "4")
        return [Edit(gone, Reply("e", CARD, place)), Reply(f"r:{event.event_id}", CARD, place)]

    core.script = script
    await stage.people.post(stage.town.newsroom, stage.town.jonas, "one")
    await until(lambda: len(stage.people.seen(stage.town.newsroom, stage.town.jonas)) == 2)
