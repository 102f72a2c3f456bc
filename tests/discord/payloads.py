"""The world as Discord writes it down: what goes over the gateway and comes back from REST."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.discord.world import (
    ALL,
    DM,
    FORUM,
    GROUP,
    THREADS,
    Channel,
    Guild,
    Message,
    Role,
    User,
    World,
    permissions,
)

Json = dict[str, Any]
JOINED = "2026-01-05T08:00:00+00:00"


def when(snowflake: int) -> str:
    return datetime.fromtimestamp(((snowflake >> 22) + 1_420_070_400_000) / 1000, UTC).isoformat()


def user(of: User) -> Json:
    return {
        "id": str(of.id),
        "username": of.name.lower().replace(" ", "."),
        "global_name": None if of.bot else of.name,
        "discriminator": "0",
        "avatar": None,
        "bot": of.bot,
    }


def member(guild: Guild, of: User, *, at: Channel | None = None) -> Json:
    """`at` adds what interactions say: the person's permissions in that channel."""
    told: Json = {
        "user": user(of),
        "nick": None,
        "roles": [str(role) for role in guild.members.get(of.id, [])],
        "joined_at": JOINED,
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    if at is not None:
        told["permissions"] = str(permissions(at, of))
    return told


def role(of: Role, position: int) -> Json:
    return {
        "id": str(of.id),
        "name": of.name,
        "permissions": str(of.permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel(of: Channel) -> Json:
    told: Json = {"id": str(of.id), "type": of.kind, "name": of.name, "flags": 0, "last_message_id": None}
    if of.kind in (DM, GROUP):
        return {**told, "recipients": [user(person) for person in of.people if not person.bot]}
    assert of.guild is not None
    told |= {"guild_id": str(of.guild.id), "position": 0, "nsfw": False, "parent_id": None}
    if of.kind in THREADS:
        assert of.parent is not None
        times = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": when(of.id), "locked": False}
        counts = {"message_count": len(of.messages), "member_count": 1, "total_message_sent": len(of.messages)}
        return (
            told | {"parent_id": str(of.parent.id), "owner_id": str(of.guild.owner), "thread_metadata": times} | counts
        )
    if of.kind == FORUM:
        told |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None, "topic": None}
        told |= {"default_forum_layout": 0, "default_thread_rate_limit_per_user": 0}
    return told | {
        "permission_overwrites": [
            {"id": str(o.id), "type": o.kind, "allow": str(o.allow), "deny": str(o.deny)} for o in of.overwrites
        ],
        "topic": None,
        "rate_limit_per_user": 0,
        "bitrate": 64000,
        "user_limit": 0,
        "rtc_region": None,
    }


def guild(of: Guild, bot: User) -> Json:
    """A GUILD_CREATE."""
    if of.unavailable:
        return {"id": str(of.id), "unavailable": True}
    parts = list(of.channels.values())
    return {
        "id": str(of.id),
        "name": of.name,
        "owner_id": str(of.owner),
        "preferred_locale": of.locale,
        "roles": [role(each, number) for number, each in enumerate(of.roles)],
        "channels": [channel(each) for each in parts if each.kind not in THREADS],
        "threads": [channel(each) for each in parts if each.kind in THREADS],
        "members": [member(of, bot)],
        "member_count": len(of.members),
        "unavailable": False,
        "emojis": [],
        "stickers": [],
        "features": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "large": False,
        "joined_at": JOINED,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "system_channel_flags": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
    }


def message(of: Message, *, readable: bool = True) -> Json:
    """`readable` False: what a bot without the message content intent gets to see."""
    told: Json = {
        "id": str(of.id),
        "channel_id": str(of.channel.id),
        "type": 19 if of.answers else 20 if of.command else 0,
        "author": user(of.author),
        "content": of.content if readable else "",
        "timestamp": when(of.id),
        "edited_timestamp": of.edited,
        "tts": False,
        "mention_everyone": False,
        "mentions": [user(each) for each in of.mentions],
        "mention_roles": [],
        "attachments": of.attachments if readable else [],
        "embeds": of.embeds if readable else [],
        "components": of.components if readable else [],
        "pinned": False,
        "flags": of.flags,
    }
    if of.answers:
        told["message_reference"] = {"type": 0, "channel_id": str(of.channel.id), "message_id": str(of.answers)}
    if of.webhook:
        told["webhook_id"] = str(of.webhook)
    if of.nonce:
        told["nonce"] = of.nonce
    return told


def event(of: Message, *, readable: bool = True) -> Json:
    """The same as the gateway tells it: with the guild and the author's membership."""
    told = message(of, readable=readable)
    guild_of = of.channel.guild
    if guild_of:
        told["guild_id"] = str(guild_of.id)
        if of.author.id in guild_of.members and not of.webhook:
            told["member"] = {k: v for k, v in member(guild_of, of.author).items() if k != "user"}
    return told


def application(world: World) -> Json:
    limited = (1 << 19) if world.approved & (1 << 15) else 0
    return {
        "id": str(world.application),
        "name": world.bot.name,
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": limited,
        "owner": user(world.bot),
        "team": None,
        "summary": "",
        "rpc_origins": [],
        "integration_types_config": {"0": {}, "1": {}},
    }


def base_permissions(of: Guild, person: User) -> int:
    """What a guild's list says of the person: roles alone."""
    if person.id == of.owner:
        return ALL
    held = of.members.get(person.id, [])
    out = 0
    for each in of.roles:
        if each.id == of.id or each.id in held:
            out |= each.permissions
    return out
