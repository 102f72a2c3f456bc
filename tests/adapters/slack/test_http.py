"""HTTP mode: only what Slack signed lately comes in, and what comes in is little enough."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from adapters.slack.platform import SlackPlatform
from adapters.slack.secrets import Secrets
from adapters.slack.settings import SlackSettings
from bot.chat import MessagePosted, Ports
from bot.errors import ConfigError
from tests.adapters.slack.loopback import open_slack
from tests.adapters.slack.stage import SlackStage, open_stage, running, until, workspace
from tests.fakes import ScriptedCore, ValuesInMemory

JSON = {"Content-Type": "application/json"}
CHALLENGE = json.dumps({"type": "url_verification", "challenge": "abc", "token": "t"})


@pytest.fixture
async def stage(core: ScriptedCore) -> AsyncIterator[SlackStage]:
    async with open_stage(core, http=True) as stage:
        yield stage


async def test_slack_finds_its_endpoint(stage: SlackStage) -> None:
    status, text = await stage.slack.delivery.post(CHALLENGE, JSON)
    assert status == 200
    assert "abc" in text


@pytest.mark.parametrize("at", [-301, 301, -86_400])
async def test_a_replayed_request_is_turned_away(stage: SlackStage, core: ScriptedCore, at: int) -> None:
    status, _ = await stage.slack.delivery.post(CHALLENGE, JSON, at=time.time() + at)
    assert status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Request-Timestamp": "now", "X-Slack-Signature": "v0=00"},
        {"X-Slack-Request-Timestamp": "9" * 40, "X-Slack-Signature": "v0=00"},
        {"X-Slack-Request-Timestamp": "NOW", "X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "NOW", "X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "NOW", "X-Slack-Signature": "v0=ü"},
    ],
)
async def test_what_slack_did_not_sign_is_turned_away(stage: SlackStage, headers: dict[str, str]) -> None:
    headers = {name: value.replace("NOW", str(int(time.time()))) for name, value in headers.items()}
    for body in (CHALLENGE, b"\xff\xfe"):
        status, text = await stage.slack.delivery.raw(body, {**JSON, **headers})
        assert status == 401
        assert "Traceback" not in text


async def test_a_signature_is_for_these_words_only(stage: SlackStage, core: ScriptedCore) -> None:
    stamp = str(int(time.time()))
    signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": stage.slack.delivery.signature(CHALLENGE, stamp)}
    status, _ = await stage.slack.delivery.raw(CHALLENGE.replace("abc", "abd"), {**JSON, **signed})
    assert status == 401
    assert not core.events


async def test_a_body_beyond_the_limit_is_not_read(stage: SlackStage) -> None:
    status, _ = await stage.slack.delivery.post(json.dumps({"x": "y" * 1_100_000}), JSON)
    assert status == 413


@pytest.mark.parametrize("body", ["{", "[]", '{"type": "event_callback"}', "payload=nonsense", ""])
async def test_nonsense_that_is_signed_ends_nothing(stage: SlackStage, core: ScriptedCore, body: str) -> None:
    status, text = await stage.slack.delivery.post(body, JSON)
    assert status in (200, 400, 404)
    assert "Traceback" not in text
    await stage.people.post(stage.jonas, "still here")

    async def heard() -> bool:
        return bool(core.events)

    await until(heard)
    assert isinstance(core.events[0], MessagePosted)


async def test_there_is_one_endpoint_and_a_health_check(stage: SlackStage) -> None:
    home = f"http://127.0.0.1:{stage.platform.port}"
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{home}/health") as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True})
        for path in ("/", "/slack/install", "/slack/oauth_redirect", "/slack/events"):
            async with http.get(home + path) as answer:
                assert answer.status in (404, 405)


async def test_a_port_in_use_is_told_as_a_setting() -> None:
    async with open_slack() as slack:
        space, _, _ = workspace(slack)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            settings = SlackSettings(transport="http", api_url=slack.url, port=taken.getsockname()[1])
            secrets = Secrets(space.token, "", slack.signing_secret)
            platform = SlackPlatform(settings, secrets, Ports(ValuesInMemory()))
            with pytest.raises(ConfigError, match="cannot be opened"):
                await platform.run(ScriptedCore())


async def test_tokens_that_slack_does_not_take_end_the_bot_with_a_word(core: ScriptedCore) -> None:
    async with open_slack() as slack:
        space, _, _ = workspace(slack)
        space.token = "xoxb-revoked"
        good, space.token = space.token, "xoxb-other"
        slack.app_token, kept = "xapp-other", slack.app_token
        settings = SlackSettings(api_url=slack.url)
        for secrets, name in (
            (Secrets(good, kept), "STANDFIRST_SLACK_BOT_TOKEN"),
            (Secrets(space.token, kept), "STANDFIRST_SLACK_APP_TOKEN"),
        ):
            platform = SlackPlatform(settings, secrets, Ports(ValuesInMemory()))
            with pytest.raises(ConfigError, match=name) as told:
                await platform.run(core)
            assert "xoxb" not in str(told.value)


async def test_both_ways_in_name_a_message_alike(core: ScriptedCore) -> None:
    values = ValuesInMemory()
    async with open_slack() as slack:
        space, users, channels = workspace(slack)
        from tests.adapters.slack.loopback.people import People

        people = People(slack, space, channels["newsroom"])
        async with running(slack, space, core, values):
            message = await people.post(users["jonas"], "look")
        async with running(slack, space, core, values, http=True):
            event = message.json() | {"channel_type": "channel", "channel": channels["newsroom"].id}
            await people.event({**event, "event_ts": message.ts}, "message.channels", channels["newsroom"])

            async def twice() -> bool:
                return len(core.events) == 2

            await until(twice)
    assert len({event.event_id for event in core.events}) == 1
