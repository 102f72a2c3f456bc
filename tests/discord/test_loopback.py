"""The loopback Discord refuses what Discord refuses: its rules, and Discord's own description where it is at hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.discord import rules, schema
from tests.discord.world import EVERYONE, MANAGE_MESSAGES, SEND, VIEW, Overwrite, Role, User, World, permissions

Json = dict[str, Any]
QUIET: Json = {"allowed_mentions": {"parse": []}}
BUTTON: Json = {"type": 2, "style": 2, "label": "Go", "custom_id": "go"}


def row(*buttons: Json) -> Json:
    return {"type": 1, "components": list(buttons)}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"content": "x" * 2001}, "longer than 2000"),
        ({"content": "x", "colour": 1}, "unknown key colour"),
        ({"content": "x", "allowed_mentions": None}, "no allowed_mentions"),
        ({"content": "x", "allowed_mentions": {"parse": ["everyone"]}}, "may be pinged"),
        ({"content": "x", "allowed_mentions": {"parse": [], "replied_user": True}}, "may be pinged"),
        ({"embeds": [{"title": "x" * 257}]}, "embed.title is longer"),
        ({"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]}, "more than 6000"),
        ({"embeds": [{"title": "x", "url": "javascript:alert(1)"}]}, "not a well formed URL"),
        ({"embeds": [{"fields": [{"name": "x", "value": " "}]}]}, "empty or too long"),
        ({"components": [row(BUTTON)] * 6}, "more than 5 rows"),
        ({"components": [row(*[BUTTON] * 6)]}, "no row of 1 to 5"),
        ({"components": [row(BUTTON, BUTTON)]}, "two components of one custom id"),
        ({"components": [row({**BUTTON, "label": "x" * 81})]}, "longer than 80"),
        ({"components": [row({**BUTTON, "custom_id": "x" * 101})]}, "longer than 100"),
        ({"nonce": "x" * 26}, "nonce is longer"),
    ],
)
def test_a_message_against_the_rules(body: Json, problem: str) -> None:
    assert any(problem in each for each in rules.message({**QUIET, **body}))


def test_emoji_count_as_discord_counts_them() -> None:
    assert list(rules.message({**QUIET, "content": "👩" * 1000})) == []
    assert any("2000" in each for each in rules.message({**QUIET, "content": "👩" * 1001}))


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ({"name": "Brief", "description": "x"}, "name 'Brief' is none"),
        ({"name": "brief", "description": ""}, "empty or longer than 100"),
        ({"name": "brief", "description": "x", "icon": 1}, "unknown key command.icon"),
        ({"name": "x" * 33, "type": 3}, "named or described wrongly"),
    ],
)
def test_a_command_against_the_rules(command: Json, problem: str) -> None:
    assert any(problem in each for each in rules.commands([command]))


@pytest.mark.parametrize(
    ("method", "path", "body", "right"),
    [
        ("POST", "/channels/1/messages", {"content": "x"}, True),
        ("POST", "/channels/1/messages", {"content": 7}, False),
        ("POST", "/channels/1/messages", {"embeds": [{"title": "x", "color": "red"}]}, False),
        ("POST", "/interactions/1/abc/callback", {"type": 5, "data": {"flags": 64}}, True),
        ("POST", "/interactions/1/abc/callback", {"type": 99}, False),
        ("PUT", "/applications/1/commands", [{"name": "brief", "description": "x"}], True),
        ("PUT", "/applications/1/commands", [{"description": "x"}], False),
        ("POST", "/channels/1/no-such-thing", {}, False),
    ],
)
def test_discords_own_description(method: str, path: str, body: object, right: bool) -> None:
    if not schema.is_here():
        pytest.skip(schema.MISSING)
    assert (list(schema.problems(method, path, body)) == []) is right


def test_who_may_do_what() -> None:
    world = World()
    guild = world.guild("Harbour")
    channel = world.channel(guild, "newsroom")
    jonas = world.join(guild, User("Jonas"))
    mod = world.join(guild, User("Aiko"), Role("Moderators", MANAGE_MESSAGES))
    assert permissions(channel, jonas) == EVERYONE
    assert permissions(channel, mod) == EVERYONE | MANAGE_MESSAGES
    channel.overwrites = [Overwrite(guild.id, 0, deny=VIEW), Overwrite(jonas.id, 1, allow=VIEW, deny=SEND)]
    assert permissions(channel, mod) == 0
    assert permissions(channel, jonas) == EVERYONE & ~SEND
    assert permissions(channel, User("A stranger")) == 0
