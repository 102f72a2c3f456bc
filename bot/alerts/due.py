"""When a story that is known now is to be told: pure, right over daylight saving, steady when the clock jumps back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.alerts.quiet import Quiet, released
from bot.alerts.rhythm import Mode, Rhythm
from bot.alerts.topic import Topic

HOUR = timedelta(hours=1)
SATURDAY = 5
A_CLOCK_GONE_WRONG = timedelta(days=1)
"""A digest that was sent further in the future than this was sent under a wrong clock, and holds nothing up."""


def when(topic: Topic, now: datetime) -> tuple[datetime, bool]:
    """When the topic's channel is to hear of what is known now, and whether that waits for its quiet hours to end."""
    delivery = topic.delivery
    at = due(delivery.rhythm, delivery.hours, ZoneInfo(delivery.zone), now, topic.last_digest)
    return at, at > now and not delivery.rhythm.digests


def due(rhythm: Rhythm, hours: Quiet | None, zone: ZoneInfo, known: datetime, last: datetime | None = None) -> datetime:
    """The moment to tell of what is `known` at that moment; all aware, the result in UTC.

    `last` is the slot of the digest that was sent last: when the clock jumps back, its hour or day gets no second one.
    """
    start = known.astimezone(UTC)
    if last is not None and start < last <= start + A_CLOCK_GONE_WRONG and rhythm.mode is not Mode.AT_ONCE:
        start = last.astimezone(UTC)
    return released(hours, slot(rhythm, zone, start), zone)


def slot(rhythm: Rhythm, zone: ZoneInfo, after: datetime) -> datetime:
    """The next time the rhythm strikes, strictly after `after` (at once: `after` itself), in UTC."""
    match rhythm.mode:
        case Mode.AT_ONCE:
            return after.astimezone(UTC)
        case Mode.HOURLY:
            return next_hour(zone, after)
        case Mode.DAILY:
            return next_day(rhythm.at, zone, after, weekdays=False)
        case Mode.WEEKDAYS:
            return next_day(rhythm.at, zone, after, weekdays=True)


def next_hour(zone: ZoneInfo, after: datetime) -> datetime:
    """The next full hour as clocks show it there: half past in London is a full hour in Kolkata."""
    offset = after.astimezone(zone).utcoffset() or timedelta()
    local = after.astimezone(UTC) + offset
    return local.replace(minute=0, second=0, microsecond=0) + HOUR - offset


def next_day(at: time, zone: ZoneInfo, after: datetime, *, weekdays: bool) -> datetime:
    """A time that is skipped when clocks go forward strikes as much later; one that comes twice strikes once, the first
    time."""
    day = after.astimezone(zone).date()
    while True:
        strikes = datetime.combine(day, at, zone).astimezone(UTC)
        if strikes > after and not (weekdays and day.weekday() >= SATURDAY):
            return strikes
        day += timedelta(days=1)
