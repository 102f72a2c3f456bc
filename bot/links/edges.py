"""Where a bare link ends: chats glue punctuation, brackets, quotes and emphasis to it."""

from __future__ import annotations

import re

_INVISIBLE = "\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_QUOTES = '"`“”„‟«»‹›‘’‚‛'
_EAST_ASIAN = "。、，．！？；：｡､（）「」『』【】〔〕〖〗《》〈〉［］｛｝｢｣…‥～｜"
_OTHER_STOPS = "،؛؟۔।॥"

_PLAIN = re.compile(rf"[^\s<>\\()\[\]{{}}|'{_INVISIBLE}{_QUOTES}{_EAST_ASIAN}{_OTHER_STOPS}]*")
"""Characters that never end a link. The marks that sometimes do are looked at one by one, so none is read twice."""

_CLOSING = {")": "(", "]": "[", "}": "{"}
_OPENING = frozenset(_CLOSING.values())
_ENDS_AT_NEXT = "'|"
"""After one of these the link ends at the next one: `'https://…'`, a table's cell."""

_TRAILING = ".,;:!?*'([{—–|"
_EMPHASIS = re.compile(r"[*_~]+\Z")
_LOOK_BACK = 8


def link_end(text: str, start: int) -> tuple[int, int]:
    """Where the link that begins at `start` ends, and where to look for the next one."""
    end = beyond = _run_end(text, start)
    strip = _TRAILING + _emphasis(text, start)
    while end > start and text[end - 1] in strip:
        end -= 1
    return end, max(beyond, start + 1)


def _run_end(text: str, start: int) -> int:
    """Up to a character no link has, or a closing bracket that the link did not open: `Bridge_(1890)` stays whole."""
    opened = dict.fromkeys(_OPENING, 0)
    before = text[start - 1 : start]
    place = start
    while True:
        place = _end_of_plain(text, place)
        mark = text[place : place + 1]
        if not mark or (mark == before and mark in _ENDS_AT_NEXT):
            return place
        if mark in _OPENING:
            opened[mark] += 1
        elif mark in _CLOSING and opened[_CLOSING[mark]]:
            opened[_CLOSING[mark]] -= 1
        elif mark not in _ENDS_AT_NEXT or text.startswith("||", place):
            return place
        place += 1


def _end_of_plain(text: str, place: int) -> int:
    run = _PLAIN.match(text, place)
    return run.end() if run else place


def _emphasis(text: str, start: int) -> str:
    """The marks right before the link: what surrounds it, such as `_` or `~~`, closes after it."""
    found = _EMPHASIS.search(text[max(0, start - _LOOK_BACK) : start])
    return found[0] if found else ""
