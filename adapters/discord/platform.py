"""The Discord app as a `chat.Platform`: keeps one client running, and gives it up only for what a person must mend."""

from __future__ import annotations

import asyncio
import contextlib
import os

import discord
import structlog
import yarl

from adapters.discord.answering import Answering
from adapters.discord.census import Census
from adapters.discord.client import Ears, Hands
from adapters.discord.commands import register
from adapters.discord.errors import hopeless, no_token
from adapters.discord.interacting import Interacting
from adapters.discord.outlets import InChannel
from adapters.discord.places import PLATFORM
from adapters.discord.sending import Sender
from adapters.discord.settings import GATEWAY, TOKEN_VARIABLE, DiscordSettings
from bot.chat import Core, MessageRef, Ports, Reply
from bot.errors import ConfigError, SendLater

PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before a client that failed is replaced, the first times and from then on."""

NOT_YET = 5.0
STEADY = 600.0
"""A client that ran for so many seconds was well: the next failure is a first one."""


class DiscordPlatform:
    """`ready_after`: how long after the last guild the gateway counts as ready, in seconds."""

    name = PLATFORM

    def __init__(
        self,
        settings: DiscordSettings,
        ports: Ports,
        token: str,
        *,
        ready_after: float = 2.0,
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        self._settings, self._values, self._token = settings, ports.values, token
        self._ready_after, self._pauses = ready_after, pauses
        self._client: Ears | None = None
        self._sender: Sender | None = None
        self._answering: Answering | None = None
        self._running: asyncio.Task[None] | None = None
        self._closed = asyncio.Event()

    @property
    def client(self) -> Ears | None:
        """The client that is logged in, if one is."""
        return self._client

    async def run(self, core: Core) -> None:
        """Raises `ConfigError` where Discord refuses the token, an intent or the shards."""
        use(self._settings)
        failures = 0
        while not self._closed.is_set():
            began = asyncio.get_running_loop().time()
            self._running = asyncio.create_task(self._run_client(core))
            error = (await asyncio.gather(self._running, return_exceptions=True))[0]
            if self._closed.is_set():
                return
            if isinstance(error, BaseException) and (config := hopeless(error)):
                raise config from error
            failures = 1 if asyncio.get_running_loop().time() - began > STEADY else failures + 1
            pause = self._pauses[min(failures, len(self._pauses)) - 1]
            structlog.get_logger().error("discord_client_ended", again_in=pause, exc_info=error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), pause)

    async def _run_client(self, core: Core) -> None:
        """One client, from login to its end. Once it is logged in replies may go out."""
        census = Census(self._values)
        await census.load()
        client = Ears(self._settings, core, census, ready_after=self._ready_after)
        sender = Sender(client, self._values)
        in_channel = InChannel(sender, tell_directly=self._settings.tell_directly)
        self._answering = Answering(core, sender)
        interacting = Interacting(core, self._values, sender, self._answering, in_channel)
        client.hands = Hands(self._answering, in_channel, sender.was_taken, interacting.heard)
        try:
            async with client:
                await client.login(self._token)
                await self._count_shards(client)
                await register(client, core, self._values, self._settings.guilds)
                self._client, self._sender = client, sender
                await client.connect()
        finally:
            self._client = self._sender = None
            await self._answering.close()

    async def _count_shards(self, client: Ears) -> None:
        """Discord names its own gateway together with the number of shards; where another is set, only that counts."""
        if self._settings.gateway_url != GATEWAY and client.shard_count is None:
            client.shard_count, _, _ = await client.http.get_bot_gateway()

    async def send(self, reply: Reply) -> MessageRef:
        sender = self._ready()
        return await (sender.direct(reply) if reply.private_to else sender.send(reply))

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        await self._ready().edit(ref, reply)

    async def delete(self, ref: MessageRef) -> None:
        await self._ready().delete(ref)

    async def close(self) -> None:
        self._closed.set()
        if self._answering is not None:
            await self._answering.close()
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    def _ready(self) -> Sender:
        if self._sender is None:
            raise SendLater(NOT_YET)
        return self._sender


def use(settings: DiscordSettings) -> None:
    """Point discord.py at the settings' addresses: it keeps them on its classes, one pair for the process."""
    discord.http.Route.BASE = settings.api_url.rstrip("/")
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice here, so nothing to warn of


def open_platform(settings: DiscordSettings, ports: Ports) -> DiscordPlatform:
    """Raises `ConfigError` where there is no token, or shards are named of which there are not that many."""
    if any(shard >= settings.shard_count for shard in settings.shard_ids):
        fix = "Set shard_count to how many there are in all; shard_ids begin with 0."
        raise ConfigError("discord.shard_ids", "they do not fit shard_count", fix)
    token = os.environ.get(TOKEN_VARIABLE, "").strip()
    if not token:
        raise no_token()
    return DiscordPlatform(settings, ports, token)
