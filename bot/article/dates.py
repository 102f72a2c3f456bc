"""A day that a line of text names, in the spellings of datelines: ISO, and day and month in words."""

from __future__ import annotations

import re
from datetime import date, datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner enero janvier gennaio januari jan ene janv",
            "february februar feber febrero février febbraio februari feb févr",
            "march märz marzo mars maart mar mär",
            "april abril avril aprile apr abr avr",
            "may mai mayo maggio mei",
            "june juni junio juin giugno jun",
            "july juli julio juillet luglio jul juil",
            "august agosto août augustus aug ago",
            "september septiembre septembre settembre sep sept",
            "october oktober octubre octobre ottobre oct okt",
            "november noviembre novembre nov",
            "december dezember diciembre décembre dicembre dec dez dic déc",
        ),
        start=1,
    )
    for name in names.split()
}
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?))?")
GLUED_TIME = r"(?=\b|\d{1,2}:\d\d)"
"""Dumps lose the space between the year and the time: `20266:30 PM`."""

WORDS = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+|of\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+|del\s+)?(\d{4})" + GLUED_TIME
)
MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + GLUED_TIME)
DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
TIME = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}){1,2}\s*(?:[ap]\.?m\b\.?|uhr|h\b)?|\b[ap]\.?m\b\.?", re.IGNORECASE)
STAMP_WORDS = frozenset(
    "date published publicado publié veröffentlicht stand updated aktualisiert actualizado posted erstellt modified"
    " last mis jour à a las um uhr am on le el at the de on gmt utc bst cet cest est edt et pst pdt ist and"
    " seconds minute minutes hour hours ago pubblicato aggiornato gepubliceerd".split()
)
"""What stands beside a day and a time in a line that says when."""

WORD = re.compile(r"[^\W\d_]+")
MOST_OTHER_WORDS = 2


def find_date(line: str) -> str | None:
    """The first day (or ISO instant) in `line` as ISO 8601; None if there is none that exists."""
    if match := ISO.search(line):
        return iso(match[0])
    if match := WORDS.search(line):
        return _day(match[3], str(MONTHS.get(match[2].casefold(), 0)), match[1])
    if match := MONTH_FIRST.search(line):
        return _day(match[3], str(MONTHS.get(match[1].casefold(), 0)), match[2])
    if match := DOTTED.search(line):
        return _day(match[3], match[2], match[1])
    return None


def is_date_line(line: str) -> bool:
    """A line that says when, and hardly anything else."""
    if len(line) > 100 or find_date(line) is None:
        return False
    left = line
    for pattern in (ISO, WORDS, MONTH_FIRST, DOTTED, TIME):
        left = pattern.sub(" ", left)
    return sum(word.casefold() not in STAMP_WORDS for word in WORD.findall(left)) <= MOST_OTHER_WORDS


def iso(text: str | None) -> str | None:
    """A page's machine-readable date as ISO 8601, with its offset where it has one; None for what is none."""
    match = ISO.search(text or "")
    if match is None:
        return None
    if match[4] is None:
        return _day(match[1], match[2], match[3])
    try:
        return datetime.fromisoformat(f"{match[1]}-{match[2]}-{match[3]}T{match[4]}").replace(microsecond=0).isoformat()
    except ValueError:
        return _day(match[1], match[2], match[3])


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
