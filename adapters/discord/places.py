"""Where something happened on Discord, who may read it there, and what its author may do. Pure over the cache."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord

from adapters.discord.addresses import DIRECT, PERSONAL
from bot.chat import Place, Speaker

PLATFORM = "discord"


def place_of(channel: discord.abc.Messageable | discord.abc.GuildChannel, guild: discord.Guild | None) -> Place:
    """The place of any channel that messages stand in. What is not known to be open counts as private."""
    number = str(getattr(channel, "id", 0))
    if guild is None:
        return Place(PLATFORM, DIRECT + number, number, direct=True, private=True)
    if isinstance(channel, discord.Thread):
        return Place(PLATFORM, str(guild.id), str(channel.parent_id), number, private=is_private(channel, guild))
    return Place(PLATFORM, str(guild.id), number, private=is_private(channel, guild))


def personal(user: int, channel: int) -> Place:
    """Where one person uses the app from their own list, in a space that the bot is no member of."""
    return Place(PLATFORM, f"{PERSONAL}{user}", str(channel), private=True)


def is_private(channel: object, guild: discord.Guild) -> bool:
    """Whether some members of the guild may not read the channel."""
    if isinstance(channel, discord.Thread):
        if channel.is_private():
            return True
        channel = channel.parent
    if not isinstance(channel, discord.abc.GuildChannel):
        return True
    return not channel.permissions_for(guild.default_role).view_channel


def rights(channel: object, member: object) -> discord.Permissions:
    """What a person may do in a channel; nothing where that cannot be told."""
    if isinstance(member, discord.Member):
        at = channel.parent if isinstance(channel, discord.Thread) else channel
        if isinstance(at, discord.abc.GuildChannel):
            return at.permissions_for(member)
    return discord.Permissions.none()


def speaker(user: discord.abc.User, may: discord.Permissions, *, own: bool = False) -> Speaker:
    """`own`: a direct conversation, which is theirs to set up."""
    rights = (own or may.manage_channels, own or may.manage_messages, own or may.manage_guild)
    return Speaker(PLATFORM, str(user.id), user.display_name or user.name, *rights)


def author_of(raw: Mapping[str, Any]) -> Speaker | None:
    """Who wrote a message, as an interaction brings it; their rights are not told."""
    author = raw.get("author") or {}
    name = author.get("global_name") or author.get("username") or ""
    return Speaker(PLATFORM, str(author["id"]), name) if author.get("id") else None


def target(place: Place) -> int:
    """The channel or thread that messages of `place` stand in."""
    return int(place.thread or place.channel)


def guild_id(place: Place) -> int | None:
    return int(place.space) if place.space.isdigit() else None
