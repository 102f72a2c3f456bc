"""The manifest asks for what the code uses, and for nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from adapters.slack.listeners import HEARD
from adapters.slack.scopes import COMMANDS, EVENTS, SCOPES, SHORTCUTS
from bot.services.commands import MESSAGE_COMMANDS
from tests.adapters.slack.loopback.methods import METHODS

ADAPTER = Path(__file__).parents[3] / "adapters" / "slack"
MANIFEST = (ADAPTER / "manifest.yaml").read_text(encoding="utf-8")
NEEDS = {
    "app_mention": "app_mentions:read",
    "channel_deleted": "channels:read",
    "channel_left": "channels:read",
    "group_deleted": "groups:read",
    "group_left": "groups:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "reaction_added": "reactions:read",
    "app_home_opened": "",
    "app_uninstalled": "",
    "tokens_revoked": "",
}
"""The scope that Slack wants for each event."""


def listed(key: str) -> list[str]:
    """The plain items under `key:` in the manifest."""
    found = re.search(rf"^( *){key}:\n((?:\1 +- .*\n)+)", MANIFEST, re.MULTILINE)
    assert found
    return [line.strip().removeprefix("- ") for line in found[2].splitlines()]


def called() -> set[str]:
    """The Web API's methods that the adapter calls."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in ADAPTER.glob("*.py"))
    names = {name.replace("_", ".") for name in METHODS} | set(METHODS)
    spoken = {name: re.sub(r"[.]", "_", re.sub(r"(?<!^)(?=[A-Z])", "", name)) for name in names if "." in name}
    return {name for name, python in spoken.items() if re.search(rf"\.{python}\(", text)}


def test_scopes_and_events_are_those_of_the_code() -> None:
    assert listed("bot") == sorted(SCOPES)
    assert listed("bot_events") == sorted(EVENTS)


def test_every_event_that_is_heard_is_subscribed_to() -> None:
    subscribed = {event.partition(".")[0] for event in EVENTS}
    assert subscribed == {*HEARD, "app_home_opened", "app_uninstalled", "tokens_revoked"}


def test_each_scope_is_needed_and_none_is_missing() -> None:
    needed = {NEEDS[event] for event in EVENTS} - {""} | {"commands"}
    for method in called():
        needed.update(METHODS[method].scopes)
    assert needed == set(SCOPES)
    assert {"chat.postMessage", "users.info", "conversations.replies"} <= called()


def test_commands_and_menus_are_those_of_the_code() -> None:
    assert tuple(re.findall(r"- command: (\S+)", MANIFEST)) == COMMANDS
    assert {
        callback: kind for kind, callback in re.findall(r"type: (\w+)\n +callback_id: (\w+)", MANIFEST)
    } == SHORTCUTS
    assert {each.action for each in MESSAGE_COMMANDS} == {name for name, kind in SHORTCUTS.items() if kind == "message"}


def test_every_scope_is_explained() -> None:
    explained = (ADAPTER.parents[1] / "docs" / "slack.md").read_text(encoding="utf-8")
    for name in (*SCOPES, *EVENTS):
        assert f"`{name}`" in explained
