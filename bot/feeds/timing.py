"""When a feed is asked next: by its own rhythm, by what it and its server ask for, and ever later while it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.feeds.nouns import UNSAID, Entry, Rhythm

EXAMINED = 20
"""Entries, the latest, that a feed's rhythm is told by."""

PER_GAP = 4
"""Looks between two entries, on average."""

OBEYED = timedelta(hours=6)
"""A `ttl` or `max-age` beyond is a mistake in most feeds that have one."""

LONGEST_PAUSE = timedelta(days=1)
SPREAD = 0.1


@dataclass(frozen=True, slots=True)
class Bounds:
    """How soon and how late a feed that is well may be asked again."""

    least: timedelta = timedelta(minutes=5)
    most: timedelta = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """What is known of a feed's tempo.

    `gap`: seconds between its entries (0: unknown). `latest`: when the last one came. `max_age`: seconds for which its
    server calls an answer fresh. `failures`: in a row, up to now. `retry_after`: seconds that the server asked for.
    """

    gap: float = 0.0
    latest: datetime | None = None
    rhythm: Rhythm = UNSAID
    max_age: float = 0.0
    failures: int = 0
    retry_after: float = 0.0


def next_poll(now: datetime, pace: Pace, bounds: Bounds, chance: float) -> datetime:
    """Always after `now` (aware, UTC). `chance`, 0 to 1, spreads feeds that would be asked all at once."""
    pause = _usual(now, pace, bounds)
    if pace.failures:
        pause = min(pause * 2 ** min(pace.failures - 1, 10), LONGEST_PAUSE)
    pause = max(pause, min(timedelta(seconds=max(pace.retry_after, 0)), LONGEST_PAUSE))
    return _awake(now + pause * (1 + SPREAD * chance), pace.rhythm)


def _usual(now: datetime, pace: Pace, bounds: Bounds) -> timedelta:
    """A feed that fell silent is asked ever more seldom, up to the bound."""
    silence = (now - pace.latest).total_seconds() / 2 if pace.latest else 0.0
    expected = timedelta(seconds=min(max(pace.gap, silence), 10**8)) / PER_GAP
    own = min(max(expected, bounds.least), bounds.most)
    asked_for = max(timedelta(minutes=min(pace.rhythm.ttl, 10**6)), timedelta(seconds=min(pace.max_age, 10**8)))
    return max(own, min(asked_for, OBEYED))


def _awake(at: datetime, rhythm: Rhythm) -> datetime:
    """Not before the hours and days are over in which nobody needs to ask; those that cover everything mean nothing."""
    if len(rhythm.skip_hours) >= 24 or len(rhythm.skip_days) >= 7:
        return at
    for _ in range(24 * 8):
        if at.hour not in rhythm.skip_hours and at.weekday() not in rhythm.skip_days:
            break
        at = at.replace(minute=at.minute % 10, second=at.second, microsecond=0) + timedelta(hours=1)
    return at


def gap_of(entries: Sequence[Entry], now: datetime) -> tuple[float, datetime | None]:
    """Seconds between the latest entries, as a mean, and when the last came; (0, None) where no dates tell.

    Dates in the future, which some feeds use to keep an entry on top, tell nothing.
    """
    dates = sorted({at for entry in entries if (at := entry.published or entry.updated) and at <= now})[-EXAMINED:]
    if len(dates) < 2:
        return 0.0, dates[-1] if dates else None
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(dates)]
    return sum(gaps) / len(gaps), dates[-1]
