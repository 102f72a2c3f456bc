"""Pieces of a text: what is kept of it, and the text they make."""

from __future__ import annotations

import re

Spans = tuple[tuple[int, int], ...]
"""(start, end) pieces in order, apart from each other, in characters."""

_BEFORE_MARK = re.compile(r"[,.;:!?)\]”’»]")


def without(spans: Spans, start: int, end: int) -> Spans:
    """`spans` with what lies between `start` and `end` taken out."""
    left: list[tuple[int, int]] = []
    for first, last in spans:
        if last <= start or end <= first:
            left.append((first, last))
            continue
        if first < start:
            left.append((first, start))
        if end < last:
            left.append((end, last))
    return tuple(left)


def joined(text: str, spans: Spans) -> str:
    """The kept pieces as one line: one space where the text had one beside the gap, none before a mark."""
    pieces: list[str] = []
    spaced = False
    for start, end in spans:
        raw = text[start:end]
        piece = raw.strip()
        if not piece:
            spaced = spaced or bool(raw)
            continue
        if pieces and (spaced or raw[0].isspace()) and not _BEFORE_MARK.match(piece):
            pieces.append(" ")
        pieces.append(piece)
        spaced = raw[-1].isspace()
    return "".join(pieces)
