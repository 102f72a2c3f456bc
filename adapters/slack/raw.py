"""Slack's raw spelling of a message, as the words that people see. Pure.

Slack hands over `<https://…>`, `<https://…|label>`, `<@U1>`, `<#C1|name>` and escapes `&`, `<` and `>`. What someone
types in pointed brackets arrives escaped, and so is told apart from Slack's own.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"<([^<>\n]*)>")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
_ENTITY = re.compile(r"&(amp|lt|gt);")


def plain(raw: str, bot_user: str = "") -> str:
    """`raw` as plain text: addresses stand bare, the bot's own name is left out."""
    found, at = [], 0
    for mark in _MARK.finditer(raw):
        found += [unescaped(raw[at : mark.start()]), _meant(mark[1], bot_user)]
        at = mark.end()
    return "".join([*found, unescaped(raw[at:])])


def unescaped(text: str) -> str:
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[1]], text)


def _meant(inside: str, bot_user: str) -> str:
    target, _, label = inside.partition("|")
    target, label = unescaped(target), unescaped(label)
    match target[:1]:
        case "@":
            return "" if bot_user and target == f"@{bot_user}" else f"@{(label or target[1:]).lstrip('@')}"
        case "#":
            return f"#{label or target[1:]}"
        case "!":
            return label or f"@{target[1:].partition('^')[0]}"
        case _:
            return _link(target, label)


def _link(target: str, label: str) -> str:
    """The address; before it its label, where that says something else."""
    if target.startswith("mailto:"):
        return label or target.removeprefix("mailto:")
    return target if not label or label in target else f"{label} {target}"
