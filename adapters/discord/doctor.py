"""What `standfirst doctor` says of the Discord app: its token, intent, scopes and permissions, and how to invite it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from typing import Any

import aiohttp
import discord

from adapters.discord.errors import PORTAL, no_token, token_refused
from adapters.discord.permissions import INVITED, invite, named
from adapters.discord.settings import TOKEN_VARIABLE, DiscordSettings
from bot.chat import Finding, KeyValue
from bot.errors import ConfigError

READS_MESSAGES = (1 << 18) | (1 << 19)
"""The app's flags for Message Content Intent: of a large app, and of one in fewer than a hundred servers."""

PERSONAL = "1"
DEADLINE = aiohttp.ClientTimeout(total=10)
MOST_GUILDS = 10
Json = dict[str, Any]


class Refused(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


async def check(section: DiscordSettings, _: KeyValue) -> Sequence[Finding]:
    """Asks Discord, changes nothing. Never raises for what can be a finding."""
    token = os.environ.get(TOKEN_VARIABLE, "").strip()
    if not token:
        return [of(no_token())]
    headers = {"Authorization": f"Bot {token}", "User-Agent": "DiscordBot (standfirst, doctor)"}
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=DEADLINE) as session:
            return [finding async for finding in _findings(Api(session, section.api_url), section)]
    except Refused as refused:
        if refused.status == 401:
            return [of(token_refused())]
        return [Finding("bad", "Discord", f"it answered with status {refused.status}", "Try again later.")]
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        fix = "Check this machine's way to the internet, and discord.api_url."
        return [Finding("bad", "Discord", f"it cannot be reached ({type(error).__name__})", fix)]


class Api:
    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session, self._base = session, base.rstrip("/")

    async def get(self, path: str) -> Any:
        """Raises `Refused`."""
        async with self._session.get(self._base + path) as answer:
            if answer.status != 200:
                raise Refused(answer.status)
            return await answer.json(content_type=None)


async def _findings(api: Api, section: DiscordSettings) -> AsyncIterator[Finding]:
    app: Json = await api.get("/applications/@me")
    yield Finding("good", "Discord token", f"of the app {app['name']} ({app['id']})")
    yield _intent(app, section)
    yield _personal(app)
    yield await _commands(api, app)
    guilds: list[Json] = await api.get("/users/@me/guilds")
    if not guilds:
        yield Finding("missing", "servers", "the app is in none", f"Invite it: {invite(app['id'])}")
    else:
        yield Finding("good", "servers", str(len(guilds)))
    for guild in guilds[:MOST_GUILDS]:
        async for finding in _guild(api, app, guild):
            yield finding
    yield Finding("good", "invite link", invite(app["id"]))


def _intent(app: Json, section: DiscordSettings) -> Finding:
    allowed = bool(int(app.get("flags") or 0) & READS_MESSAGES)
    what = "Message Content Intent"
    if section.message_content and not allowed:
        fix = f"Switch it on on the app's Bot page at {PORTAL}, or set discord.message_content to false."
        return Finding("bad", what, "it is off, and discord.message_content wants it", fix)
    if section.mode != "off" and not section.message_content:
        fix = "Set discord.message_content to true, or discord.mode to off."
        return Finding("bad", what, f"discord.mode is {section.mode}, but the bot does not ask to read messages", fix)
    if not section.message_content:
        return Finding("good", what, "not asked for: commands and menus only")
    return Finding("good", what, "on")


def _personal(app: Json) -> Finding:
    if PERSONAL in (app.get("integration_types_config") or {}):
        return Finding("good", "user install", "people may add the app for themselves")
    fix = f"Tick User Install on the app's Installation page at {PORTAL}, if people shall use it everywhere."
    return Finding("missing", "user install", "the app can be added to servers only", fix)


async def _commands(api: Api, app: Json) -> Finding:
    found = await api.get(f"/applications/{app['id']}/commands")
    told = f"{len(found)} registered" if found else "none yet; the first start registers them"
    return Finding("good", "commands", told)


async def _guild(api: Api, app: Json, guild: Json) -> AsyncIterator[Finding]:
    """What is missing in a server as a whole; a channel may deny more."""
    what = f"server {guild['name']}"
    mine = discord.Permissions(int(guild["permissions"]))
    lacks = named(discord.Permissions(0 if mine.administrator else INVITED.value & ~mine.value))
    if lacks:
        fix = f"Give them to its role, or invite it again: {invite(app['id'])}"
        yield Finding("bad", what, f"permissions are missing: {', '.join(lacks)}", fix)
    try:
        await api.get(f"/applications/{app['id']}/guilds/{guild['id']}/commands")
    except Refused as refused:
        if refused.status != 403:
            raise
        fix = f"Invite it again with that scope: {invite(app['id'])}"
        yield Finding("bad", what, "the scope applications.commands is missing, so there are no commands", fix)


def of(error: ConfigError) -> Finding:
    return Finding("bad", error.key, error.problem, error.fix)
