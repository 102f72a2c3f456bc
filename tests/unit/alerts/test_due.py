"""A simulated year of digests and quiet hours: two changes of the clocks, a leap day, a clock that jumps back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.due import due
from bot.alerts.quiet import Quiet, released
from bot.alerts.rhythm import Mode, Rhythm

BERLIN, KOLKATA, LORD_HOWE, UTC_ZONE = map(ZoneInfo, ("Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"))
ZONES = (BERLIN, KOLKATA, LORD_HOWE, ZoneInfo("America/New_York"), ZoneInfo("Africa/Casablanca"), UTC_ZONE)
YEAR = (datetime(2028, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC))
"""A leap year."""
NIGHT = Quiet(time(22), time(7))
A_STORY_EVERY = timedelta(minutes=20)

moments = st.integers(0, 2_600_000).map(lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
zones = st.sampled_from(ZONES)
rhythms = st.builds(Rhythm, st.sampled_from(list(Mode)), st.times(timezones=st.none()))
hours = st.one_of(st.none(), st.builds(Quiet, st.times(), st.times()).filter(lambda q: q.start != q.end))


def year_of(rhythm: Rhythm, quiet: Quiet | None, zone: ZoneInfo) -> list[datetime]:
    """When a channel heard something, in a year in which a story comes every 20 minutes."""
    heard: list[datetime] = []
    now = YEAR[0]
    while now < YEAR[1]:
        sent = next((at for at in reversed(heard) if at <= now), None)
        at = due(rhythm, quiet, zone, now, sent)
        if not heard or at != heard[-1]:
            heard.append(at)
        now += A_STORY_EVERY
    return heard


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_a_daily_digest_comes_once_on_every_day_of_the_year_at_its_hour(zone: ZoneInfo) -> None:
    heard = [at.astimezone(zone) for at in year_of(Rhythm(Mode.DAILY, time(8)), None, zone)]
    days = [at.date() for at in heard]
    assert days == sorted(set(days))
    assert len(days) in {366, 367}
    assert date(2028, 2, 29) in days
    assert {at.time() for at in heard} == {time(8)}


def test_weekdays_leave_the_weekends_out() -> None:
    heard = [at.astimezone(BERLIN) for at in year_of(Rhythm(Mode.WEEKDAYS, time(8)), None, BERLIN)]
    assert {at.weekday() for at in heard} == {0, 1, 2, 3, 4}
    assert len({at.date() for at in heard}) == 261


def test_an_hour_that_the_clocks_skip_comes_later_and_one_that_comes_twice_counts_once() -> None:
    heard = year_of(Rhythm(Mode.DAILY, time(2, 30)), None, BERLIN)
    by_day = {at.astimezone(BERLIN).date(): at for at in heard}
    assert len(heard) == len(by_day)
    assert by_day[date(2028, 3, 26)].astimezone(BERLIN).time() == time(3, 30)
    assert by_day[date(2028, 10, 29)] == datetime(2028, 10, 29, 0, 30, tzinfo=UTC)


def test_hourly_is_on_the_hour_of_the_place() -> None:
    assert {at.astimezone(KOLKATA).minute for at in year_of(Rhythm(Mode.HOURLY), None, KOLKATA)} == {0}
    heard = year_of(Rhythm(Mode.HOURLY), None, BERLIN)
    assert {after - before for before, after in pairwise(heard)} == {timedelta(hours=1)}


def test_nothing_is_heard_in_quiet_hours_and_nothing_is_dropped() -> None:
    now = YEAR[0]
    while now < YEAR[1]:
        at = due(Rhythm(), NIGHT, BERLIN, now)
        local = at.astimezone(BERLIN).time()
        assert time(7) <= local < time(22)
        assert now <= at <= now + timedelta(hours=10)
        now += A_STORY_EVERY


def test_a_clock_that_jumps_back_gives_no_second_digest() -> None:
    daily = Rhythm(Mode.DAILY, time(8))
    eight = datetime(2028, 5, 3, 6, tzinfo=UTC)
    again = due(daily, None, BERLIN, eight - timedelta(hours=2), eight)
    assert again == eight + timedelta(days=1)


def test_a_digest_sent_under_a_clock_a_year_ahead_holds_nothing_up() -> None:
    now = datetime(2028, 5, 3, 5, tzinfo=UTC)
    assert due(Rhythm(Mode.DAILY, time(8)), None, BERLIN, now, now + timedelta(days=365)) == now + timedelta(hours=1)


@given(rhythms, hours, zones, moments)
def test_what_is_due_is_never_past_never_quiet_and_never_more_than_four_days_away(
    rhythm: Rhythm, quiet: Quiet | None, zone: ZoneInfo, now: datetime
) -> None:
    at = due(rhythm, quiet, zone, now)
    assert now <= at <= now + timedelta(days=4, hours=26)
    assert released(quiet, at, zone) == at or at.astimezone(zone).fold
