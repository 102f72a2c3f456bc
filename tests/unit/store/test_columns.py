"""What goes into a column comes out again, or becomes something that both databases take."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from bot.store.columns import Instant, indexable, milliseconds, storable

ANY_TEXT = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF), max_size=900)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_any_text_becomes_storable_and_a_storable_one_stays(text: str) -> None:
    stored = storable(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored
    assert storable(stored) == stored
    if "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text):
        assert stored == text


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_a_key_is_short_enough_for_an_index(text: str) -> None:
    assert len(indexable(text).encode()) <= 500
    assert indexable(indexable(text)) == indexable(text)


def test_long_keys_that_differ_at_the_end_stay_different() -> None:
    assert indexable("https://news.example/" + "ü" * 3000) != indexable("https://news.example/" + "ü" * 2999 + "u")


def test_two_halves_of_an_emoji_become_one() -> None:
    assert storable("\ud83d\ude00") == "\U0001f600"


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_moment_is_kept_to_the_millisecond(moment: datetime) -> None:
    column, dialect = Instant(), sqlite.dialect()
    back = column.process_result_value(column.process_bind_param(moment, dialect), dialect)
    assert back is not None
    assert back.tzinfo is UTC
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)


def test_another_zone_is_the_same_moment() -> None:
    there = datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    assert milliseconds(there) == milliseconds(datetime(2026, 1, 1, tzinfo=UTC))


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        milliseconds(datetime(2026, 1, 1))  # noqa: DTZ001
