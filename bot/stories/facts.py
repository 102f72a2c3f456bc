"""What a sentence states that can be new: numbers, people, outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.people.across import name_key
from bot.stories.number_words import HOURS, MONTHS, MULTIPLIERS, SPELLED
from bot.stories.outcome_words import OUTCOMES
from bot.stories.terms import numbered
from bot.text.stems import stem
from bot.text.tokens import fold

_PIECE = re.compile(r"(?P<digits>\d[\d.,]*)|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)|(?P<colon>:)")
MANY = 10
"""From here on a number in words is a fact by itself."""

_DIGIT = re.compile(r"\d")
_YEARS = range(1900, 2101)
_LONGEST_NUMBER = 15


def facts(sentence: str, words: Sequence[str], language: str, names: Iterable[str] = ()) -> frozenset[int]:
    """Numbers that stand for the facts of a sentence. `words` are its tokens, `names` the full names of its people.

    A few of something is a fact only where something happened to them: "nine were injured", not "two senators said".
    """
    happened = outcomes(words, language)
    found = {f"outcome {outcome}" for outcome in happened}
    found.update(f"person {name_key(name)}" for name in names)
    for value, spelled in numbers(sentence, words, language):
        if happened or not spelled or value >= MANY:
            found.add(f"number {value:g}")
    return frozenset(map(numbered, found))


def numbers(sentence: str, words: Iterable[str], language: str) -> Iterator[tuple[float, bool]]:
    """The values that a sentence states, without years, days and times of day; and whether each is written in words."""
    spelled = _spelled(language)
    if _DIGIT.search(sentence) is None and spelled.keys().isdisjoint(words):
        return
    pieces = list(_PIECE.finditer(sentence))
    for at, piece in enumerate(pieces):
        value = _value(piece["digits"], language) if piece["digits"] else spelled.get(fold(piece["word"] or ""))
        if value is None:
            continue
        before, after = _word(pieces, at - 1), _word(pieces, at + 1)
        if before in MONTHS or after in MONTHS or after in HOURS or ":" in (before, after):
            continue
        if after in MULTIPLIERS:
            yield value * MULTIPLIERS[after], False
        elif value not in _YEARS:
            yield float(value), not piece["digits"]


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


def outcomes(words: Iterable[str], language: str) -> set[str]:
    """What ended or turned, as the first word of its line in the table. `words` are folded tokens."""
    return {found for word in words if (found := _outcome(word, language))}


@lru_cache(50_000)
def _outcome(word: str, language: str) -> str:
    return _outcomes(language).get(stem(word, language), "")


@lru_cache
def _outcomes(language: str) -> dict[str, str]:
    rows = [row.split() for row in OUTCOMES.get(language, "").strip().splitlines()]
    return {stem(fold(word), language): row[0] for row in rows for word in row}


@lru_cache
def _spelled(language: str) -> dict[str, int]:
    return {fold(word): number for word, number in SPELLED.get(language, SPELLED["en"]).items()}
