"""When a feed is asked again: a whole year, hour by hour, in a moment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds import Entry, Rhythm
from bot.feeds.timing import LONGEST_PAUSE, OBEYED, Bounds, Pace, gap_of, next_poll

BERLIN = ZoneInfo("Europe/Berlin")
YEAR = datetime(2028, 1, 1, tzinfo=UTC)  # a leap year
BOUNDS = Bounds(timedelta(minutes=5), timedelta(hours=1))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def polls(published: list[datetime], pace: Callable[[Pace], Pace] = lambda pace: pace) -> Iterator[datetime]:
    """The looks of a year at a feed that publishes at these times, and shows its last 20."""
    now, seen = YEAR, 0
    while now < datetime(2029, 1, 1, tzinfo=UTC):
        yield now
        while seen < len(published) and published[seen] <= now:
            seen += 1
        shown = [Entry(published=at) for at in published[max(0, seen - 20) : seen]]
        gap, latest = gap_of(shown, now)
        now = next_poll(now, pace(Pace(gap, latest)), BOUNDS, 0.5)


def newsroom() -> list[datetime]:
    """Every 20 minutes from 7 to 22 o'clock in Berlin, summer and winter, nothing at night."""
    quarter = [YEAR + n * 20 * MINUTE for n in range(366 * 72)]
    return [at for at in quarter if 7 <= at.astimezone(BERLIN).hour < 22]


def test_a_year_of_a_newsroom_is_followed_closely_by_day_and_seldom_by_night() -> None:
    published = newsroom()
    looks = list(polls(published))
    assert all(MINUTE < later - earlier <= 70 * MINUTE for earlier, later in pairwise(looks))
    waits = [looks[bisect_left(looks, at)] - at for at in published[100:-5:50]]
    assert max(waits) <= 66 * MINUTE
    assert sum(waits, timedelta()) / len(waits) < 10 * MINUTE
    by_day = sum(10 <= look.astimezone(BERLIN).hour < 20 for look in looks) / 366
    by_night = sum(look.astimezone(BERLIN).hour < 5 for look in looks) / 366
    assert by_day > 5 * by_night
    for month in (2, 3, 10, 11):  # around the changes of the clock nothing is lost and nothing doubled
        assert (
            max(later - earlier for earlier, later in pairwise([one for one in looks if one.month == month])) < 2 * HOUR
        )


def test_a_feed_that_fell_silent_is_asked_ever_more_seldom_and_never_forgotten() -> None:
    looks = list(polls([YEAR + n * MINUTE for n in range(200)]))
    assert 366 * 20 < len(looks) < 366 * 26


def test_hours_and_days_in_which_nobody_needs_to_ask() -> None:
    rhythm = Rhythm(skip_hours=(0, 1, 2, 3, 4, 22, 23), skip_days=(5, 6))
    looks = list(polls(newsroom()[::5], lambda pace: Pace(pace.gap, pace.latest, rhythm)))[1:]
    assert all(look.hour in range(5, 22) and look.weekday() < 5 for look in looks)
    assert {look.date() for look in looks} >= {datetime(2028, 2, 29, tzinfo=UTC).date()}


def test_a_clock_that_jumps_back_only_makes_the_next_look_come_later_by_as_much() -> None:
    now, latest = YEAR, YEAR - HOUR
    for jump in (HOUR, 3 * HOUR, DAY):
        after = next_poll(now - jump, Pace(600, latest), BOUNDS, 0.0)
        assert timedelta(0) < after - (now - jump) <= BOUNDS.most


def test_a_feed_that_publishes_in_the_future_is_not_asked_more_often() -> None:
    entries = [Entry(published=YEAR + n * DAY) for n in range(20)]
    assert gap_of(entries, YEAR) == (0.0, YEAR)


@pytest.mark.parametrize(
    ("pace", "pause"),
    [
        (Pace(gap=60), BOUNDS.least),
        (Pace(gap=3600), 15 * MINUTE),
        (Pace(gap=86_400 * 30), BOUNDS.most),
        (Pace(gap=60, rhythm=Rhythm(ttl=30)), 30 * MINUTE),
        (Pace(gap=60, rhythm=Rhythm(ttl=10**6)), OBEYED),
        (Pace(gap=60, max_age=1200), 20 * MINUTE),
        (Pace(gap=60, failures=1), BOUNDS.least),
        (Pace(gap=60, failures=4), 40 * MINUTE),
        (Pace(gap=60, failures=40), LONGEST_PAUSE),
        (Pace(gap=60, failures=1, retry_after=3000), timedelta(seconds=3000)),
        (Pace(gap=60, rhythm=Rhythm(skip_hours=tuple(range(24)), skip_days=tuple(range(7)))), BOUNDS.least),
    ],
)
def test_the_pause(pace: Pace, pause: timedelta) -> None:
    assert next_poll(YEAR, pace, BOUNDS, 0.0) - YEAR == pause


HOURS = st.sets(st.integers(0, 23)).map(lambda hours: tuple(sorted(hours)))
DAYS = st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days)))
PACES = st.builds(
    Pace,
    gap=st.floats(0, 1e12),
    latest=st.none() | st.integers(-(10**9), 10**9).map(lambda seconds: YEAR + timedelta(seconds=seconds)),
    rhythm=st.builds(Rhythm, st.integers(0, 10**7), HOURS, DAYS),
    max_age=st.floats(0, 1e12),
    failures=st.integers(0, 10**6),
    retry_after=st.floats(-10, 1e12),
)


@given(PACES, st.floats(0, 1), st.integers(0, 366 * 86_400))
def test_there_is_always_a_next_look_soon_enough_and_never_at_once(pace: Pace, chance: float, second: int) -> None:
    now = YEAR + timedelta(seconds=second)
    at = next_poll(now, pace, BOUNDS, chance)
    assert BOUNDS.least <= at - now <= timedelta(days=9)
    rhythm = pace.rhythm
    if len(rhythm.skip_hours) < 24 and len(rhythm.skip_days) < 7:
        assert at.hour not in rhythm.skip_hours
        assert at.weekday() not in rhythm.skip_days
