"""The bot stops, is killed, or is removed; what it knows stays, or goes, as it must."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.app import App, Parts, assemble, utc_now
from bot.chat import Space, SpaceRemoved, Tone
from bot.services.keep import expire_daily
from tests.ports import free_port
from tests.site import Site
from tests.talk import MARA, OTHER_SPACE, Talk, kinds, text


async def test_after_a_restart_the_story_is_still_known_and_its_buttons_work(
    talk: Talk, parts: Parts, site: Site
) -> None:
    url = site.story("/bridge")
    await talk.says(url)
    pointer, _ = await talk.says(url)
    async with assemble(parts.settings) as again:
        talk.app = App(again)
        [briefing] = await talk.presses(talk.answer_to(pointer), "Show", who=MARA)
        assert briefing.card.tone is Tone.BRIEFING
        _, replies = await talk.says(url)
    assert kinds(replies) == [Tone.POINTER]
    assert site.asked["/bridge"] == 1


async def test_a_button_whose_story_is_gone_says_so(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url)
    pointer, _ = await talk.says(url)
    standing = talk.answer_to(pointer)
    await talk.does(SpaceRemoved("gone", Space("test", "harbour")))
    [told] = await talk.presses(standing, "Show")
    assert "no longer kept" in text(told.card)


async def test_a_space_that_removes_the_bot_is_forgotten_and_others_are_not(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url)
    await talk.says(url, at=OTHER_SPACE)
    await talk.does(SpaceRemoved("gone", Space("test", "harbour")))
    _, here = await talk.says(url)
    _, there = await talk.says(url, at=OTHER_SPACE)
    assert kinds(here) == [Tone.BRIEFING]
    assert kinds(there) == [Tone.POINTER]


async def test_old_stories_go_after_their_time(talk: Talk, parts: Parts, site: Site) -> None:
    url = site.story("/bridge")
    await talk.says(url)
    keeper = asyncio.create_task(expire_daily(parts.store, lambda: utc_now() + timedelta(days=91), 90))
    await asyncio.sleep(0.3)
    keeper.cancel()
    _, replies = await talk.says(url)
    assert kinds(replies) == [Tone.BRIEFING]


async def test_links_are_left_alone_where_that_is_set_and_brief_still_finds_them(parts: Parts, site: Site) -> None:
    import msgspec

    quiet = msgspec.structs.replace(parts.settings.brief, automatic=False)
    talk = Talk(App(replace(parts, settings=msgspec.structs.replace(parts.settings, brief=quiet))))
    _, replies = await talk.says(site.story("/bridge"))
    assert replies == []
    assert kinds(await talk.calls("brief")) == [Tone.BRIEFING]


async def test_kill_9_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    port, example = free_port(), free_port()
    config = tmp_path / "config.toml"
    config.write_text(f'data = "{tmp_path}/data"\n[web]\nport = {port}\nexample_port = {example}\n')
    url = f"http://127.0.0.1:{example}/island/diesel-plant-vote"
    async with aiohttp.ClientSession() as http:
        for expected in ("briefing", "pointer"):
            bot = start(config)
            try:
                assert await ask(http, f"http://127.0.0.1:{port}", url) == expected
            finally:
                bot.send_signal(signal.SIGKILL)
                bot.wait()


def start(config: Path) -> subprocess.Popen[bytes]:
    argv = [sys.executable, "-m", "bot", "--config", str(config), "run"]
    return subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)


async def ask(http: aiohttp.ClientSession, page: str, url: str) -> str:
    """Paste `url`; returns the tone of the newest card."""
    async with asyncio.timeout(30):
        while True:
            try:
                async with http.get(page) as answer:
                    assert answer.status == 200
                    break
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
        who = {"as": "jonas", "channel": "newsroom"}
        async with http.post(f"{page}/api/post", json={**who, "text": url}) as answer:
            mine = (await answer.json())["id"]
        while True:
            async with http.get(f"{page}/api/messages", params=who) as answer:
                messages = (await answer.json())["messages"]
            found = [m for m in messages if m.get("card") and m["reply_to"] == mine]
            if found:
                return str(found[-1]["card"]["tone"])
            await asyncio.sleep(0.05)
