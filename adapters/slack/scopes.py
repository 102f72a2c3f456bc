"""What the app asks a workspace for, each with its reason; the manifest, the install page and the doctor go by it."""

from __future__ import annotations

from collections.abc import Mapping

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "answers where it is addressed by name",
    "channels:history": "sees links in public channels that it was invited to, and their edits and deletions",
    "channels:read": "knows whether a channel is public, and who made it",
    "chat:write": "answers",
    "commands": "/brief, /who, /topics, /standfirst and the entries in a message's menu",
    "groups:history": "the same in private channels that it was invited to",
    "groups:read": "knows that a channel is private, so that nothing of it shows elsewhere",
    "im:history": "answers in its own conversation with a person",
    "mpim:history": "answers in group conversations that it was added to",
    "reactions:read": "briefs a message that gets a newspaper as a reaction",
    "users:read": "names who shared a link first, speaks their language, knows who administers the workspace",
}

EVENTS: Mapping[str, str] = {
    "app_home_opened": "draws its home page",
    "app_mention": "answers where it is addressed by name",
    "app_uninstalled": "deletes what it keeps of the workspace",
    "channel_deleted": "deletes what it keeps of the channel",
    "channel_left": "deletes what it keeps of the channel",
    "group_deleted": "deletes what it keeps of the channel",
    "group_left": "deletes what it keeps of the channel",
    "message.channels": "links in public channels",
    "message.groups": "links in private channels",
    "message.im": "its own conversation with a person",
    "message.mpim": "group conversations",
    "reaction_added": "a newspaper as a reaction asks for a briefing",
    "tokens_revoked": "deletes what it keeps of the workspace",
}

COMMANDS = ("/brief", "/who", "/topics", "/standfirst")

SHORTCUTS: Mapping[str, str] = {"brief": "message", "who": "message", "follow": "global"}
"""Entries of menus by callback id, and whose menu each is in."""
