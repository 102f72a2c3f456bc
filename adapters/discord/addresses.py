"""Addresses that Discord takes: of the web, well formed, and of Discord's own messages. Pure."""

from __future__ import annotations

import re

import yarl

from bot.chat import MessageRef

LONGEST = 2048
_NOT_IN_ADDRESS = re.compile(r"[\s\0-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_NEVER_BARE = {ord(mark): f"%{ord(mark):02X}" for mark in '"<>\\^`{|}'}
DIRECT = "dm:"
PERSONAL = "user:"
"""Beginnings of a `space` that is no guild: a direct conversation, and the apps of one person."""


def web_address(url: str | None) -> str | None:
    """`url` as Discord takes it, if it is an http(s) address with a host and nothing invisible in it; else None."""
    if not url or len(url) > 4 * LONGEST or _NOT_IN_ADDRESS.search(url):
        return None
    try:
        parsed = yarl.URL(url)
        named = parsed.scheme in ("http", "https") and bool(parsed.host) and parsed.user is None
        whole, bare = str(parsed), str(parsed.with_fragment(None))
    except ValueError:
        return None
    if not named:
        return None
    shown = (whole if len(whole) <= LONGEST else bare).translate(_NEVER_BARE)
    return shown if len(shown) <= LONGEST and shown.isascii() else None


def message_link(ref: MessageRef) -> str | None:
    """Where a message of Discord's is; None for another platform's, and where its guild is not known."""
    place = ref.place
    if place.platform != "discord" or place.space.startswith(PERSONAL):
        return None
    guild = "@me" if place.space.startswith(DIRECT) else place.space
    parts = (guild, place.thread or place.channel, ref.id)
    if not all(part == "@me" or (part.isascii() and part.isdigit()) for part in parts):
        return None
    return "https://discord.com/channels/" + "/".join(parts)
