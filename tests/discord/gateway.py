"""The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, RECONNECT, INVALID_SESSION and close codes."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord import payloads
from tests.discord.world import DM, GROUP, Channel, Message, World, permissions

Json = dict[str, Any]
GUILDS, GUILD_MESSAGES, GUILD_REACTIONS, DIRECT_MESSAGES, DIRECT_REACTIONS, CONTENT = (
    1 << 0,
    1 << 9,
    1 << 10,
    1 << 12,
    1 << 13,
    1 << 15,
)
PRIVILEGED = (1 << 1) | (1 << 8) | CONTENT
BAD_TOKEN, NOT_APPROVED, SESSION_GONE = 4004, 4014, 4009


@dataclass
class Session:
    """One shard's session; it outlives its socket, and what it missed is kept for RESUME."""

    shard: tuple[int, int]
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    sent: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    begun: float = field(default_factory=time.perf_counter)

    def wants(self, guild: int | None) -> bool:
        number, count = self.shard
        return number == ((guild >> 22) % count if guild else 0)

    async def tell(self, kind: str, data: Json) -> None:
        self.sent.append({"op": 0, "s": len(self.sent) + 1, "t": kind, "d": data})
        if self.socket is not None and not self.socket.closed:
            await self.socket.send_json(self.sent[-1])


@dataclass
class Gateway:
    """`heard` is what clients sent; `advertised` what REST names as the gateway, where that is another."""

    world: World
    url: Callable[[], str]
    heartbeat: float = 30.0
    advertised: str = ""
    sessions: dict[str, Session] = field(default_factory=dict)
    heard: list[Json] = field(default_factory=list)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": int(self.heartbeat * 1000)}})
        session: Session | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            said: Json = frame.json()
            self.heard.append(said)
            match said["op"]:
                case 1:
                    await socket.send_json({"op": 11})
                case 2:
                    session = await self._identify(socket, said["d"])
                case 6:
                    session = await self._resume(socket, said["d"])
        if session is not None and session.socket is socket:
            session.socket = None
        return socket

    async def _identify(self, socket: web.WebSocketResponse, asked: Json) -> Session | None:
        if asked["token"] != self.world.token:
            await socket.close(code=BAD_TOKEN)
            return None
        if asked["intents"] & PRIVILEGED & ~self.world.approved:
            await socket.close(code=NOT_APPROVED)
            return None
        session = Session(tuple(asked.get("shard", (0, 1))), asked["intents"], socket=socket)
        self.sessions[session.id] = session
        mine = [guild for guild in self.world.guilds.values() if session.wants(guild.id)]
        ready = {
            "v": 10,
            "user": payloads.user(self.world.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in mine],
            "session_id": session.id,
            "resume_gateway_url": self.url(),
            "shard": list(session.shard),
            "application": {"id": str(self.world.application), "flags": 0},
        }
        await session.tell("READY", ready)
        for guild in mine:
            await session.tell("GUILD_CREATE", payloads.guild(guild, self.world.bot))
        return session

    async def _resume(self, socket: web.WebSocketResponse, asked: Json) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if session is None:
            await socket.send_json({"op": 9, "d": False})
            return None
        session.socket = socket
        for missed in session.sent[asked["seq"] :]:
            await socket.send_json(missed)
        await session.tell("RESUMED", {})
        return session

    async def dispatch(self, kind: str, data: Json, *, guild: int | None, intent: int = 0) -> None:
        for session in self._live(guild, intent):
            await session.tell(kind, data)

    async def message(self, kind: str, message: Message) -> None:
        """A MESSAGE_CREATE or MESSAGE_UPDATE, without its words for a bot that may not read them."""
        where = message.channel
        intent = DIRECT_MESSAGES if where.guild is None else GUILD_MESSAGES
        if not permissions(where, self.world.bot):
            return
        for session in self._live(where.guild.id if where.guild else None, intent):
            await session.tell(kind, payloads.event(message, readable=self._readable(session, message)))

    def _readable(self, session: Session, message: Message) -> bool:
        addressed = message.author.id == self.world.bot.id or self.world.bot in message.mentions
        return addressed or message.channel.kind in (DM, GROUP) or bool(session.intents & CONTENT)

    def reads_content(self) -> bool:
        return bool(self.world.approved & CONTENT) and any(s.intents & CONTENT for s in self.sessions.values())

    def _live(self, guild: int | None, intent: int) -> Iterator[Session]:
        for session in list(self.sessions.values()):
            if session.wants(guild) and (not intent or session.intents & intent):
                yield session

    async def reconnect(self) -> None:
        """Ask every client to come back (op 7)."""
        for session in self.sessions.values():
            if session.socket is not None:
                await session.socket.send_json({"op": 7, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9: the sessions are void, unless `resumable`."""
        for session in list(self.sessions.values()):
            if session.socket is not None:
                await session.socket.send_json({"op": 9, "d": resumable})
            if not resumable:
                self.sessions.pop(session.id)

    async def drop(self, code: int | None = None) -> None:
        """Break every line: with a close code, or as a cable that is pulled."""
        for session in self.sessions.values():
            socket, session.socket = session.socket, None
            if socket is not None and code is not None:
                await socket.close(code=code)
            elif socket is not None:
                assert socket._req is not None
                transport = socket._req.transport
                if transport is not None:
                    transport.abort()


def intent_of(channel: Channel) -> int:
    return DIRECT_REACTIONS if channel.guild is None else GUILD_REACTIONS
