"""The whole bot on Discord: languages, rights, topics, and two processes that hear the same."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec

from adapters.discord.settings import DiscordSettings
from bot.app import App, assemble
from bot.settings import Fetch, Settings
from tests.adapters.discord.stage import Stage, discord_for, run_platform
from tests.discord.people import until, words
from tests.discord.world import EPHEMERAL, LOADING, VIEW, Message, Overwrite
from tests.site import Site


async def answer_to(bot: Stage, name: str, /, *parts: str, who: str = "mara", **options: str) -> Message:
    sent = await bot.people.command(bot.town.newsroom, bot.town.person(who), name, *parts, options=options)
    await until(lambda: sent.original is not None and sent.original.embeds and not sent.original.flags & LOADING)
    assert sent.original is not None
    return sent.original


async def test_a_german_guild_is_answered_in_german(bot: Stage, site: Site) -> None:
    bot.town.guild.locale = "de"
    answer = await answer_to(bot, "brief", what=site.story("/bridge"))
    assert "Min. Lesezeit" in words(answer)
    assert "Wo steht das?" in words(answer)
    assert "Löschen" in words(answer)


async def test_commands_are_registered_in_four_languages(bot: Stage) -> None:
    commands = {str(command["name"]): command for command in bot.town.world.commands[0]}
    assert {"brief", "who", "topics", "settings", "help", "Brief this", "Who's who"} <= commands.keys()
    for name in ("brief", "settings"):
        told = commands[name]["description_localizations"]
        assert isinstance(told, dict)
        assert told.keys() == {"de", "es-ES", "es-419", "fr"}
    manage = 1 << 4
    assert (
        commands["settings"]["default_member_permissions"] == commands["topics"]["default_member_permissions"] == manage
    )
    assert "default_member_permissions" not in commands["brief"]


async def test_settings_are_for_who_manages_channels_whatever_discord_lets_through(bot: Stage, site: Site) -> None:
    refused = await answer_to(bot, "settings", who="jonas", mode="off")
    assert refused.flags & EPHEMERAL
    assert refused.only_for == bot.town.jonas.id
    await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    await bot.people.answers(bot.town.newsroom, bot.town.mara)


async def test_a_mode_that_cannot_work_says_so(tmp_path: Path) -> None:
    """The app may not read messages: Message Content Intent is off."""
    settings = msgspec.structs.replace(Settings(data=str(tmp_path)), sections={"discord": DiscordSettings()})
    async with (
        discord_for() as (town, discord),
        assemble(settings) as parts,
        run_platform(App(parts), town, discord, settings=DiscordSettings()) as bot,
    ):
        assert "I may not read messages here" in words(await answer_to(bot, "settings", mode="automatic"))
        assert "I may not read messages here" not in words(await answer_to(bot, "settings", mode="off"))


async def test_a_topic_is_rehearsed_followed_and_listed(bot: Stage) -> None:
    rehearsal = await answer_to(bot, "topics", "follow", query='"harbour bridge"')
    assert rehearsal.only_for == bot.town.mara.id
    await bot.people.press(rehearsal, bot.town.mara, "Follow")
    await bot.people.answers(bot.town.newsroom, bot.town.mara, 2)
    listed = await answer_to(bot, "topics", "list")
    assert "harbour bridge" in words(listed)
    refused = await answer_to(bot, "topics", "follow", who="jonas", query="nato")
    assert refused.only_for == bot.town.jonas.id
    assert "Rehearsal" not in words(refused)


async def test_a_page_that_is_not_there_is_told_to_who_asked_alone(bot: Stage, site: Site) -> None:
    await bot.people.command(bot.town.newsroom, bot.town.jonas, "brief", options={"what": site.url("/nothing")})
    [told] = await bot.people.answers(bot.town.newsroom, bot.town.jonas)
    assert told.flags & EPHEMERAL
    assert "no such page" in words(told)
    assert not bot.people.seen(bot.town.newsroom, bot.town.mara)


async def test_names_complete_as_they_are_typed(bot: Stage, site: Site) -> None:
    await answer_to(bot, "brief", what=site.story("/bridge"))
    async with asyncio.timeout(60):
        while await bot.people.complete(bot.town.newsroom, bot.town.jonas, "who", name="Ines") != ["Ines Calder"]:
            await asyncio.sleep(0.01)
    told = await answer_to(bot, "who", name="Ines Calder")
    assert "Mayor" in words(told)


async def test_a_private_channels_story_stays_there(bot: Stage, site: Site) -> None:
    editors = bot.town.world.channel(bot.town.guild, "editors")
    await bot.people.set_overwrite(editors, Overwrite(bot.town.mara.id, 1, allow=VIEW))
    await bot.people.hide(editors)
    await bot.people.post(editors, bot.town.mara, site.story("/bridge"))
    await until(lambda: len(editors.messages) == 2)
    assert await bot.people.complete(bot.town.newsroom, bot.town.jonas, "who", name="Ines") == []


async def test_what_two_processes_hear_is_answered_once(tmp_path: Path, site: Site) -> None:
    """Two bots on one database and one shard: Discord tells both of every message and command."""
    section = DiscordSettings(message_content=True, mode="automatic")
    settings = Settings(data=str(tmp_path), fetch=Fetch(allow_loopback=(site.host,)))
    settings = msgspec.structs.replace(settings, sections={"discord": section})
    async with (
        discord_for() as (town, discord),
        assemble(settings) as parts,
        assemble(settings) as others,
        run_platform(App(parts), town, discord) as bot,
        run_platform(App(others), town, discord),
    ):
        await bot.people.post(town.newsroom, town.jonas, site.story("/bridge"))
        await bot.people.answers(town.newsroom, town.jonas)
        await answer_to(bot, "help")
    assert len(discord.wire.made("POST", r"/channels/\d+/messages$")) == 1
    assert len(discord.wire.made("POST", "/callback$")) == 2
    assert len(discord.wire.made("PATCH", "@original$")) == 1


async def test_a_message_replayed_after_a_restart_is_answered_once(tmp_path: Path, site: Site) -> None:
    section = DiscordSettings(message_content=True, mode="automatic")
    settings = Settings(data=str(tmp_path), fetch=Fetch(allow_loopback=(site.host,)))
    settings = msgspec.structs.replace(settings, sections={"discord": section})
    async with discord_for() as (town, discord):
        async with assemble(settings) as parts, run_platform(App(parts), town, discord) as bot:
            message = await bot.people.post(town.newsroom, town.jonas, site.story("/bridge"))
            await bot.people.answers(town.newsroom, town.jonas)
        async with assemble(settings) as parts, run_platform(App(parts), town, discord) as bot:
            await discord.gateway.message("MESSAGE_CREATE", message)
            await bot.people.post(town.newsroom, town.jonas, site.story("/port", "Westport"))
            await bot.people.answers(town.newsroom, town.jonas, 2)
    assert len(discord.wire.made("POST", r"/channels/\d+/messages$")) == 2
