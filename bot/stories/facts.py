"""What a sentence states that can be new: numbers, people, outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.people.across import name_key
from bot.stories.number_words import MONTHS, MULTIPLIERS, SPELLED
from bot.stories.outcome_words import OUTCOMES
from bot.stories.terms import numbered
from bot.text.stems import stem
from bot.text.tokens import fold

_PIECE = re.compile(r"(?P<digits>\d[\d.,]*)|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)|(?P<colon>:)")
_YEARS = range(1900, 2101)
_LONGEST_NUMBER = 15


def facts(sentence: str, language: str, names: Iterable[str] = ()) -> frozenset[int]:
    """Numbers that stand for the facts of a sentence; `names` are the full names of the people it mentions."""
    found = {f"number {value:g}" for value in numbers(sentence, language)}
    found.update(f"person {name_key(name)}" for name in names)
    found.update(f"outcome {outcome}" for outcome in outcomes(sentence, language))
    return frozenset(map(numbered, found))


def numbers(sentence: str, language: str) -> Iterator[float]:
    """The values that a sentence states, without years, days and times of day."""
    pieces = list(_PIECE.finditer(sentence))
    spelled = SPELLED.get(language, SPELLED["en"])
    for at, piece in enumerate(pieces):
        value = _value(piece["digits"], language) if piece["digits"] else spelled.get((piece["word"] or "").casefold())
        if value is None:
            continue
        before, after = _word(pieces, at - 1), _word(pieces, at + 1)
        if before in MONTHS or after in MONTHS or ":" in (before, after):
            continue
        if after in MULTIPLIERS:
            yield value * MULTIPLIERS[after]
        elif value not in _YEARS:
            yield float(value)


def _word(pieces: list[re.Match[str]], at: int) -> str:
    return pieces[at][0].casefold() if 0 <= at < len(pieces) else ""


def _value(digits: str, language: str) -> float | None:
    """`1,234.5` in English, `1.234,5` in most other languages; a lone mark before three digits groups thousands."""
    text = digits.rstrip(".,")
    if len(text) > _LONGEST_NUMBER:
        return None
    groups, point = (",", ".") if language in ("en", "") else (".", ",")
    whole, mark, part = text.replace(groups, "").partition(point)
    if mark and len(part) == 3 and groups not in text and whole != "0":
        whole, part = whole + part, ""
    try:
        return float(f"{whole}.{part.replace(point, '')}" if part else whole)
    except ValueError:
        return None


def outcomes(sentence: str, language: str) -> set[str]:
    """What ended or turned, as the first word of its line in the table."""
    table = _outcomes(language)
    if not table:
        return set()
    words = (piece["word"] for piece in _PIECE.finditer(sentence) if piece["word"])
    return {table[key] for word in words if (key := stem(fold(word), language)) in table}


@lru_cache
def _outcomes(language: str) -> dict[str, str]:
    rows = [row.split() for row in OUTCOMES.get(language, "").strip().splitlines()]
    return {stem(fold(word), language): row[0] for row in rows for word in row}
