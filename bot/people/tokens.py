"""A sentence as tokens with their places. Clitics and stops stand apart; initials and abbreviations keep theirs."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|Sgt|Rev|Hon|Fr|Sra?|Mme|Mlle)\."
    r"|[^\W\d_]\.(?=[\s\-][^\W\d_])"  # J. Smith
    r"|['’]s\b"
    r"|[dDlLnNoO]['’][^\W\d_]+(?:-[^\W\d_]+)*"  # d'Estaing, O'Neill, N'Golo
    r"|[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*(?:-[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*)*"
    r"|[^\s\u00ad\u200b\u2060\ufeff]"
)


class Token(NamedTuple):
    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Of `text[start:end]`; places count in the whole of `text`."""
    stop = len(text) if end is None else end
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text, start, stop)]
