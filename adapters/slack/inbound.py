"""What Slack says, as what it means to the core. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.slack.raw import plain

Json = Mapping[str, Any]

WRITTEN = frozenset({"", "bot_message", "file_share", "me_message", "thread_broadcast"})
"""Subtypes of messages that someone wrote; the others tell of joins, topics, pins."""

EMOJI = {"newspaper": "📰", "rolled_up_newspaper": "🗞️", "eyes": "👀", "mag": "🔍", "bookmark": "🔖"}
"""Reactions by Slack's names for them."""

CONVERTED = {"channel_convert_to_private": "group", "channel_convert_to_public": "channel"}


@dataclass(frozen=True, slots=True)
class Posted:
    """`by` is a person's id, empty where an app wrote it; then `name` is the app's."""

    channel: str
    kind: str
    ts: str
    thread: str | None
    by: str
    name: str
    text: str
    automated: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Edited:
    """`at` is the moment of this edit."""

    message: Posted
    at: str


@dataclass(frozen=True, slots=True)
class Deleted:
    channel: str
    kind: str
    ts: str
    thread: str | None


@dataclass(frozen=True, slots=True)
class Converted:
    """A channel is of another kind now."""

    channel: str
    kind: str
    ts: str


def meaning(event: Json, bot_user: str, bot_id: str) -> Posted | Edited | Deleted | Converted | None:
    """What an event of type `message` or `app_mention` says. None: nothing to the bot, or of its own."""
    subtype, channel = str(event.get("subtype") or ""), str(event.get("channel", ""))
    kind = str(event.get("channel_type") or "")
    if subtype in CONVERTED:
        return Converted(channel, CONVERTED[subtype], str(event["ts"]))
    if subtype == "message_deleted":
        gone = event.get("previous_message") or {}
        return None if _own(gone, bot_user, bot_id) else _deleted(gone, channel, kind, str(event["deleted_ts"]))
    if subtype == "message_changed":
        return _changed(event, channel, kind, bot_user, bot_id)
    if subtype not in WRITTEN or _own(event, bot_user, bot_id):
        return None
    return posted(event, channel, kind, bot_user)


def _changed(event: Json, channel: str, kind: str, bot_user: str, bot_id: str) -> Edited | Deleted | None:
    """Previews and answers change a message too; only other words are an edit. A tombstone stands where a message
    with answers was."""
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    if _own(now, bot_user, bot_id) or _own(before, bot_user, bot_id):
        return None
    if now.get("subtype") == "tombstone":
        return _deleted(before or now, channel, kind, str(now["ts"]))
    if words_of(now) == words_of(before) or str(now.get("subtype") or "") not in WRITTEN:
        return None
    at = str((now.get("edited") or {}).get("ts") or event.get("ts"))
    return Edited(posted(now, channel, kind, bot_user), at)


def _deleted(gone: Json, channel: str, kind: str, ts: str) -> Deleted:
    return Deleted(channel, kind, ts, thread_of(gone))


def posted(message: Json, channel: str, kind: str, bot_user: str) -> Posted:
    raw, app = words_of(message), str(message.get("bot_id") or "")
    profile = message.get("bot_profile") or {}
    name = str(message.get("username") or profile.get("name") or app)
    by = "" if app else str(message.get("user") or "")
    named = kind == "im" or bool(re.search(rf"<@{bot_user}[|>]", raw))
    ts = str(message["ts"])
    text = plain(raw, bot_user)
    return Posted(channel, kind, ts, thread_of(message), by, name, text, bool(app) or not by, named)


def _own(message: Json, bot_user: str, bot_id: str) -> bool:
    return message.get("user") == bot_user or (bool(bot_id) and message.get("bot_id") == bot_id)


def thread_of(message: Json) -> str | None:
    """The message that a thread hangs on; None in the channel itself, where that message stands."""
    thread = message.get("thread_ts")
    return str(thread) if thread and thread != message.get("ts", message.get("message_ts")) else None


def words_of(message: Json) -> str:
    """What a message says, raw. Many apps write into blocks or attachments alone."""
    text = str(message.get("text") or "")
    if text or not message.get("bot_id"):
        return text
    parts = [str((block.get("text") or {}).get("text") or "") for block in message.get("blocks") or ()]
    for each in message.get("attachments") or ():
        parts += [str(each.get(key) or "") for key in ("pretext", "title", "title_link", "text", "from_url")]
    return "\n".join(part for part in parts if part)


def button(action: Json) -> tuple[str, str]:
    """The action and value that `render` put into a button."""
    return str(action.get("action_id", "")).partition(":")[2], str(action.get("value") or "")
