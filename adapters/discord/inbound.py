"""What the gateway tells of messages, as events of the core. Pure over discord.py's objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import discord

from adapters.discord.places import place_of, rights, speaker
from bot.chat import MessageDeleted, MessageEdited, MessagePosted, MessageRef, Place, ReactionAdded

VARIATION = "\ufe0f"
FRESH = timedelta(minutes=15)
"""How late an edit may arrive, after a line that was down."""


def posted(message: discord.Message, me: discord.ClientUser) -> MessagePosted | None:
    """None for the bot's own words and for what Discord itself says: joins, pins, boosts."""
    if message.author.id == me.id or message.is_system():
        return None
    place = place_of(message.channel, message.guild)
    return MessagePosted(
        f"discord:message:{message.id}",
        MessageRef(place, str(message.id)),
        speaker(message.author, rights(message.channel, message.author), own=place.direct),
        written(message, me),
        automated=is_automated(message),
        named=is_named(message, me),
        locale=locale(message.guild),
    )


def edited(message: discord.Message, me: discord.ClientUser, now: datetime) -> MessageEdited | None:
    """An edit by its author. Discord says the same of its own previews and of pins, which change no words: None, as for
    a message that was edited long ago and changes in some such way now."""
    event = posted(message, me)
    if event is None or message.edited_at is None or now - message.edited_at > FRESH:
        return None
    stamp = int(message.edited_at.timestamp() * 1000)
    return MessageEdited(
        f"discord:edit:{message.id}:{stamp}",
        event.ref,
        event.speaker,
        event.text,
        event.automated,
        event.named,
        event.locale,
    )


def deleted(place: Place, message: int) -> MessageDeleted:
    return MessageDeleted(f"discord:delete:{message}", MessageRef(place, str(message)))


def reacted(
    payload: discord.RawReactionActionEvent, message: discord.Message, me: discord.ClientUser
) -> ReactionAdded | None:
    """`message` is the one that was reacted to, with its words. In a direct conversation only one's own counts."""
    person = payload.member or (message.author if message.author.id == payload.user_id else None)
    if person is None:
        return None
    place = place_of(message.channel, message.guild)
    return ReactionAdded(
        f"discord:reaction:{message.id}:{payload.user_id}:{emoji(payload)}",
        MessageRef(place, str(message.id)),
        speaker(person, rights(message.channel, person), own=place.direct),
        emoji(payload),
        written(message, me),
        automated=is_automated(message),
        locale=locale(message.guild),
        author=speaker(message.author, rights(message.channel, message.author)),
    )


def emoji(payload: discord.RawReactionActionEvent) -> str:
    """The character; empty for a server's own emoji."""
    return (payload.emoji.name or "").replace(VARIATION, "") if payload.emoji.is_unicode_emoji() else ""


def is_automated(message: discord.Message) -> bool:
    """By a bot, a webhook, or copied from a channel that this one follows."""
    return message.author.bot or message.webhook_id is not None or message.flags.is_crossposted


def is_named(message: discord.Message, me: discord.ClientUser) -> bool:
    """Addressed in the text itself: a reply to the bot pings it too, but asks nothing."""
    by_role = message.guild.self_role if message.guild else None
    named = f"<@{me.id}>" in message.content or f"<@!{me.id}>" in message.content
    return named or (by_role is not None and f"<@&{by_role.id}>" in message.content)


def written(message: discord.Message, me: discord.ClientUser) -> str:
    """The words of a message: its own, those of what it forwards, and for a program those of its embeds."""
    parts = [message.content, *(snapshot.content for snapshot in message.message_snapshots)]
    if is_automated(message) or not any(parts):
        parts += [words_of_embed(embed.to_dict()) for embed in message.embeds]
    text = "\n".join(part for part in parts if part)
    return text.replace(f"<@{me.id}>", "").replace(f"<@!{me.id}>", "").strip()


def words_of(raw: Mapping[str, Any], me: discord.ClientUser) -> str:
    """The same for a message as an interaction brings it."""
    snapshots = [each.get("message", {}) for each in raw.get("message_snapshots") or ()]
    parts = [raw.get("content", ""), *(each.get("content", "") for each in snapshots)]
    if (raw.get("author") or {}).get("bot") or raw.get("webhook_id") or not any(parts):
        embeds: Sequence[Mapping[str, Any]] = raw.get("embeds") or ()
        parts += [words_of_embed(embed) for embed in embeds]
    return "\n".join(part for part in parts if part).replace(f"<@{me.id}>", "").strip()


def words_of_embed(embed: Mapping[str, Any]) -> str:
    return "\n".join(str(embed[key]) for key in ("url", "title", "description") if embed.get(key))


def locale(guild: discord.Guild | None) -> str:
    return str(guild.preferred_locale) if guild is not None else ""
