"""What the bot needs, and which of it is missing where. Pure over the cache."""

from __future__ import annotations

import discord

INVITED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    embed_links=True,
    read_message_history=True,
)
"""All that the invite link asks for. Manage Messages, for hiding Discord's own previews, is for whoever wants that."""

NAMES = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "create_public_threads": "Create Public Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
    "manage_messages": "Manage Messages",
}
"""As Discord's own settings call them."""

INVITE = "https://discord.com/oauth2/authorize?client_id={app}&permissions={bits}&scope=bot+applications.commands"


def invite(application: int | str) -> str:
    return INVITE.format(app=application, bits=INVITED.value)


def named(permissions: discord.Permissions) -> list[str]:
    """The names of the set ones, in the order of `NAMES`."""
    return [name for key, name in NAMES.items() if getattr(permissions, key)]


def lacking(channel: object, me: discord.Member | None, *, thread: bool = False) -> str:
    """The first permission that is missing to answer in `channel` (`thread`: in a new thread there); empty if none.

    A channel that is not in the cache is tried, and Discord has the last word.
    """
    at = channel.parent if isinstance(channel, discord.Thread) else channel
    if me is None or not isinstance(at, discord.abc.GuildChannel):
        return ""
    may = at.permissions_for(me)
    speak = "send_messages_in_threads" if thread or isinstance(channel, discord.Thread) else "send_messages"
    for key in ("view_channel", *(("create_public_threads",) if thread else ()), speak, "embed_links"):
        if not getattr(may, key):
            return NAMES[key]
    return ""
