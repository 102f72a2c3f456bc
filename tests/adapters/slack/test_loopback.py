"""The loopback Slack is as strict as Slack, asked by the real client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.render import message
from tests.adapters.slack.loopback import Channel, Slack, Workspace, open_slack
from tests.adapters.slack.stage import workspace
from tests.contract.platform_contract import BRIEFING

LINE = {"type": "section", "text": {"type": "mrkdwn", "text": "words"}}


@dataclass
class Client:
    slack: Slack
    space: Workspace
    newsroom: Channel
    web: AsyncWebClient

    async def refused(self, method: str, **args: Any) -> str:
        with pytest.raises(SlackApiError) as refusal:
            await self.web.api_call(method, json={"channel": self.newsroom.id, **args})
        return str(refusal.value.response["error"])


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with open_slack() as slack:
        space, _, channels = workspace(slack)
        yield Client(slack, space, channels["newsroom"], AsyncWebClient(space.token, base_url=slack.url))


@pytest.mark.parametrize(
    "blocks",
    [
        [LINE] * 51,
        [{"type": "carousel"}],
        [{"type": "section"}],
        [LINE | {"colour": "red"}],
        [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}],
        [{"type": "section", "text": {"type": "mrkdwn", "text": ""}}],
        [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}],
        [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
        [{"type": "section", "fields": [LINE["text"]] * 11}],
        [{"type": "image", "image_url": "https://a.example/p.jpg"}],
        [{"type": "input", "label": {"type": "plain_text", "text": "x"}, "element": {"type": "plain_text_input"}}],
        [{"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "x" * 76}}]}],
        [{"type": "context", "elements": [LINE["text"]] * 11}],
    ],
)
async def test_blocks_that_slack_refuses_are_refused(client: Client, blocks: list[Any]) -> None:
    assert await client.refused("chat.postMessage", text="x", blocks=blocks) == "invalid_blocks"
    assert not client.newsroom.messages


async def test_a_message_needs_words_and_not_too_many(client: Client) -> None:
    long = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}
    assert await client.refused("chat.postMessage") == "no_text"
    assert await client.refused("chat.postMessage", text="x" * 40_001) == "msg_too_long"
    assert await client.refused("chat.postMessage", text="x", blocks=[long] * 5) == "msg_blocks_too_long"
    assert await client.refused("chat.postMessage", text="x", colour="red") == "invalid_arguments"
    assert await client.refused("chat.postMessage", text="x", thread_ts="1.1") == "thread_not_found"


async def test_who_may_not_write_is_told_why(client: Client) -> None:
    client.newsroom.archived = True
    assert await client.refused("chat.postMessage", text="x") == "is_archived"
    client.newsroom.members.discard(client.space.bot_user)
    assert await client.refused("chat.postMessage", text="x") == "not_in_channel"
    assert await client.refused("chat.postMessage", text="x", channel="CNONE") == "channel_not_found"
    client.space.scopes.discard("chat:write")
    assert await client.refused("chat.postMessage", text="x") == "missing_scope"
    client.space.token = "xoxb-other"
    assert await client.refused("chat.postMessage", text="x") == "invalid_auth"


async def test_a_form_body_does_as_well_as_json(client: Client) -> None:
    shown = message(BRIEFING)
    await client.web.api_call(
        "chat.postMessage", data={"channel": client.newsroom.id, "text": shown.text, "unfurl_links": "false"}
    )
    [posted] = client.newsroom.messages.values()
    assert posted.text == shown.text


async def test_nobody_elses_message_can_be_changed(client: Client) -> None:
    from tests.adapters.slack.loopback import Message

    other = client.slack.add(client.newsroom, Message("1.1", "U1", "mine"))
    assert await client.refused("chat.update", ts=other.ts, text="yours") == "cant_update_message"
    assert await client.refused("chat.delete", ts=other.ts) == "cant_delete_message"
