"""REST: messages, edits, threads, reactions, channels, commands and who the bot is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.discord import payloads, rules
from tests.discord.gateway import Gateway
from tests.discord.wire import (
    BODY,
    CANNOT_MESSAGE,
    EMPTY_MESSAGE,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    THREAD_EXISTS,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    Wire,
    told,
)
from tests.discord.world import (
    EMBED,
    GROUP,
    HISTORY,
    MANAGE_MESSAGES,
    PUBLIC_THREAD,
    PUBLIC_THREADS,
    SEND,
    SUPPRESS_EMBEDS,
    TEXT,
    THREAD_SEND,
    THREADS,
    VIEW,
    Channel,
    Message,
    permissions,
)

Json = dict[str, Any]


@dataclass
class Rest:
    wire: Wire
    gateway: Gateway

    def routes(self, prefix: str) -> list[web.AbstractRouteDef]:
        at = prefix + "/channels/{channel}"
        return [
            web.get(f"{prefix}/gateway/bot", self.gateway_bot),
            web.get(f"{prefix}/users/@me", self.me),
            web.get(f"{prefix}/users/@me/guilds", self.my_guilds),
            web.post(f"{prefix}/users/@me/channels", self.open_direct),
            web.get(f"{prefix}/oauth2/applications/@me", self.application),
            web.get(f"{prefix}/applications/@me", self.application),
            web.get(at, self.channel),
            web.post(f"{at}/typing", self.typing),
            web.post(f"{at}/messages", self.create),
            web.get(f"{at}/messages/{{message}}", self.message),
            web.patch(f"{at}/messages/{{message}}", self.edit),
            web.delete(f"{at}/messages/{{message}}", self.delete),
            web.post(f"{at}/messages/{{message}}/threads", self.thread),
        ]

    @property
    def world(self) -> Any:
        return self.wire.world

    async def gateway_bot(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1000, "max_concurrency": 1}
        return told({"url": self.gateway.advertised or self.gateway.url(), "shards": 1, "session_start_limit": limit})

    async def me(self, _: web.Request) -> web.Response:
        return told(payloads.user(self.world.bot))

    async def my_guilds(self, _: web.Request) -> web.Response:
        guilds = [
            {
                "id": str(guild.id),
                "name": guild.name,
                "icon": None,
                "banner": None,
                "owner": False,
                "features": [],
                "permissions": str(payloads.base_permissions(guild, self.world.bot)),
            }
            for guild in self.world.guilds.values()
        ]
        return told(guilds)

    async def application(self, _: web.Request) -> web.Response:
        return told(payloads.application(self.world))

    async def open_direct(self, request: web.Request) -> web.Response:
        person = self.world.people.get(int(request[BODY]["recipient_id"]))
        if person is None:
            raise CANNOT_MESSAGE
        return told(payloads.channel(self.world.direct_with(person)))

    async def channel(self, request: web.Request) -> web.Response:
        return told(payloads.channel(self._channel(request, VIEW)))

    async def typing(self, request: web.Request) -> web.Response:
        self._channel(request, SEND)
        return web.Response(status=204)

    async def message(self, request: web.Request) -> web.Response:
        found = self._message(request, self._channel(request, HISTORY))
        readable = found.channel.guild is None or self.gateway.reads_content() or found.author is self.world.bot
        return told(payloads.message(found, readable=readable))

    async def create(self, request: web.Request) -> web.Response:
        where, body = self._channel(request, VIEW), request[BODY]
        self.wire.refuse(list(rules.message(body)), request.path)
        if where.guild is None and not where.people[0].accepts_messages:
            raise CANNOT_MESSAGE
        mine = permissions(where, self.world.bot)
        if not mine & (THREAD_SEND if where.kind in THREADS else SEND):
            raise MISSING_PERMISSIONS
        answers = int((body.get("message_reference") or {}).get("message_id") or 0)
        if answers and not mine & HISTORY:
            raise MISSING_PERMISSIONS
        if answers and answers not in where.messages and body["message_reference"].get("fail_if_not_exists", True):
            raise UNKNOWN_MESSAGE
        nonce = body.get("nonce")
        if nonce and body.get("enforce_nonce"):
            for known in where.messages.values():
                if known.nonce == nonce:
                    return told(payloads.message(known))
        made = Message(where, self.world.bot, answers=answers if answers in where.messages else None, nonce=nonce)
        write(made, body, may_embed=bool(mine & EMBED))
        where.messages[made.id] = made
        await self.gateway.message("MESSAGE_CREATE", made)
        return told(payloads.message(made))

    async def edit(self, request: web.Request) -> web.Response:
        where, body = self._channel(request, VIEW), request[BODY]
        found = self._message(request, where)
        if found.author is not self.world.bot:
            if set(body) - {"flags", "tts"} or not permissions(where, self.world.bot) & MANAGE_MESSAGES:
                raise MISSING_PERMISSIONS
            found.flags = body["flags"] & SUPPRESS_EMBEDS
            return told(payloads.message(found))
        self.wire.refuse(list(rules.message(body)), request.path)
        write(found, body, may_embed=bool(permissions(where, self.world.bot) & EMBED))
        found.edited = datetime.now(UTC).isoformat()
        await self.gateway.message("MESSAGE_UPDATE", found)
        return told(payloads.message(found))

    async def delete(self, request: web.Request) -> web.Response:
        where = self._channel(request, VIEW)
        found = self._message(request, where)
        if found.author is not self.world.bot and not permissions(where, self.world.bot) & MANAGE_MESSAGES:
            raise MISSING_PERMISSIONS
        await forget(self.gateway, found)
        return web.Response(status=204)

    async def thread(self, request: web.Request) -> web.Response:
        where = self._channel(request, VIEW)
        found = self._message(request, where)
        if not permissions(where, self.world.bot) & PUBLIC_THREADS:
            raise MISSING_PERMISSIONS
        assert where.guild is not None
        if found.id in where.guild.channels:
            raise THREAD_EXISTS
        made = Channel(request[BODY]["name"], PUBLIC_THREAD, found.id, where.guild, where)
        where.guild.channels[made.id] = made
        await self.gateway.dispatch("THREAD_CREATE", payloads.channel(made), guild=where.guild.id, intent=1)
        return told(payloads.channel(made), status=201)

    def _channel(self, request: web.Request, needed: int) -> Channel:
        found: Channel | None = self.world.find(int(request.match_info["channel"]))
        if found is None or found.kind == GROUP:
            raise UNKNOWN_CHANNEL if found is None else MISSING_ACCESS
        mine = permissions(found, self.world.bot)
        if not mine & VIEW:
            raise MISSING_ACCESS
        if not mine & needed:
            raise MISSING_PERMISSIONS
        return found

    def _message(self, request: web.Request, where: Channel) -> Message:
        found = where.messages.get(int(request.match_info["message"]))
        if found is None or found.only_for:
            raise UNKNOWN_MESSAGE
        return found


def write(message: Message, body: Json, *, may_embed: bool) -> None:
    """Put a body's words into a message. Without the permission embeds are dropped, as Discord drops them."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = list(body["embeds"] or []) if may_embed else []
    if "components" in body:
        message.components = list(body["components"] or [])
    if not (message.content or message.embeds or message.components or message.attachments):
        raise EMPTY_MESSAGE


async def forget(gateway: Gateway, message: Message) -> None:
    where = message.channel
    where.messages.pop(message.id, None)
    guild = where.guild.id if where.guild else None
    about = {"id": str(message.id), "channel_id": str(where.id), **({"guild_id": str(guild)} if guild else {})}
    if not message.only_for:
        await gateway.dispatch("MESSAGE_DELETE", about, guild=guild, intent=(1 << 9) if guild else (1 << 12))


__all__ = ["TEXT", "Rest", "forget", "write"]
