"""Code in a message, as chats mark it: between backticks, inline or in blocks."""

from __future__ import annotations

import re
from bisect import bisect_right

_TICKS = re.compile(r"`+")
_BLOCK = 3


def without_code(text: str) -> str:
    """`text` with every piece of code blanked out, so that all other offsets stay.

    A run of backticks ends at the next run of the same length; one or two of them on the same line only.
    Backticks without a partner are ordinary characters.
    """
    runs = [(run.start(), run.end()) for run in _TICKS.finditer(text)]
    starts: dict[int, list[int]] = {}
    for start, end in runs:
        starts.setdefault(end - start, []).append(start)
    pieces: list[str] = []
    done = 0
    for start, end in runs:
        length = end - start
        if start < done or (closing := _next(starts[length], start)) is None:
            continue
        if length < _BLOCK and text.find("\n", end, closing) >= 0:
            continue
        pieces += [text[done:start], " " * (closing + length - start)]
        done = closing + length
    return "".join(pieces) + text[done:]


def _next(places: list[int], after: int) -> int | None:
    index = bisect_right(places, after)
    return places[index] if index < len(places) else None
