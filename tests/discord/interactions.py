"""Interactions: how a person's command, press or menu choice reaches the bot, and all ways in which it may answer."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.discord import payloads, rules
from tests.discord.gateway import Gateway
from tests.discord.rest import forget, write
from tests.discord.wire import (
    ALREADY_ACKNOWLEDGED,
    BODY,
    UNKNOWN_INTERACTION,
    UNKNOWN_MESSAGE,
    UNKNOWN_WEBHOOK,
    Wire,
    told,
)
from tests.discord.world import EPHEMERAL, LOADING, Channel, Message, User, permissions, snowflake

Json = dict[str, Any]
PING, COMMAND, COMPONENT, COMPLETION, MODAL = 1, 2, 3, 4, 5
MESSAGE, LATER, UPDATE_LATER, UPDATE, CHOICES, FORM = 4, 5, 6, 7, 8, 9


@dataclass
class Interaction:
    """One that was sent; `acknowledged` is set by the callback, `original` is what its answer stands in."""

    person: User
    channel: Channel
    kind: int
    id: int = field(default_factory=snowflake)
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    pressed: Message | None = None
    original: Message | None = None
    callback: int = 0
    expired: bool = False
    completions: list[Json] = field(default_factory=list)
    form: Json = field(default_factory=dict)
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Interactions:
    wire: Wire
    gateway: Gateway
    sent: dict[str, Interaction] = field(default_factory=dict)

    def routes(self, prefix: str) -> list[web.AbstractRouteDef]:
        hook = prefix + "/webhooks/{app}/{token}"
        return [
            web.post(prefix + "/interactions/{id}/{token}/callback", self.callback),
            web.post(hook, self.follow_up),
            web.patch(hook + "/messages/{message}", self.edit),
            web.delete(hook + "/messages/{message}", self.delete),
        ]

    async def send(self, interaction: Interaction, data: Json, *, installed_by_user: bool = False) -> Interaction:
        """Tell the bot. `installed_by_user`: it is in the person's own apps, not in the guild."""
        self.sent[interaction.token] = interaction
        person, where, bot = interaction.person, interaction.channel, self.wire.world.bot
        payload: Json = {
            "id": str(interaction.id),
            "application_id": str(self.wire.world.application),
            "type": interaction.kind,
            "data": data,
            "channel_id": str(where.id),
            "channel": payloads.channel(where),
            "token": interaction.token,
            "version": 1,
            "locale": "en-US",
            "app_permissions": str(permissions(where, bot)),
            "attachment_size_limit": 10_000_000,
            "entitlements": [],
            "context": 0 if where.guild else 1 if bot in where.people else 2,
            "authorizing_integration_owners": {"1": str(person.id)}
            if installed_by_user
            else {"0": str(where.guild.id if where.guild else 0)},
        }
        if where.guild:
            locale = where.guild.locale
            payload |= {
                "guild_id": str(where.guild.id),
                "guild_locale": locale,
                "guild": {"id": str(where.guild.id), "locale": locale, "features": []},
            }
            payload["member"] = payloads.member(where.guild, person, at=where)
        else:
            payload["user"] = payloads.user(person)
        if interaction.pressed is not None:
            payload["message"] = payloads.message(interaction.pressed)
        guild = where.guild.id if where.guild and not installed_by_user else None
        await self.gateway.dispatch("INTERACTION_CREATE", payload, guild=guild)
        return interaction

    async def callback(self, request: web.Request) -> web.Response:
        known = self.sent.get(request.match_info["token"])
        if known is None or known.expired:
            raise UNKNOWN_INTERACTION
        if known.callback:
            raise ALREADY_ACKNOWLEDGED
        body = request[BODY]
        known.callback = body["type"]
        data = body.get("data") or {}
        match known.callback:
            case 8:
                self.wire.refuse(list(rules.choices(data["choices"])), request.path)
                known.completions = data["choices"]
            case 9:
                known.form = data
            case 4 | 5:
                self._put(known, data, request.path)
            case 7:
                assert known.pressed is not None
                self.wire.refuse(list(rules.message(data)), request.path)
                write(known.pressed, data, may_embed=True)
        if known.callback in (UPDATE_LATER, UPDATE):
            known.original = known.pressed
        known.acknowledged.set()
        about: Json = {"id": str(known.id), "type": known.kind, "activity_instance_id": None}
        if known.original is not None and known.callback in (MESSAGE, LATER):
            about |= {
                "response_message_id": str(known.original.id),
                "response_message_loading": known.callback == LATER,
            }
        return told({"interaction": about})

    def _put(self, known: Interaction, data: Json, path: str) -> None:
        """A first answer or its placeholder, ephemeral or for all."""
        hidden = bool(data.get("flags", 0) & EPHEMERAL)
        answer = Message(known.channel, self.wire.world.bot, only_for=known.person.id if hidden else None)
        answer.command = "command"
        answer.flags = (EPHEMERAL if hidden else 0) | (LOADING if known.callback == LATER else 0)
        if known.callback == MESSAGE:
            self.wire.refuse(list(rules.message(data)), path)
            write(answer, data, may_embed=True)
        known.channel.messages[answer.id] = answer
        known.original = answer

    def _known(self, request: web.Request) -> Interaction:
        known = self.sent.get(request.match_info["token"])
        if known is None or known.expired or not known.callback:
            raise UNKNOWN_WEBHOOK
        return known

    async def follow_up(self, request: web.Request) -> web.Response:
        known, body = self._known(request), request[BODY]
        self.wire.refuse(list(rules.message(body)), request.path)
        waiting = known.original
        if waiting is not None and waiting.flags & LOADING:
            return self._fill(waiting, body)
        hidden = bool(body.get("flags", 0) & EPHEMERAL)
        made = Message(known.channel, self.wire.world.bot, only_for=known.person.id if hidden else None)
        made.flags = EPHEMERAL if hidden else 0
        made.answers = known.original.id if known.original else None
        write(made, body, may_embed=True)
        known.channel.messages[made.id] = made
        return told(payloads.message(made))

    def _fill(self, waiting: Message, body: Json) -> web.Response:
        write(waiting, body, may_embed=True)
        waiting.flags &= ~LOADING
        return told(payloads.message(waiting))

    async def edit(self, request: web.Request) -> web.Response:
        found, body = self._message(request), request[BODY]
        self.wire.refuse(list(rules.message(body)), request.path)
        waiting = bool(found.flags & LOADING)
        self._fill(found, body)
        if not waiting:
            found.edited = datetime.now(UTC).isoformat()
        return told(payloads.message(found))

    async def delete(self, request: web.Request) -> web.Response:
        await forget(self.gateway, found := self._message(request))
        known = self._known(request)
        if known.original is found and found is not known.pressed:
            known.original = None  # the placeholder is gone: what follows is a message of its own
        return web.Response(status=204)

    def _message(self, request: web.Request) -> Message:
        known, name = self._known(request), request.match_info["message"]
        found = known.original if name == "@original" else known.channel.messages.get(int(name))
        if found is None or found.id not in known.channel.messages:
            raise UNKNOWN_MESSAGE
        return found
