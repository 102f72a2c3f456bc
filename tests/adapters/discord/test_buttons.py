"""Buttons: they carry their meaning over restarts, and act on the message they stand under."""

from __future__ import annotations

from pathlib import Path

import msgspec

from adapters.discord.settings import DiscordSettings
from bot.app import App, assemble
from bot.chat import Button, ButtonPressed, Card, Edit, Event, Reply, Tone
from bot.settings import Fetch, Settings
from tests.adapters.discord.stage import Stage, discord_for, on_stage, run_platform
from tests.discord.people import until, words
from tests.discord.world import EPHEMERAL, Message
from tests.fakes import ScriptedCore, ValuesInMemory, place_of, says
from tests.site import Site

LONG = "harbour bridge " * 20
CARD = Card(
    title="The bridge", buttons=(Button("follow", LONG, "Follow"), Button("who", "7", "Who's who")), tone=Tone.NOTICE
)


async def briefed(bot: Stage, site: Site) -> Message:
    await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    [answer] = await bot.people.answers(bot.town.newsroom, bot.town.jonas)
    return answer


async def test_who_is_who_is_told_to_who_asks(bot: Stage, site: Site) -> None:
    answer = await briefed(bot, site)
    await bot.people.press(answer, bot.town.mara, "Who's who")
    _, told = await bot.people.answers(bot.town.newsroom, bot.town.mara, 2)
    assert told.flags & EPHEMERAL
    assert "Ines Calder" in words(told)
    assert len(bot.people.seen(bot.town.newsroom, bot.town.jonas)) == 2


async def test_more_and_less_change_the_briefing_in_its_place(bot: Stage, site: Site) -> None:
    answer = await briefed(bot, site)
    short = words(answer)
    await bot.people.press(answer, bot.town.mara, "More")
    await until(lambda: len(words(answer)) > len(short))
    await bot.people.press(answer, bot.town.jonas, "Less")
    await until(lambda: words(answer) == short)
    assert len(bot.people.seen(bot.town.newsroom, bot.town.mara)) == 2


async def test_delete_is_for_who_asked_and_who_may_manage_messages(bot: Stage, site: Site) -> None:
    answer = await briefed(bot, site)
    bot.town.world.join(bot.town.guild, other := type(bot.town.jonas)("Lena"))
    await bot.people.press(answer, other, "Delete")
    refused = (await bot.people.answers(bot.town.newsroom, other, 2))[-1]
    assert "Only the person who asked" in words(refused)
    await bot.people.press(answer, bot.town.aiko, "Delete")
    await until(lambda: answer.id not in bot.town.newsroom.messages)


async def test_buttons_go_on_working_after_a_restart(tmp_path: Path, site: Site) -> None:
    section = DiscordSettings(message_content=True, mode="automatic")
    fetch = Fetch(allow_loopback=(site.host,))
    settings = msgspec.structs.replace(Settings(data=str(tmp_path), fetch=fetch), sections={"discord": section})
    async with discord_for() as (place, discord):
        async with assemble(settings) as parts, run_platform(App(parts), place, discord) as bot:
            answer = await briefed(bot, site)
        async with assemble(settings) as parts, run_platform(App(parts), place, discord) as bot:
            await bot.people.press(answer, place.mara, "Where does it say that?")
            told = (await bot.people.answers(place.newsroom, place.mara, 2))[-1]
            assert "the article's own sentences" in words(told)


async def test_a_long_meaning_is_kept_over_a_restart() -> None:
    core, values = ScriptedCore(), ValuesInMemory()
    async with discord_for() as (place, discord):
        async with run_platform(core, place, discord, values=values) as stage:
            core.script = says(CARD)
            await stage.people.post(place.newsroom, place.jonas, "hello")
            [card] = await stage.people.answers(place.newsroom, place.jonas)
        core.events.clear()
        core.script = lambda _: ()
        async with run_platform(core, place, discord, values=values) as stage:
            await stage.people.press(card, place.mara, "Follow")
            await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, ButtonPressed)
    assert (event.action, event.value) == ("follow", LONG)
    assert event.speaker.can_manage


async def test_a_button_on_a_private_answer_changes_that_answer() -> None:
    core = ScriptedCore()
    async with on_stage(core) as stage:
        core.script = says(CARD, private=True)
        await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
        [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)

        def changes(event: Event) -> list[Edit]:
            assert isinstance(event, ButtonPressed)
            return [Edit(event.ref, Reply("k", Card(title="Followed"), place_of(event)))]

        core.script = changes
        await stage.people.press(answer, stage.town.jonas, "Follow")
        await until(lambda: "Followed" in words(answer))
        assert not answer.components


async def test_a_button_of_another_program_is_left_alone() -> None:
    core = ScriptedCore()
    async with on_stage(core) as stage:
        core.script = says(CARD)
        await stage.people.post(stage.town.newsroom, stage.town.jonas, "hello")
        [card] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
        card.components = [{"type": 1, "components": [{"type": 2, "style": 2, "label": "Vote", "custom_id": "vote:1"}]}]
        sent = await stage.people.press(card, stage.town.jonas, "Vote")
        await until(sent.acknowledged.is_set)
        assert len(core.events) == 1
