"""Days, weeks, months and years counted from a day, as ISO 8601."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)


def weekday_before(day: date, weekday: int) -> date:
    """The last `weekday` (Monday is 0) on or before `day`."""
    return day - (day.weekday() - weekday) % 7 * DAY


def weekday_after(day: date, weekday: int) -> date:
    """The first `weekday` on or after `day`."""
    return day + (weekday - day.weekday()) % 7 * DAY


def week(day: date, offset: int) -> str:
    """Monday to Sunday of the week of `day`, `offset` weeks on."""
    monday = day - day.weekday() * DAY + offset * 7 * DAY
    return f"{monday}/{monday + 6 * DAY}"


def month(day: date, offset: int) -> str:
    count = day.year * 12 + day.month - 1 + offset
    return f"{count // 12:04}-{count % 12 + 1:02}"


def year(day: date, offset: int) -> str:
    return f"{day.year + offset:04}"


def weekend(day: date, offset: int) -> str | None:
    """Saturday and Sunday, before (-1) or after (0) a working day; None on a weekend, where either may be meant."""
    if day.weekday() >= 5:
        return None
    saturday = day + (5 - day.weekday() + 7 * offset) * DAY
    return f"{saturday}/{saturday + DAY}"


def day_of(year_: int, month_: int, day: int) -> date | None:
    try:
        return date(year_, month_, day)
    except ValueError:
        return None


def on_weekday(near: date, month_: int, day: int, weekday: int) -> date | None:
    """The one year around `near` in which that day is that weekday."""
    years = (near.year, near.year - 1, near.year + 1)
    return next((d for y in years if (d := day_of(y, month_, day)) and d.weekday() == weekday), None)


def nearest(near: date, month_: int, day: int, direction: int) -> date | None:
    """The occurrence before (-1) or after (+1) `near`, if it is less than five months away."""
    years = (near.year - 1, near.year, near.year + 1)
    found = [d for y in years if (d := day_of(y, month_, day)) and 0 <= (d - near).days * direction < 150]
    return found[0] if found else None
