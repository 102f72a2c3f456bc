"""Relative dates, against a table written by hand: right or not at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefing.dates import resolve
from tests.unit.briefing.date_cases import CASES


def test_the_table_is_large_and_in_four_languages() -> None:
    assert len(CASES) >= 150
    assert {language for language, *_ in CASES} == {"en", "de", "es", "fr"}


@pytest.mark.parametrize(("language", "published", "sentence", "meant"), CASES)
def test_what_is_meant(language: str, published: str, sentence: str, meant: dict[str, str]) -> None:
    found = resolve(sentence, language, published or None)
    assert {sentence[each.start : each.end]: each.date for each in found} == meant


def test_a_language_without_a_table_is_left_as_printed() -> None:
    assert resolve("Rådet stemte tirsdag.", "da", "2023-07-13") == ()


@given(
    st.text(alphabet="on Monday lastwekjuly13,.“” 0123456789", max_size=120), st.sampled_from(["en", "de", "es", "fr"])
)
def test_spans_are_in_order_and_apart(text: str, language: str) -> None:
    found = resolve(text, language, "2023-07-13T10:00:00+02:00")
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
