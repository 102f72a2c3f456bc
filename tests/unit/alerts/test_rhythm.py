"""What people type about when to be told."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.quiet import Quiet, quiet
from bot.alerts.rhythm import Mode, Rhythm, rhythm, time_of_day
from bot.alerts.zones import starting, zone
from bot.errors import InputError, NotARhythm, NotATime, NotAZone


@pytest.mark.parametrize(
    ("typed", "meant", "where"),
    [
        ("at once", Rhythm(), ""),
        ("Immediately", Rhythm(), ""),
        ("hourly", Rhythm(Mode.HOURLY), ""),
        ("daily", Rhythm(Mode.DAILY), ""),
        ("daily at 08:00 Europe/Berlin", Rhythm(Mode.DAILY, time(8)), "Europe/Berlin"),
        ("every day at 7 new york", Rhythm(Mode.DAILY, time(7)), "America/New_York"),
        ("weekdays at 8.30 pm Kolkata", Rhythm(Mode.WEEKDAYS, time(20, 30)), "Asia/Kolkata"),
        ("Weekdays 6:15", Rhythm(Mode.WEEKDAYS, time(6, 15)), ""),
        ("daily at 12am UTC", Rhythm(Mode.DAILY, time(0)), "UTC"),
    ],
)
def test_says_when_in_plain_words(typed: str, meant: Rhythm, where: str) -> None:
    assert rhythm(typed) == (meant, where)


@pytest.mark.parametrize("typed", ["", "sometimes", "at", "hourly at 8", "at once please"])
def test_a_rhythm_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(NotARhythm):
        rhythm(typed)


@pytest.mark.parametrize("typed", ["daily at", "daily at 25:00", "daily at 8:60", "daily at 13pm", "daily at ٨:00"])
def test_a_time_that_no_clock_shows_is_refused(typed: str) -> None:
    with pytest.raises(NotATime):
        rhythm(typed)


def test_a_misspelt_zone_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(NotAZone) as refused:
        rhythm("daily at 08:00 Europe/Berln")
    assert refused.value.given == "Europe/Berln"
    assert refused.value.near[0] == "Europe/Berlin"


def test_a_zone_is_known_by_its_city_and_completed() -> None:
    assert zone("são paulo".replace("ã", "a")).key == "America/Sao_Paulo"
    assert starting("berl", 5) == ["Europe/Berlin"]


@given(st.sampled_from(list(Mode)), st.times())
def test_a_rhythm_reads_back_as_itself(mode: Mode, at: time) -> None:
    timed = mode in {Mode.DAILY, Mode.WEEKDAYS}
    meant = Rhythm(mode, at.replace(second=0, microsecond=0, fold=0)) if timed else Rhythm(mode)
    assert rhythm(str(meant)) == (meant, "")


@given(st.text(max_size=200))
def test_whatever_is_typed_is_understood_or_refused_in_one_way(typed: str) -> None:
    for read in (rhythm, quiet, zone, time_of_day):
        with suppress(InputError):
            read(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22:00-07:00", Quiet(time(22), time(7))),
        ("10pm to 7am", Quiet(time(22), time(7))),
        ("13 – 14:30", Quiet(time(13), time(14, 30))),
        ("none", None),
    ],
)
def test_quiet_hours(typed: str, meant: Quiet | None) -> None:
    assert quiet(typed) == meant


@pytest.mark.parametrize("typed", ["22:00", "night", "7-7", "25-3"])
def test_quiet_hours_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(NotATime):
        quiet(typed)
