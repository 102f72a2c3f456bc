"""Quiet hours: what falls into them is held, and released when they end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.alerts.rhythm import time_of_day
from bot.errors import NotATime

LONGEST = 40
NONE = {"", "none", "no", "off", "never"}


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `start` until `end`, times of day; over midnight where `end` is the earlier one."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def quiet(text: str) -> Quiet | None:
    """What `22:00-07:00` or `10pm to 7am` says; None for `none`. Raises `NotATime`."""
    typed = text[:LONGEST].strip().casefold()
    if typed in NONE:
        return None
    for dash in ("–", "—", " to ", " until "):
        typed = typed.replace(dash, "-")
    start, dash, end = typed.partition("-")
    if not dash:
        raise NotATime(text)
    hours = Quiet(time_of_day(start.replace(" ", "")), time_of_day(end.replace(" ", "")))
    if hours.start == hours.end:
        raise NotATime(text)
    return hours


def released(hours: Quiet | None, at: datetime, zone: ZoneInfo) -> datetime:
    """The first moment from `at` on that is not quiet: `at` itself, or the end of the quiet hours it falls into."""
    if hours is None:
        return at
    local = at.astimezone(zone)
    now = local.time()
    over_midnight = hours.end < hours.start
    if not (now >= hours.start or now < hours.end if over_midnight else hours.start <= now < hours.end):
        return at
    day = local.date() + timedelta(days=1 if over_midnight and now >= hours.start else 0)
    end = datetime.combine(day, hours.end, zone)
    first, second = end.astimezone(UTC), end.replace(fold=1).astimezone(UTC)
    return first if first > at else second  # the night the clocks go back has two ends; take the next one
