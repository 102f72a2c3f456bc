"""The bot as a process of its own, from the command line, against the loopback Discord."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.adapters.discord.stage import discord_for
from tests.discord.people import People, words
from tests.discord.server import Discord
from tests.site import open_site

ROOT = Path(__file__).parents[3]


@asynccontextmanager
async def process(
    folder: Path, discord: Discord, token: str, site: str = "", *, command: str = "run"
) -> AsyncIterator[Process]:
    config = folder / "config.toml"
    config.write_text(
        f'platforms = ["discord"]\ndata = "{folder}/data"\n[fetch]\nallow_loopback = {[site] if site else []}\n'
        f'[discord]\nmessage_content = true\nmode = "automatic"\n'
        f'api_url = "{discord.api_url}"\ngateway_url = "{discord.gateway_url}"\n'
    )
    line = (sys.executable, "-m", "bot", "--config", str(config), command)
    env = {**os.environ, "STANDFIRST_DISCORD_TOKEN": token, "PYTHONPATH": str(ROOT)}
    bot = await asyncio.create_subprocess_exec(*line, cwd=folder, env=env, stdout=PIPE, stderr=PIPE)
    try:
        yield bot
    finally:
        if bot.returncode is None:
            bot.terminate()
            await bot.communicate()


async def test_a_refused_token_ends_the_process_with_one_clear_line(tmp_path: Path) -> None:
    async with discord_for() as (_, discord), process(tmp_path, discord, "bad-token") as bot:
        _, told = await asyncio.wait_for(bot.communicate(), 60)
    assert bot.returncode == 2
    last = told.decode().strip().splitlines()[-1]
    assert last.startswith("standfirst: STANDFIRST_DISCORD_TOKEN: Discord refuses this token. Reset it")
    assert b"Traceback" not in told
    assert b"bad-token" not in told


async def test_no_token_ends_the_process_with_one_clear_line(tmp_path: Path) -> None:
    async with discord_for() as (_, discord), process(tmp_path, discord, "") as bot:
        _, told = await asyncio.wait_for(bot.communicate(), 60)
    assert bot.returncode == 2
    assert "there is no token" in told.decode()
    assert not discord.wire.calls


async def test_doctor_prints_the_link_that_invites(tmp_path: Path) -> None:
    async with discord_for() as (town, discord), process(tmp_path, discord, "good-token", command="doctor") as bot:
        told, _ = await asyncio.wait_for(bot.communicate(), 60)
    text = "".join(told.decode().split())
    assert f"https://discord.com/oauth2/authorize?client_id={town.world.application}" in text
    assert "good-token" not in text
    assert bot.returncode == 0
    assert not (tmp_path / "data").exists()


async def test_from_nothing_to_a_first_briefing(tmp_path: Path) -> None:
    async with open_site() as site, discord_for() as (town, discord):
        async with process(tmp_path, discord, "good-token", site.host) as bot:
            people = People(discord)
            async with asyncio.timeout(60):
                while not discord.gateway.sessions:
                    await asyncio.sleep(0.02)
            await people.post(town.newsroom, town.jonas, site.story("/bridge"))
            [answer] = await people.answers(town.newsroom, town.jonas)
            assert "Eastmouth" in words(answer)
            bot.terminate()
            _, told = await asyncio.wait_for(bot.communicate(), 30)
        assert bot.returncode == 0
        assert b"good-token" not in told
