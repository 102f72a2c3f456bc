"""Days, months and spans of days as each language writes them in short."""

from __future__ import annotations

from datetime import date

from bot.locale.speaking import language

DAY = {"en": "d", "de": "d.", "es": "d", "fr": "d"}
"""Patterns of Babel: the day of the month, in a date as well."""


def day(at: date) -> str:
    """`3 Sep 2026`, `3. Sept. 2026`, `3 sept 2026`, `3 sept. 2026`."""
    return _written(at, f"{_day()} MMM y")


def month(at: date) -> str:
    """`Sep 2026`."""
    return _written(at, "MMM y")


def days(first: date, last: date) -> str:
    """`3–9 Jul 2026`, `31 Jul – 6 Aug 2026`, `30 Dec 2026 – 5 Jan 2027`."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{_written(first, _day())}–{day(last)}"
    start = _written(first, f"{_day()} MMM") if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def number(value: int) -> str:
    """`12,345`, `12.345`, `12 345`."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language())


def _day() -> str:
    return DAY.get(language(), "d")


def _written(at: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(at, pattern, locale=language())
