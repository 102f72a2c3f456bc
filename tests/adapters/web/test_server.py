"""The page's server: only this machine's own page gets in, nothing of a chat is lost, nothing is told too widely."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from adapters.web import examples
from adapters.web.platform import open_platform
from adapters.web.settings import WebSettings, example_hosts, settled
from bot.chat import Action, Card, Event, Ports, Working
from bot.errors import ConfigError
from bot.feeds import Seen, read_feed
from bot.model import Page
from tests.adapters.web.stage import open_web
from tests.contract.platform_contract import BRIEFING
from tests.fakes import ScriptedCore, ValuesInMemory, place_of, says


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}"]
)
async def test_a_name_that_was_bound_to_this_machine_is_turned_away(host: str) -> None:
    async with open_web(ScriptedCore()) as web:
        port = web.platform.url.rsplit(":", 1)[1]
        async with web.http.get(web.platform.url, headers={"Host": host.format(port=port)}) as answer:
            assert answer.status == 421


@pytest.mark.parametrize("path", ["/api/post", "/api/edit", "/api/delete", "/api/press", "/api/choose", "/api/react"])
async def test_another_sites_page_cannot_speak_for_the_reader(path: str) -> None:
    core = ScriptedCore()
    async with open_web(core) as web:
        body = {"as": "jonas", "channel": "newsroom", "text": "x", "id": "1", "action": "a", "value": "v"}
        for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}):
            async with web.http.post(web.platform.url + path, json=body, headers=headers) as answer:
                assert answer.status == 403
        async with web.http.post(web.platform.url + path, data=body) as answer:
            assert answer.status == 415
    assert core.events == []


async def test_another_sites_page_cannot_listen() -> None:
    async with open_web(ScriptedCore()) as web:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await web.http.ws_connect(
                f"{web.platform.url}/api/live?as=jonas", headers={"Origin": "https://evil.example"}
            )


async def test_every_answer_keeps_scripts_and_frames_out() -> None:
    async with open_web(ScriptedCore()) as web:
        for path in ("/", "/static/js/main.js", "/api/messages?as=jonas&channel=newsroom", "/nowhere"):
            async with web.http.get(web.platform.url + path) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "unsafe" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_long_article_passes_and_more_is_refused_in_words() -> None:
    async with open_web(ScriptedCore()) as web:
        await web.post("word " * 8000)
        told = await web.do("post", text="x" * 60_000, status=413)
        assert "too long" in told["error"]
        told = await web.do("post", text="x" * 900_000, status=413)
        assert "too long" in told["error"]


@pytest.mark.parametrize(
    ("who", "channel"), [("nobody", "newsroom"), ("jonas", "nowhere"), ("jonas", "editors"), ("", "")]
)
async def test_strangers_and_closed_channels_look_the_same(who: str, channel: str) -> None:
    async with open_web(ScriptedCore()) as web:
        async with web.http.get(f"{web.platform.url}/api/messages?as={who}&channel={channel}") as answer:
            assert answer.status == 404
        web.channel = channel
        await web.do("post", who=who, text="hello", status=404)


async def test_nobody_changes_the_words_of_another() -> None:
    core = ScriptedCore()
    async with open_web(core) as web:
        mine = await web.post("mine")
        for deed in ("edit", "delete"):
            body = {"as": "aiko", "channel": "newsroom", "id": mine} | ({"text": "yours"} if deed == "edit" else {})
            async with web.http.post(f"{web.platform.url}/api/{deed}", json=body) as answer:
                assert answer.status >= 400
        assert [m["text"] for m in await web.messages()] == ["mine"]
    assert len(core.events) == 1


async def test_a_restart_keeps_the_chat() -> None:
    values = ValuesInMemory()
    async with open_web(ScriptedCore(says(BRIEFING)), values) as web:
        mine = await web.post("look")
        [card] = await web.bots()
    async with open_web(ScriptedCore(), values) as web:
        seen = await web.messages("mara")
    assert [m["id"] for m in seen] == [mine, card["id"]]
    assert seen[1]["card"]["title"] == BRIEFING.title


async def test_a_preview_is_the_adapters_own_payload() -> None:
    def payload(card: Card) -> dict[str, object]:
        return {"embeds": [{"title": card.title}]}

    async with open_web(ScriptedCore(says(BRIEFING)), previews={"discord": payload}) as web:
        await web.post("look")
        [card] = await web.bots()
    assert card["previews"] == {"discord": {"embeds": [{"title": BRIEFING.title}]}}


async def test_a_preview_that_fails_leaves_the_chat_alone() -> None:
    def broken(_: Card) -> dict[str, object]:
        raise ValueError("odd card")

    async with open_web(ScriptedCore(says(BRIEFING)), previews={"slack": broken}) as web:
        await web.post("look")
        [card] = await web.bots()
    assert card["previews"] == {"slack": {}}


async def test_a_port_in_use_is_told_as_a_setting() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        platform = open_platform(WebSettings(port=port, example_port=0), Ports(ValuesInMemory()))
        with pytest.raises(ConfigError, match="in use"):
            await platform.start()


async def test_the_example_site_is_the_only_host_that_may_be_dialled() -> None:
    assert example_hosts(WebSettings(example_port=8711)) == ("127.0.0.1:8711",)
    assert example_hosts(WebSettings(example_port=0)) == ()
    assert settled(WebSettings(example_port=0)).example_port > 0
    async with open_web(ScriptedCore()) as web:
        [host] = web.platform.example_hosts
        async with web.http.get(f"http://{host}/s/tide71", allow_redirects=False) as answer:
            assert answer.status in (301, 302, 307, 308)
        async with web.http.get(f"http://{host}/island/diesel-plant-vote") as answer:
            assert "application/ld+json" in await answer.text()


async def test_what_is_read_for_one_person_keeps_nobody_else_waiting() -> None:
    going_on = asyncio.Event()

    class Slow(ScriptedCore):
        async def handle(self, event: Event) -> AsyncIterator[Action]:
            yield Working(place_of(event), private=True)
            await going_on.wait()

    async with open_web(Slow()) as web, web.line("aiko") as other, web.line() as mine:
        assert (await mine.receive_json())["type"] == "hello"
        assert (await other.receive_json())["type"] == "hello"
        await web.post("look")
        told = [(await mine.receive_json())["type"] for _ in range(2)]
        assert told == ["messages", "working"]
        going_on.set()
        assert (await mine.receive_json())["on"] is False
        await web.post("again", who="aiko")
        assert [(await other.receive_json())["type"] for _ in range(2)] == ["messages", "messages"]


async def test_the_example_site_has_a_feed_that_brings_a_story_while_you_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_web(ScriptedCore()) as web:
        [host] = web.platform.example_hosts

        async def fetched(path: str) -> Seen:
            async with web.http.get(f"http://{host}{path}") as answer:
                return read_feed(Page(f"http://{host}{path}", await answer.read(), answer.content_type))

        [link] = (await fetched("/")).links
        assert link.url == f"http://{host}/feed.xml"
        first = (await fetched("/feed.xml")).feed
        monkeypatch.setattr(examples, "LATER", 0.0)
        later = (await fetched("/feed.xml")).feed
        assert first is not None
        assert later is not None
        assert [entry.id for entry in first.entries] == ["skerry-71"]
        assert [entry.id for entry in later.entries] == ["skerry-72", "skerry-71"]
        for entry in later.entries:
            async with web.http.get(entry.url) as story:
                assert story.status == 200
