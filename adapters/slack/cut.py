"""Text cut to a length at the end of a sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

_END = re.compile(r"[.!?…。！？]['\"”’»)\]]{0,3}(?=\s|$)")
LEAST = 0.4
"""A cut at a sentence's end may waste so much of the room; then the last whole word is the better end."""


def cut(text: str, room: int) -> str:
    """At most `room` characters of `text`: whole sentences if they fill much of it, else words and an ellipsis."""
    if len(text) <= room:
        return text
    if room < 2:
        return "…"[:room]
    ends = [found.end() for found in _END.finditer(text, 0, room)]
    if ends and ends[-1] >= room * LEAST:
        return text[: ends[-1]]
    head = text[: room - 1]
    ends_a_word = head[-1].isspace() or text[room - 1].isspace()
    whole = head if ends_a_word or " " not in head else head.rsplit(None, 1)[0]
    return f"{whole.rstrip()}…"


def fitted(text: str, room: int, render: Callable[[str], str]) -> str:
    """As much of `text` as `render` makes at most `room` characters of; rendered. Escapes are longer than the text."""
    length = len(text) if room > 0 else 0
    while len(shown := render(cut(text, length))) > room and length > 0:
        length = min(length - 1, length * room // len(shown))
    return shown if len(shown) <= room else ""
