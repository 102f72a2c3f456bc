"""Text from anywhere becomes one safe line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.text.plain import plain, plain_lines


def test_disguises_are_taken_off() -> None:
    assert plain("inv\u202eoice\u200b \x1b[31mred\x07\u2066!\ufeff") == "invoice [31mred!"


def test_joiners_stay_for_the_scripts_and_emoji_that_need_them() -> None:
    for text in ("می‌خواهم", "क्‍ष", "👩‍🚀"):
        assert plain(text) == text


def test_white_space_is_folded() -> None:
    assert plain(" a\n\tb\u00a0 c ") == "a b c"
    assert plain_lines("a \n\n  b\r\nc") == ["a", "b", "c"]


@given(st.text())
def test_plain_is_one_line_and_stable(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert len(once.splitlines()) <= 1
    once.encode()
