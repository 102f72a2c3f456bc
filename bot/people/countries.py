"""Countries as texts write them: by name, by people, by capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.people.lexicon import COUNTRIES, folded


class Written(StrEnum):
    NAME = "name"
    PEOPLE = "people"
    SEAT = "seat"


class Found(NamedTuple):
    """A country at tokens `start` to `end`."""

    name: str
    written: Written
    start: int
    end: int


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str, Written]]]:
    """First word -> the spellings that begin with it, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, Written]]] = {}
    for row in COUNTRIES:
        for written, forms in ((Written.NAME, row.names), (Written.PEOPLE, row.people), (Written.SEAT, row.seats)):
            for form in forms:
                words = tuple(form.replace("'", " '").split()) if form == "N'Djamena" else tuple(form.split())
                table.setdefault(words[0], []).append((words, row.name, written))
    for spellings in table.values():
        spellings.sort(key=lambda spelling: -len(spelling[0]))
    return table


_PREFIXES = {"us-": "United States", "un-": ""}


def at(words: Sequence[str], start: int) -> Found | None:
    """The country that begins at token `start`. `us` is no country, and `polish` no people."""
    word = words[start]
    for spelling, name, written in _table().get(word, ()):
        end = start + len(spelling)
        if tuple(words[start:end]) == spelling:
            return Found(name, written, start, end)
    head, dash, _ = word.partition("-")
    if dash and (name := _PREFIXES.get(folded(head) + dash, "")):
        return Found(name, Written.PEOPLE, start, start + 1)
    return None


def within(words: Sequence[str], start: int, end: int) -> Iterator[Found]:
    """Every country in `words[start:end]`, in order."""
    while start < end:
        found = at(words, start)
        if found is not None and found.end <= end:
            yield found
            start = found.end
        else:
            start += 1
