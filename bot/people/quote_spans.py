"""Where a paragraph quotes: pairs of quotation marks, in the ways that news sets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_CLOSES = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Quoted:
    """`text[start:end]` of a paragraph is quoted, marks excluded. Not `closed`: it goes on in the next paragraph."""

    start: int
    end: int
    closed: bool


def quoted(text: str) -> Iterator[Quoted]:
    """One pass; a mark that closes nothing is passed over."""
    at, size = 0, len(text)
    while at < size:
        opener = text[at]
        if opener == _STRAIGHT or (opener in _CLOSES and _opens(text, at)):
            close = _close(text, at + 1, _CLOSES.get(opener, _STRAIGHT))
            start, end = at + 1, close if close is not None else size
            while start < end and text[start].isspace():
                start += 1
            stop = end
            while stop > start and text[stop - 1].isspace():
                stop -= 1
            if stop > start:
                yield Quoted(start, stop, close is not None)
            at = end + 1
        else:
            at += 1


def _opens(text: str, at: int) -> bool:
    """» opens in some languages and closes in others: it opens where a word follows at once."""
    return text[at] != "»" or (
        at + 1 < len(text) and text[at + 1].isalnum() and (at == 0 or not text[at - 1].isalnum())
    )


def _close(text: str, at: int, marks: str) -> int | None:
    found = [place for mark in marks if (place := text.find(mark, at)) >= 0]
    return min(found, default=None)
