"""The gateway's moods: dropped lines resume, what is refused is said, and whatever else fails starts again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from adapters.discord.settings import DiscordSettings
from bot.chat import Action, Card, Event, MessagePosted, Working
from bot.errors import ConfigError
from tests.adapters.discord.stage import Stage, discord_for, is_ready, on_stage, open_with, run_platform, town
from tests.discord.people import until, words
from tests.discord.wire import Fault
from tests.discord.world import World
from tests.fakes import ScriptedCore, ValuesInMemory, place_of, says

CARD = Card(title="The bridge")


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore(script=says(CARD))


@pytest.fixture
async def stage(core: ScriptedCore) -> AsyncIterator[Stage]:
    async with on_stage(core) as stage:
        yield stage


async def heard(stage: Stage, core: ScriptedCore, text: str) -> None:
    await stage.people.post(stage.town.newsroom, stage.town.jonas, text)
    await until(lambda: any(isinstance(e, MessagePosted) and e.text == text for e in core.events))


def said(stage: Stage, op: int) -> int:
    return sum(each["op"] == op for each in stage.discord.gateway.heard)


@pytest.mark.parametrize("code", [None, 1001, 4000, 4009])
async def test_a_dropped_line_resumes_and_nothing_is_missed(stage: Stage, core: ScriptedCore, code: int | None) -> None:
    await heard(stage, core, "before")
    await stage.discord.gateway.drop(code)
    await stage.people.post(stage.town.newsroom, stage.town.jonas, "meanwhile")
    await until(lambda: len(core.events) == 2)
    await heard(stage, core, "after")
    assert said(stage, 6) == 1
    assert said(stage, 2) == 1


async def test_a_line_that_discord_asks_to_change_is_changed(stage: Stage, core: ScriptedCore) -> None:
    await stage.discord.gateway.reconnect()
    await until(lambda: said(stage, 6) == 1)
    await heard(stage, core, "after")


async def test_a_void_session_is_begun_anew(stage: Stage, core: ScriptedCore) -> None:
    await stage.discord.gateway.invalidate(resumable=False)
    await until(lambda: said(stage, 2) == 2)
    await until(lambda: len(stage.discord.gateway.sessions) == 1)
    await heard(stage, core, "after")


async def test_heartbeats_are_sent(core: ScriptedCore) -> None:
    async with discord_for() as (place, discord):
        discord.gateway.heartbeat = 0.05
        async with run_platform(core, place, discord) as stage:
            await until(lambda: said(stage, 1) >= 2)


async def test_a_line_that_drops_in_mid_briefing_costs_no_briefing() -> None:
    class Slow(ScriptedCore):
        let_go: asyncio.Event

        async def handle(self, event: Event) -> AsyncIterator[Action]:
            self.events.append(event)
            yield Working(place_of(event))
            await self.let_go.wait()
            for action in says(CARD)(event):
                yield action

    core = Slow()
    core.let_go = asyncio.Event()
    async with on_stage(core) as stage:
        await heard(stage, core, "link")
        await stage.discord.gateway.drop()
        core.let_go.set()
        [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
        assert "The bridge" in words(answer)
        await until(lambda: said(stage, 6) == 1)


async def test_a_message_seen_twice_is_the_same_event(stage: Stage, core: ScriptedCore) -> None:
    await heard(stage, core, "hello")
    session = next(iter(stage.discord.gateway.sessions.values()))
    again = next(each["d"] for each in session.sent if each["t"] == "MESSAGE_CREATE")
    await session.tell("MESSAGE_CREATE", again)
    await until(lambda: len(core.events) == 2)
    assert core.events[0].event_id == core.events[1].event_id


async def test_what_discord_says_wrongly_starts_the_client_again(
    stage: Stage, core: ScriptedCore, caplog: pytest.LogCaptureFixture
) -> None:
    """A malformed event ends discord.py's client: it is replaced, and the bot hears again."""
    await stage.discord.gateway.dispatch("MESSAGE_CREATE", {"id": "1"}, guild=stage.town.guild.id)
    await until(lambda: said(stage, 2) == 2 and is_ready(stage.platform))
    await heard(stage, core, "after")
    assert not stage.running.done()


async def test_discord_that_is_down_at_first_is_tried_again(core: ScriptedCore) -> None:
    async with discord_for() as (place, discord):
        discord.wire.faults.append(Fault("GET", "/users/@me", 503, times=2))
        async with run_platform(core, place, discord) as stage:
            await heard(stage, core, "hello")


async def test_while_discord_is_down_the_bot_ends_at_once_when_asked(core: ScriptedCore) -> None:
    async with discord_for() as (_, discord):
        discord.wire.faults.append(Fault("GET", "/users/@me", 404, times=99))
        platform = open_with(discord, ValuesInMemory(), pauses=(60.0,))
        running = asyncio.create_task(platform.run(core))
        await until(lambda: discord.wire.made("GET", "/users/@me"))
        await platform.close()
        await asyncio.wait_for(running, 5)


async def test_a_refused_token_is_said_and_ends_the_bot(core: ScriptedCore) -> None:
    async with discord_for() as (_, discord):
        platform = open_with(discord, ValuesInMemory(), token="bad-token")
        with pytest.raises(ConfigError, match="STANDFIRST_DISCORD_TOKEN: Discord refuses this token"):
            await asyncio.wait_for(platform.run(core), 10)
        assert len(discord.wire.calls) == 1


async def test_a_token_that_is_reset_while_the_bot_runs_ends_it(stage: Stage) -> None:
    stage.town.world.token = "another"
    await stage.discord.gateway.drop(4004)
    with pytest.raises(ConfigError, match="STANDFIRST_DISCORD_TOKEN: Discord refuses this token"):
        await asyncio.wait_for(asyncio.shield(stage.running), 10)


async def test_an_intent_that_is_not_switched_on_is_said(core: ScriptedCore) -> None:
    async with discord_for(town(World(approved=0))) as (_, discord):
        platform = open_with(discord, ValuesInMemory())
        with pytest.raises(ConfigError, match=r"discord\.message_content"):
            await asyncio.wait_for(platform.run(core), 10)


async def test_two_processes_share_one_bot_by_shards(core: ScriptedCore) -> None:
    other = ScriptedCore()
    place = town()
    second = place.world.guild("Elsewhere")
    while (second.id >> 22) % 2 == (place.guild.id >> 22) % 2:
        place.world.guilds.pop(second.id)
        await asyncio.sleep(0.001)
        second = place.world.guild("Elsewhere")
    lounge = place.world.channel(second, "lounge")
    place.world.join(second, place.jonas)
    async with (
        discord_for(place) as (_, discord),
        run_platform(core, place, discord, settings=of_shard((place.guild.id >> 22) % 2)) as mine,
        run_platform(other, place, discord, settings=of_shard((second.id >> 22) % 2)) as theirs,
    ):
        await heard(mine, core, "for one")
        await theirs.people.post(lounge, place.jonas, "for the other")
        await until(lambda: other.events)
    assert len(core.events) == len(other.events) == 1


def of_shard(number: int) -> DiscordSettings:
    return DiscordSettings(message_content=True, shard_count=2, shard_ids=(number,))


async def test_all_shards_in_one_process(core: ScriptedCore) -> None:
    settings = DiscordSettings(message_content=True, shard_count=2)
    async with on_stage(core, settings=settings) as stage:
        await heard(stage, core, "hello")
        assert {session.shard for session in stage.discord.gateway.sessions.values()} == {(0, 2), (1, 2)}


async def test_the_gateway_that_is_set_counts_whatever_discord_names(core: ScriptedCore) -> None:
    async with discord_for() as (place, discord):
        discord.gateway.advertised = "ws://127.0.0.1:1/"
        async with run_platform(core, place, discord) as stage:
            await heard(stage, core, "hello")


def registered(stage: Stage) -> Sequence[str]:
    return [call.path for call in stage.discord.wire.made("PUT", "/commands$")]


async def test_commands_are_registered_when_they_changed(core: ScriptedCore) -> None:
    values = ValuesInMemory()
    async with discord_for() as (place, discord):
        async with run_platform(core, place, discord, values=values) as stage:
            assert len(registered(stage)) == 1
        async with run_platform(core, place, discord, values=values) as stage:
            assert len(registered(stage)) == 1
        core.commands = core.commands[:1]
        async with run_platform(core, place, discord, values=values) as stage:
            assert len(registered(stage)) == 2
        names = [command["name"] for command in place.world.commands[0]]
        assert names == ["brief", "Brief this", "Who's who"]


async def test_in_development_commands_are_registered_in_a_guild_and_taken_back_after(core: ScriptedCore) -> None:
    values = ValuesInMemory()
    async with discord_for() as (place, discord):
        guild = place.guild.id
        settings = DiscordSettings(guilds=(guild,))
        async with run_platform(core, place, discord, values=values, settings=settings):
            assert len(place.world.commands[guild]) == 4
            assert 0 not in place.world.commands
        async with run_platform(core, place, discord, values=values):
            assert place.world.commands[guild] == []
            assert len(place.world.commands[0]) == 4
