"""The doctor names each token, scope and event that is missing, and how to mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.slack.doctor import examined
from adapters.slack.secrets import Secrets, read
from adapters.slack.settings import SlackSettings
from bot.chat import Finding
from tests.adapters.slack.loopback import open_slack
from tests.adapters.slack.stage import secrets_of, workspace
from tests.fakes import ValuesInMemory


def bad(findings: object) -> list[str]:
    assert isinstance(findings, list)
    return [each.what for each in findings if isinstance(each, Finding) and each.state == "bad"]


async def test_a_good_set_up_is_good() -> None:
    async with open_slack() as slack:
        space, _, _ = workspace(slack)
        secrets = replace(secrets_of(slack, space), config_token="xoxe-1", app_id="A1")
        findings = await examined(SlackSettings(api_url=slack.url), secrets, ValuesInMemory())
    assert {each.state for each in findings} == {"good"}


async def test_each_missing_scope_and_event_is_named() -> None:
    async with open_slack() as slack:
        space, _, _ = workspace(slack)
        space.scopes -= {"reactions:read", "mpim:history"}
        slack.events -= {"reaction_added", "message.mpim"}
        secrets = replace(secrets_of(slack, space), config_token="xoxe-1", app_id="A1")
        findings = await examined(SlackSettings(api_url=slack.url), secrets, ValuesInMemory())
    assert set(bad(findings)) == {
        "slack scope reactions:read",
        "slack scope mpim:history",
        "slack event reaction_added",
        "slack event message.mpim",
    }
    assert all(each.fix for each in findings if each.state == "bad")
    assert "xoxb" not in str(findings)


async def test_refused_tokens_are_told_apart() -> None:
    async with open_slack() as slack:
        space, _, _ = workspace(slack)
        settings = SlackSettings(api_url=slack.url)
        wrong = await examined(settings, replace(secrets_of(slack, space), bot_token="xoxb-no"), ValuesInMemory())
        assert bad(wrong) == ["slack token"]
        wrong = await examined(settings, replace(secrets_of(slack, space), app_token="xapp-no"), ValuesInMemory())
        assert bad(wrong) == ["slack sockets"]


@pytest.mark.parametrize(
    ("env", "variable"),
    [
        ({}, "STANDFIRST_SLACK_APP_TOKEN"),
        ({"STANDFIRST_SLACK_APP_TOKEN": "xoxb-swapped"}, "STANDFIRST_SLACK_APP_TOKEN"),
        ({"STANDFIRST_SLACK_APP_TOKEN": "xapp-1"}, "STANDFIRST_SLACK_BOT_TOKEN"),
        ({"STANDFIRST_SLACK_APP_TOKEN": "xapp-1", "STANDFIRST_SLACK_CLIENT_ID": "1"}, "STANDFIRST_SLACK_KEYS"),
    ],
)
async def test_what_is_not_set_is_named(env: dict[str, str], variable: str) -> None:
    findings = await examined(SlackSettings(), read(env), ValuesInMemory())
    assert f"slack {variable}" in bad(list(findings))


async def test_no_slack_to_be_reached_is_said() -> None:
    secrets = Secrets("xoxb-1", "xapp-1")
    findings = await examined(SlackSettings(api_url="http://127.0.0.1:9/api/"), secrets, ValuesInMemory())
    assert "slack" in bad(findings)
