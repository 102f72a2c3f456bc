"""What a language's table of relative dates holds; the tables themselves stand beside this file.

Each language has `day` (a word for an offset), `ago` (a number and a unit), `unit` (last, this, next week …), `weekday`
(with what makes it past or coming), and `month_day`. A group `no` marks what must not be resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """`offsets`, `units`, `weekdays` and `months` say what the words mean; patterns name their groups after them."""

    day: re.Pattern[str]
    offsets: dict[str, int]
    ago: re.Pattern[str]
    unit: re.Pattern[str]
    units: dict[str, str]
    weekday: re.Pattern[str]
    weekdays: dict[str, int]
    month_day: re.Pattern[str]
    months: dict[str, int]
    numbers: dict[str, int]
    future_only: frozenset[str]
    past_only: frozenset[str]


def numbered(words: str, first: int) -> dict[str, int]:
    """Words, with their variants parted by `/`, to numbers from `first`."""
    return {form: n for n, forms in enumerate(words.split(), first) for form in forms.split("/")}


def any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


AFTER = r"(?![\w-])"
