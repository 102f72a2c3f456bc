"""The dates of feeds, as they are really written, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from bot.article.months import MONTHS

EARLIEST, LATEST = 1971, 2200
"""A year outside is a machine's idea of nothing: 1970, 0001, 9999."""

ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?)?)?")
WRITTEN = re.compile(r"(\d{1,2})[\s.-]{1,3}([^\W\d_]{3,12})\.?[\s,-]{1,3}(\d{4}|\d{2})(?!\d)")
AMERICAN = re.compile(r"([^\W\d_]{3,12})\.? {1,3}(\d{1,2}),? {1,3}(\d{4})")
ASCTIME = re.compile(r"([A-Z][a-z]{2}) {1,3}(\d{1,2}) {1,3}(\d{1,2}:\d{2}:\d{2}) {1,3}(?:[A-Z]{3,4} )?(\d{4})")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,6})?(?: ?([ap])\.?m\b\.?)?", re.IGNORECASE)
ZONE = re.compile(r"\s*(?:GMT|UTC|UT)?\s*([+-])(\d{2}):?(\d{2})|\s*([A-Za-z]{1,5})\b")
LONGEST = 80

ZONES = {
    **dict.fromkeys(("z", "gmt", "ut", "utc", "wet"), 0),
    **dict.fromkeys(("bst", "cet", "met", "mez", "west", "wat"), 60),
    **dict.fromkeys(("cest", "mest", "mesz", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "eat", "trt"), 180),
    **dict.fromkeys(("gst", "samt"), 240),
    "pkt": 300,
    "ist": 330,
    "ict": 420,
    "wib": 420,
    **dict.fromkeys(("sgt", "hkt", "pht", "awst"), 480),
    **dict.fromkeys(("jst", "kst"), 540),
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    **dict.fromkeys(("brt", "art", "adt"), -180),
    **dict.fromkeys(("ast", "edt"), -240),
    **dict.fromkeys(("est", "cdt"), -300),
    **dict.fromkeys(("cst", "mdt"), -360),
    **dict.fromkeys(("mst", "pdt"), -420),
    **dict.fromkeys(("pst", "akdt"), -480),
    "akst": -540,
    "hst": -600,
}
"""Minutes east of Greenwich. What several places call theirs is the place that has most news feeds."""


def instant(text: str) -> datetime | None:
    """The moment that a feed's date means, in UTC; None if it is none. A time without a zone is taken for UTC."""
    text = text.strip()[:LONGEST]
    if not text:
        return None
    try:
        moment = _iso(text) if text[:4].isdigit() and text[4:5] == "-" else _written(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment is not None and EARLIEST <= moment.year <= LATEST else None


def _iso(text: str) -> datetime | None:
    found = ISO.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    return _moment((year, month, day or 1), (hour, minute, second), text[found.end() :])


def _written(text: str) -> datetime | None:
    if found := WRITTEN.search(text):
        day, name, year = found.groups()
        rest = text[found.end() :]
    elif found := ASCTIME.search(text):
        name, day, rest, year = found.groups()
    elif found := AMERICAN.search(text):
        name, day, year = found.groups()
        rest = text[found.end() :]
    else:
        return None
    month = MONTHS.get(name.casefold()) or MONTHS.get(name.casefold()[:3])
    return None if month is None else _moment((_whole(year), month, int(day)), *_time(rest))


def _whole(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 70 else 1900)


def _time(rest: str) -> tuple[tuple[int, int, int], str]:
    """Hour, minute and second after a date, and what follows them."""
    found = CLOCK.search(rest)
    if found is None:
        return (0, 0, 0), ""
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    return (hour, minute, second), rest[found.end() :]


def _moment(day: tuple[int, int, int], time: tuple[int, int, int], zone: str) -> datetime:
    """Midnight may be written as 24:00, and a minute may have a second 60."""
    hour, minute, second = time
    over = timedelta(days=1) if (hour, minute, second) == (24, 0, 0) else timedelta(0)
    local = datetime(*day, hour % 24 if over else hour, minute, min(second, 59), tzinfo=_zone(zone))
    return (local + over).astimezone(UTC)


def _zone(text: str) -> timezone:
    found = ZONE.match(text)
    if found is None:
        return UTC
    if found[1]:
        minutes = int(found[2]) * 60 + int(found[3])
        return timezone(timedelta(minutes=minutes if found[1] == "+" else -minutes))
    return timezone(timedelta(minutes=ZONES.get(found[4].lower(), 0)))
