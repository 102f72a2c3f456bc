"""Finds what a sentence says relative to the day it was published, and says which day that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.briefing.dates import calendar
from bot.briefing.dates.languages import PHRASES
from bot.briefing.dates.phrases import Phrases
from bot.briefing.dates.tense import direction
from bot.model import Dated

_YEAR = re.compile(r"(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_QUOTED = re.compile(r"\"[^\"]*\"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|(?<!\w)‘[^’]{1,200}’(?!\w)|»[^«]*«")
EARLY_UTC = 8
"""A page that gives its time in UTC may mean the evening before, where it was written, until this hour."""


def resolve(text: str, language: str, published: str | None) -> tuple[Dated, ...]:
    """The relative dates of `text`, in order. `published` is ISO 8601, a day or an instant; without it there are none.

    What stands in quotation marks was said on another day and is left alone, and so is a sentence that names an earlier
    year: its Tuesday may be a Tuesday of that year.
    """
    phrases, day = PHRASES.get(language.split("-", maxsplit=1)[0].lower()), _day(published)
    if phrases is None or day is None or published is None or _tells_of_an_earlier_year(text, day):
        return ()
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found: list[Dated] = []
    for start, end, iso in _found(text, language[:2].lower(), phrases, day, published):
        apart = all(end <= each.start or each.end <= start for each in found)
        if iso and apart and not any(first < end and start < last for first, last in quoted):
            found.append(Dated(start, end, iso))
    return tuple(sorted((each for each in found if each.date != "-"), key=lambda each: each.start))


def _day(published: str | None) -> date | None:
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None


def _tells_of_an_earlier_year(text: str, day: date) -> bool:
    return any(int(match[0]) < day.year for match in _YEAR.finditer(text))


def _found(text: str, language: str, phrases: Phrases, day: date, published: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, date) of what each table finds; the date "-" takes its place from the tables that follow."""
    for match in phrases.month_day.finditer(text):
        yield *match.span(), _month_day(match, text, language, phrases, day) or "-"
    for match in phrases.ago.finditer(text):
        yield *match.span(), _ago(match, phrases, day, published) or "-"
    for match in phrases.unit.finditer(text):
        yield *match.span(), _unit(match, text, language, phrases, day) or "-"
    for match in phrases.day.finditer(text):
        start = match.start("offset")
        yield start, match.end(), _offset(match, phrases, day, published) or "-"
    for match in phrases.weekday.finditer(text):
        start = match.start("on") if match["on"] else match.start()
        yield start, match.end(), _weekday(match, text, language, phrases, day) or "-"


def _group(match: re.Match[str], *names: str) -> str:
    """The first of the groups that matched, casefolded and trimmed."""
    groups = match.groupdict()
    return next((groups[name].strip().casefold() for name in names if groups.get(name)), "")


def _offset(match: re.Match[str], phrases: Phrases, day: date, published: str) -> str | None:
    if _group(match, "no") or _may_be_the_day_before(published):
        return None
    offset = phrases.offsets.get(_group(match, "offset"))
    return None if offset is None else str(day + offset * calendar.DAY)


def _may_be_the_day_before(published: str) -> bool:
    at = datetime.fromisoformat(published)
    return at.utcoffset() == timedelta(0) and at.hour < EARLY_UTC and len(published) > len("2023-07-13")


def _ago(match: re.Match[str], phrases: Phrases, day: date, published: str) -> str | None:
    if _group(match, "no"):
        return None
    number = _group(match, "number")
    count = int(number) if number.isdigit() else phrases.numbers.get(number, 0)
    unit = _group(match, "unit")
    if unit[:3] in ("min", "hou", "stu", "hor", "heu"):
        return _hours_ago(count / 60 if unit.startswith("min") else count, unit, published)
    if unit[:2] in ("da", "ta", "dí", "jo"):
        return str(day - count * calendar.DAY) if 1 <= count <= 31 and not _may_be_the_day_before(published) else None
    return calendar.year(day, -count) if 2 <= count <= 30 else None


def _hours_ago(hours: float, unit: str, published: str) -> str | None:
    """To the day, where the page gives its time; minutes ago is the same day in any case."""
    at = datetime.fromisoformat(published)
    if len(published) == len("2023-07-13"):
        return str(at.date()) if unit.startswith("min") else None
    if at.utcoffset() == timedelta(0) and at.hour < EARLY_UTC:
        return None
    return str((at - timedelta(hours=hours)).date()) if hours <= 24 else None


_LAST = ("last", "vergangen", "letzt", "vorig", "pasad", "derni", "passé")
_NEXT = ("next", "nächst", "kommend", "próxim", "que viene", "prochain")


def _unit(match: re.Match[str], text: str, language: str, phrases: Phrases, day: date) -> str | None:
    if _group(match, "no", "never"):
        return None
    which, unit = _group(match, "which", "which2"), phrases.units[_group(match, "unit", "unit2")]
    offset = -1 if which.startswith(_LAST) else 1 if which.startswith(_NEXT) else 0
    if unit == "weekend":
        return _weekend(match, text, language, day, offset)
    if unit == "week":
        return None if day.weekday() == 6 else calendar.week(day, offset)
    return calendar.month(day, offset) if unit == "month" else calendar.year(day, offset)


def _weekend(match: re.Match[str], text: str, language: str, day: date, offset: int) -> str | None:
    """The one just gone or the one ahead; "next weekend" is two things to two people."""
    if offset > 0 or day.weekday() >= 5:
        return None
    if offset == 0:
        offset = -1 if direction(text, *match.span(), language) < 0 else 0
    return calendar.weekend(day, offset)


def _weekday(match: re.Match[str], text: str, language: str, phrases: Phrases, day: date) -> str | None:
    if _group(match, "no", "never") or _is_name(match, text):
        return None
    wanted = phrases.weekdays[_group(match, "weekday")]
    if _group(match, "past", "past2"):
        return str(calendar.weekday_before(day - calendar.DAY, wanted))
    if _group(match, "coming", "coming2"):
        return str(calendar.weekday_after(day + calendar.DAY, wanted))
    on = _group(match, "on")
    way = -1 if on in phrases.past_only else direction(text, *match.span(), language)
    if on in phrases.future_only and way < 0:
        return None
    if day.weekday() == wanted and (way or on):
        return str(day)
    if way == 0:
        return None
    return str((calendar.weekday_before if way < 0 else calendar.weekday_after)(day, wanted))


def _is_name(match: re.Match[str], text: str) -> bool:
    """`Black Friday`, `Sunday Times`: a capital beside it in a language that writes days with capitals."""
    start, end = match.start("weekday"), match.end("weekday")
    if not text[start].isupper():
        return False
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and match.end() == end:
        return True
    before = text[:start].split()
    return not match["on"] and len(before) > 1 and before[-1][:1].isupper() and not before[-1].endswith((".", ","))


def _month_day(match: re.Match[str], text: str, language: str, phrases: Phrases, day: date) -> str | None:
    """A day of a month without its year. With its weekday the year is certain; without, it must be near and agree."""
    if _group(match, "never"):
        return None
    month, number = phrases.months[_group(match, "month", "month2")], int(_group(match, "day", "day2"))
    if weekday := _group(match, "weekday"):
        found = calendar.on_weekday(day, month, number, phrases.weekdays[weekday])
        return str(found) if found else None
    if calendar.day_of(day.year, month, number) == day:
        return str(day)
    way = direction(text, *match.span(), language)
    found = calendar.nearest(day, month, number, way) if way else None
    return str(found) if found else None
