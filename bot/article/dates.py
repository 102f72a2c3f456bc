"""A day that a line of text names, in the spellings of datelines: ISO, and day and month in words or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from bot.article.months import MONTHS

ISO = re.compile(
    r"\b(\d{4})-(\d{2})-(\d{2})(?:(?:[T ]|\s-\s)(\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:Z|[+-]\d{2}:?\d{2})?))?"
)
GLUED_TIME = r"(?=\b|\d{1,2}:\d\d)"
"""Dumps lose the space between the year and the time: `20266:30 PM`."""

MONTH = r"([^\s\d.,;:/()|]{2,14})"
"""Not `\\w`: the vowel signs of Hindi and Thai are no letters to it."""

WORDS = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.º)?\.?\s?(?:de\s+|of\s+|d[’']\s?)?" + MONTH + r"\.?,?\s?(?:de\s+|del\s+)?"
    r"(\d{4})" + GLUED_TIME
)
MONTH_FIRST = re.compile(r"(?<![^\W\d])" + MONTH + r"\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + GLUED_TIME)
SIGNS = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
YEAR_FIRST = re.compile(r"\b(\d{4})([./])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
SLASHED = re.compile(r"\b(\d{1,2})([/-])(\d{1,2})\2(\d{4})\b")
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
TIME = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}){1,2}\s*(?:[ap]\.?m\b\.?|uhr|h\b)?|\b[ap]\.?m\b\.?", re.IGNORECASE)
STAMP_WORDS = frozenset(
    "date published publicado publié veröffentlicht stand updated aktualisiert actualizado posted erstellt modified"
    " last mis jour à a las um uhr am on le el at the de on gmt utc bst cet cest est edt et pst pdt ist and"
    " seconds minute minutes hour hours ago pubblicato aggiornato gepubliceerd".split()
)
"""What stands beside a day and a time in a line that says when."""

WORD = re.compile(r"[^\W\d_]+")
YEAR = re.compile(r"\d{4}")
MOST_OTHER_WORDS = 2
LONGEST = 300


def find_date(line: str) -> str | None:
    """The first day (or ISO instant) in `line` as ISO 8601; None if there is none that exists.

    Of figures with slashes the day comes first, as nearly everywhere, unless it cannot.
    """
    return next((day for day in _days(line[:LONGEST]) if day), None)


def _days(line: str) -> Iterator[str | None]:
    if not YEAR.search(line):
        return
    if match := ISO.search(line):
        yield iso(match[0])
    if match := SIGNS.search(line):
        yield _day(match[1], match[2], match[3])
    if match := YEAR_FIRST.search(line):
        yield _day(match[1], match[3], match[4])
    yield from (_worded(match[3], match[2], match[1]) for match in WORDS.finditer(line))
    yield from (_worded(match[3], match[1], match[2]) for match in MONTH_FIRST.finditer(line))
    if match := DOTTED.search(line):
        yield _day(match[3], match[2], match[1])
    if match := SLASHED.search(line):
        yield _day(match[4], match[3], match[1]) or _day(match[4], match[1], match[3])


def is_date_line(line: str) -> bool:
    """A line that says when, and hardly anything else."""
    if len(line) > 100 or find_date(line) is None:
        return False
    left = line
    for pattern in (ISO, SIGNS, YEAR_FIRST, WORDS, MONTH_FIRST, DOTTED, SLASHED, TIME):
        left = pattern.sub(" ", left)
    return sum(word.casefold() not in STAMP_WORDS for word in WORD.findall(left)) <= MOST_OTHER_WORDS


def iso(text: str | None) -> str | None:
    """A page's machine-readable date as ISO 8601, with its offset where it has one; None for what is none."""
    match = ISO.search((text or "")[:LONGEST])
    if match is None:
        return None
    day = _day(match[1], match[2], match[3])
    if match[4] is None or day is None:
        return day
    return _instant(f"{day}T{match[4].replace(' ', '')}") or day


def moment(text: str | None) -> str | None:
    """What a field for dates says, in any spelling that such fields are filled with; None for what is no date."""
    text = (text or "")[:LONGEST].strip()
    if found := iso(text):
        return found
    if EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if match := COMPACT.match(text):
        day = _day(match[1], match[2], match[3])
        clock = f"{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}"
        return (_instant(f"{day}T{clock}") if match[4] else None) or day
    return _mailed(text) or find_date(text)


def _mailed(text: str) -> str | None:
    """`Thu, 05 Mar 2026 06:40:00 GMT`, as in mail and HTTP."""
    if ":" not in text or not text.isascii() or len(text) > 60:
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _instant(text: str) -> str | None:
    try:
        return datetime.fromisoformat(text).replace(microsecond=0).isoformat()
    except ValueError:
        return None


def _worded(year: str, month: str, day: str) -> str | None:
    name = month.casefold().rstrip(".")
    return _day(year, str(MONTHS.get(name, 0)), day)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
