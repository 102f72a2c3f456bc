"""What `standfirst doctor` says of Slack: tokens, and each scope or event that is missing."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Iterator, Sequence

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import LOST, code
from adapters.slack.installations import LOGGER, Installations, ring
from adapters.slack.scopes import EVENTS, SCOPES
from adapters.slack.secrets import Secrets, read, variable, wanting
from adapters.slack.settings import SlackSettings
from adapters.slack.workspaces import Clients, Workspace, ask
from bot.chat import Finding, KeyValue
from bot.errors import ConfigError

Who = Callable[[str], Awaitable[Workspace]]

TIMEOUT = 10.0
LOOKED_AT = 20
"""Workspaces whose tokens are tried, of those that installed the app."""

REINSTALL = "Add it under OAuth & Permissions (or paste adapters/slack/manifest.yaml again) and reinstall the app."


async def check(section: SlackSettings, values: KeyValue) -> Sequence[Finding]:
    return await examined(section, read(os.environ), values)


async def examined(settings: SlackSettings, secrets: Secrets, values: KeyValue) -> Sequence[Finding]:
    lacking = [Finding("bad", f"slack {error.key}", error.problem, error.fix) for error in wanting(settings, secrets)]
    if lacking:
        return lacking
    timeout = aiohttp.ClientTimeout(total=TIMEOUT)
    async with aiohttp.ClientSession(timeout=timeout) as http:

        def client(token: str) -> AsyncWebClient:
            return AsyncWebClient(
                token=token, base_url=settings.api_url, session=http, logger=LOGGER, retry_handlers=[]
            )

        findings = await _workspaces(client, secrets, values)
        if settings.transport == "socket":
            findings.append(await _app_token(client(secrets.app_token)))
        findings += await _events(client(secrets.config_token), secrets)
        return findings


async def _workspaces(client: Clients, secrets: Secrets, values: KeyValue) -> list[Finding]:
    async def who(token: str) -> Workspace:
        return await ask(client(token), token)

    if not secrets.several:
        return await _workspace(who, secrets.bot_token)
    try:
        kept = Installations(values, ring(secrets.keys), who)
    except ConfigError as error:
        return [Finding("bad", f"slack {error.key}", error.problem, error.fix)]
    teams = await kept.teams()
    findings = [Finding("good" if teams else "missing", "slack workspaces", f"{len(teams)} installed the app")]
    for team in teams[:LOOKED_AT]:
        found = await kept.find(team)
        if found is None:
            fix = f"Put the key that it was kept with behind the others in {variable('keys')}."
            findings.append(Finding("bad", f"slack {team}", "its token cannot be read with these keys", fix))
        else:
            findings += await _workspace(who, found.token)
    return findings


async def _workspace(who: Who, token: str) -> list[Finding]:
    """Whose token it is, and the scopes that it lacks, one by one."""
    try:
        space = await who(token)
    except SlackApiError as error:
        fix = "Copy the Bot User OAuth Token again from OAuth & Permissions."
        return [Finding("bad", "slack token", f"Slack does not take it: {code(error)}", fix)]
    except LOST as error:
        return [Finding("bad", "slack", f"it cannot be reached: {str(error)[:100]}", "Check the network and api_url.")]
    good = Finding("good", "slack", f"@{space.bot_name} in {space.name or space.id}")
    return [good, *_scopes(space)]


def _scopes(space: Workspace) -> Iterator[Finding]:
    for scope, reason in SCOPES.items():
        if scope not in space.scopes:
            yield Finding(
                "bad", f"slack scope {scope}", f"missing in {space.name}; with it the bot {reason}", REINSTALL
            )


async def _app_token(client: AsyncWebClient) -> Finding:
    """Slack opens no socket before someone connects, so asking for an address changes nothing."""
    try:
        await client.apps_connections_open(app_token=client.token or "")
    except SlackApiError as error:
        fix = "Make another under Basic Information → App-Level Tokens, with connections:write; switch on Socket Mode."
        return Finding("bad", "slack sockets", f"Slack opens none: {code(error)}", fix)
    except LOST as error:
        return Finding("bad", "slack sockets", f"Slack cannot be reached: {str(error)[:100]}", "Check the network.")
    return Finding("good", "slack sockets", "Slack opens one")


async def _events(client: AsyncWebClient, secrets: Secrets) -> list[Finding]:
    """Slack tells an app's events to its configuration token only."""
    if not (secrets.config_token and secrets.app_id):
        names = f"{variable('config_token')} and {variable('app_id')}"
        fix = f"Set {names} (api.slack.com/apps → Your App Configuration Tokens) to have them checked."
        return [Finding("missing", "slack events", "not looked at", fix)]
    try:
        told = await client.api_call("apps.manifest.export", params={"app_id": secrets.app_id})
    except SlackApiError as error:
        fix = "Configuration tokens are good for twelve hours: make another."
        return [Finding("missing", "slack events", f"Slack does not show them: {code(error)}", fix)]
    except LOST as error:
        return [Finding("missing", "slack events", f"Slack cannot be reached: {str(error)[:100]}", "Try again.")]
    settings = (told.get("manifest") or {}).get("settings") or {}
    there = set((settings.get("event_subscriptions") or {}).get("bot_events") or ())
    fix = "Add it under Event Subscriptions → Subscribe to bot events, or paste adapters/slack/manifest.yaml again."
    lacking = [
        Finding("bad", f"slack event {event}", f"not subscribed to; with it the bot has: {reason}", fix)
        for event, reason in EVENTS.items()
        if event not in there
    ]
    return lacking or [Finding("good", "slack events", f"all {len(EVENTS)} subscribed to")]
