"""discord.py's client, with what it hears handed on as events. Nothing is decided here."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord
import structlog

from adapters.discord import inbound
from adapters.discord.answering import Answering
from adapters.discord.census import Census
from adapters.discord.errors import Failure
from adapters.discord.outlets import Outlet
from adapters.discord.places import place_of
from adapters.discord.settings import DiscordSettings
from bot.chat import Core, Event, Place, PlaceRemoved

FAR = 30.0
"""Seconds. discord.py waits for shorter pauses itself; a longer one is told to whoever sends."""


def intents(settings: DiscordSettings) -> discord.Intents:
    """No members, no presences: they are privileged, and the bot asks for neither."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    wanted.guild_reactions = wanted.dm_reactions = True
    wanted.message_content = settings.message_content
    return wanted


def options(settings: DiscordSettings, ready_after: float) -> dict[str, Any]:
    """The caches hold guilds, roles and channels: messages and members are not kept at all."""
    return {
        "intents": intents(settings),
        "max_messages": None,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "allowed_mentions": discord.AllowedMentions.none(),
        "max_ratelimit_timeout": FAR,
        "guild_ready_timeout": ready_after,
        "shard_count": settings.shard_count or None,
        "shard_ids": list(settings.shard_ids) or None,
        "enable_raw_presences": False,
    }


@dataclass(frozen=True, slots=True)
class Hands:
    """What acts on what is heard: events go to `answering` and out by `outlet`; interactions bring their own way.

    `was_taken`: whether the bot itself took a message back, which is no event.
    """

    answering: Answering
    outlet: Outlet
    was_taken: Callable[[int], bool]
    interact: Callable[[discord.Interaction], Awaitable[None]]


class Ears(discord.AutoShardedClient):
    """`hands` are set before the client connects: they need the client themselves."""

    hands: Hands

    def __init__(self, settings: DiscordSettings, core: Core, census: Census, *, ready_after: float) -> None:
        super().__init__(**options(settings, ready_after))
        self._core, self._census = core, census

    async def tell(self, event: Event | None) -> None:
        if event is not None:
            self.hands.answering.begin(self.hands.answering.answer(event, self.hands.outlet))

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        await self.hands.interact(interaction)

    async def on_message(self, message: discord.Message) -> None:
        assert self.user is not None
        await self.tell(inbound.posted(message, self.user))

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        assert self.user is not None
        await self.tell(inbound.edited(payload.message, self.user, discord.utils.utcnow()))

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        if self.hands.was_taken(payload.message_id):
            return
        if place := await self._place(payload.channel_id, payload.guild_id):
            await self.tell(inbound.deleted(place, payload.message_id))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        if place := await self._place(payload.channel_id, payload.guild_id):
            for message in sorted(payload.message_ids):
                await self.tell(inbound.deleted(place, message))

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Only what the core listens for is looked up: a reaction comes without the words it stands under."""
        assert self.user is not None
        if inbound.emoji(payload) not in self._core.listens_for or payload.user_id == self.user.id:
            return
        channel = self.get_channel(payload.channel_id) or self.get_partial_messageable(payload.channel_id)
        if not isinstance(channel, discord.abc.Messageable):
            return
        try:
            message = await channel.fetch_message(payload.message_id)
        except Failure as error:
            structlog.get_logger().info("discord_reaction_unread", channel=payload.channel_id, error=str(error))
            return
        await self.tell(inbound.reacted(payload, message, self.user))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._count(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        await self._count(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.tell(await self._census.leave(guild.id, secrets.token_hex(4)))

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        await self._count(channel.guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._count(channel.guild)

    async def on_guild_channel_update(self, _: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        await self._count(after.guild)

    async def on_guild_role_update(self, _: discord.Role, after: discord.Role) -> None:
        if after.is_default():
            await self._count(after.guild)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        place = Place("discord", str(payload.guild_id), str(payload.parent_id), str(payload.thread_id))
        await self.tell(PlaceRemoved(f"discord:gone:{payload.thread_id}", place))

    async def on_shard_ready(self, shard: int) -> None:
        """All guilds of this shard are known: those that were there once and are not now have put the bot out."""
        stamp = secrets.token_hex(4)
        for guild in self._census.missing([guild.id for guild in self.guilds], shard, self.shard_count or 1):
            await self.tell(await self._census.leave(guild, stamp))
        structlog.get_logger().info("discord_shard_ready", shard=shard, guilds=len(self.guilds))

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        structlog.get_logger().exception("discord_event_failed", event_kind=event_method)

    async def _count(self, guild: discord.Guild) -> None:
        if guild.unavailable:
            return
        for event in await self._census.take(guild, secrets.token_hex(4)):
            await self.tell(event)

    async def _place(self, channel: int, guild: int | None) -> Place | None:
        """Of a channel that may not be in the cache: an archived thread is asked for; one that is gone is None."""
        if guild is None:
            return place_of(discord.Object(channel), None)  # type: ignore[arg-type] # only its number counts there
        known = self.get_guild(guild)
        if known is None:
            return None
        if place := self._census.place(known, channel):
            return place
        try:
            found = await known.fetch_channel(channel)
        except Failure:
            return None
        return place_of(found, known)
