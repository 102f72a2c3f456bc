"""A channel on Discord follows a topic: the alert comes by itself, and what is new goes into its thread."""

from __future__ import annotations

from pathlib import Path

import msgspec

from adapters.discord.settings import DiscordSettings
from bot.app import App, assemble
from bot.services.deliver import Deliver
from bot.settings import Fetch, Settings
from tests.adapters.discord.stage import discord_for, run_platform, town
from tests.discord.people import until, words
from tests.site import Site

NEWS = "<p>Rescuers found the body of a man of 71 in a flooded garage on Thursday evening.</p>"
SECTION = DiscordSettings(message_content=True, mode="automatic")


async def test_an_alert_comes_once_and_what_is_new_goes_into_its_thread(tmp_path: Path, site: Site) -> None:
    settings = Settings(data=str(tmp_path), fetch=Fetch(allow_loopback=(site.host,)))
    place = town()
    general = place.world.channel(place.guild, "general")
    async with (
        discord_for(place) as (_, discord),
        assemble(msgspec.structs.replace(settings, sections={"discord": SECTION})) as parts,
        run_platform(App(parts), place, discord, settings=SECTION) as bot,
    ):
        deliver = Deliver(parts.store, parts.clock, {"discord": bot.platform}, App(parts).speaks)
        sent = await bot.people.command(place.newsroom, place.mara, "topics", "follow", options={"query": "council"})
        await until(lambda: sent.original is not None and sent.original.components)
        assert sent.original is not None
        await bot.people.press(sent.original, place.mara, "Follow")
        await bot.people.answers(place.newsroom, place.jonas)
        await bot.people.post(general, place.jonas, site.report(1))
        await bot.people.answers(general, place.jonas)
        await parts.work.drain(deliver.tasks)
        await parts.work.drain(deliver.tasks)
        _, alert = bot.people.seen(place.newsroom, place.jonas)
        assert "River Sill floods cellars" in words(alert)
        assert "matches `council` in paragraph 5" in words(alert)
        await bot.people.post(general, place.jonas, site.report(1, "/later", extra=NEWS))
        await bot.people.answers(general, place.jonas, 2)
        await parts.work.drain(deliver.tasks)
        thread = next(one for one in place.guild.channels.values() if one.id == alert.id)
        (update,) = (message for message in thread.messages.values() if message.embeds)
        assert "Rescuers found the body" in words(update)
