"""Forms drawn from the table of commands: a command's options become a modal's fields. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.slack.cut import fitted
from adapters.slack.mrkdwn import words
from adapters.slack.render import Json, context, one_line, plain
from bot.chat import Checked, CommandSpec, OptionSpec

CALLBACK, WHERE, TYPED = "form", "where", "typed"
TITLE, LABEL, HINT, SAID = 24, 100, 300, 500
CHOICES, CHOICE = 100, 75
CHANNEL = {"es": "Canal", "fr": "Canal"}
"""What Slack itself calls a channel, where it is no “channel”."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form holds: `command` is its name, `values` what is typed by option, `channel` where it shall count."""

    command: str
    values: Mapping[str, str]
    channel: str


def part(commands: Sequence[CommandSpec], name: str) -> CommandSpec | None:
    """The command that an event calls `name`, which may be a part of one: `topics follow`."""
    first, _, rest = name.partition(" ")
    spec = next((spec for spec in commands if spec.name == first), None)
    if spec is None or not rest:
        return None if spec and spec.parts else spec
    return next((each for each in spec.parts if each.name == rest), None)


def form(
    name: str, spec: CommandSpec, channel: str = "", said: Mapping[str, Checked] | None = None, locale: str = ""
) -> Json:
    """A modal for `spec`, which is already in the reader's language. `said` is what the core says of values so far."""
    blocks: list[Json] = []
    for option in spec.options:
        if not option.file:
            blocks.append(_field(option))
            if said and option.name in said and said[option.name].text:
                blocks.append(_said(option.name, said[option.name]))
    blocks.append(_where(channel, locale))
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": json.dumps({"command": name, "channel": channel}),
        "title": label(TITLE, f"/{name}"),
        "submit": label(TITLE, spec.label, name.rpartition(" ")[2]),
        "blocks": blocks,
    }


def _field(option: OptionSpec) -> Json:
    block: Json = {
        "type": "input",
        "block_id": option.name,
        "label": label(LABEL, option.label, option.name),
        "hint": label(HINT, option.help, option.name),
        "optional": not option.required,
    }
    if option.choices:
        choices = [
            {"text": label(CHOICE, each.label, each.value), "value": each.value} for each in option.choices[:CHOICES]
        ]
        return block | {"element": {"type": "static_select", "action_id": TYPED, "options": choices}}
    element: Json = {
        "type": "plain_text_input",
        "action_id": TYPED,
        "max_length": 1000,
        "dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]},
    }
    return block | {"element": element, "dispatch_action": True}


def label(room: int, *candidates: str) -> Json:
    """The first of `candidates` that says anything, with a capital."""
    said = next((line for each in candidates if (line := one_line(each))), "…")
    return plain(said[:1].upper() + said[1:], room)


def _said(name: str, checked: Checked) -> Json:
    mark = "✓" if checked.ok else "✗"
    return context(f"{mark} {fitted(checked.text, SAID, words)}") | {"block_id": f"said-{name}"}


def _where(channel: str, locale: str) -> Json:
    chosen = {"initial_conversation": channel} if channel else {"default_to_current_conversation": True}
    element: Json = {"type": "conversations_select", "action_id": TYPED, "response_url_enabled": True, **chosen}
    return {
        "type": "input",
        "block_id": WHERE,
        "label": label(LABEL, CHANNEL.get(locale[:2], "Channel")),
        "element": element,
    }


def filled(view: Mapping[str, Any]) -> Filled:
    """What people typed into a form so far."""
    kept = json.loads(view.get("private_metadata") or "{}")
    values: dict[str, str] = {}
    for block, fields in ((view.get("state") or {}).get("values") or {}).items():
        for field in fields.values():
            option = field.get("selected_option") or {}
            value = field.get("value") or option.get("value") or field.get("selected_conversation") or ""
            values[str(block)] = str(value).strip()
    channel = values.pop(WHERE, "") or str(kept.get("channel") or "")
    return Filled(str(kept.get("command") or ""), {name: value for name, value in values.items() if value}, channel)
