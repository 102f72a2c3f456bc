"""Where sentences end, in several scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.sentences import sentences
from tests.unit.text.sentence_cases import BETWEEN, BROKEN_LINES, CASES


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(("language", "parts"), CASES)
def test_sentences(language: str, parts: tuple[str, ...]) -> None:
    text = BETWEEN.get(language, " ").join(parts)
    assert tuple(text[start:end] for start, end in sentences(text, language)) == parts


@pytest.mark.parametrize(("language", "parts"), [case for case in CASES if case[0] not in ("de", "th")])
def test_sentences_of_a_language_that_nobody_named(language: str, parts: tuple[str, ...]) -> None:
    assert tuple(split(BETWEEN.get(language, " ").join(parts))) == parts


@pytest.mark.parametrize(("language", "text", "parts"), BROKEN_LINES)
def test_a_headline_without_a_stop(language: str, text: str, parts: tuple[str, ...]) -> None:
    assert tuple(text[start:end] for start, end in sentences(text, language)) == parts


def test_a_thai_paragraph_without_a_word_that_opens_is_cut_before_a_clause() -> None:
    clause = "นายกเทศมนตรีสั่งปิดสะพานเก่าที่ท่าเรือและให้รถทุกคันใช้ทางเลี่ยงจนกว่าจะซ่อมเสร็จ "
    text = clause * 3 + "โดยจะใช้เงิน 48 ล้านบาท"
    first, *_ = split(text)
    assert 200 < len(first) < 300


def test_the_language_decides_where_a_stop_is_doubtful() -> None:
    text = "Der Preis ging an den 1. FC Altstadt. Danach sprach Ludwig XIV. König allein."
    assert [text[a:b] for a, b in sentences(text, "de")] == [
        "Der Preis ging an den 1. FC Altstadt.",
        "Danach sprach Ludwig XIV. König allein.",
    ]
    assert len(split("They moved to World War II. Churchill spoke.")) == 2


@pytest.mark.parametrize("piece", [".", "…", "!?", ".)", "A. ", ". ", "; ", "\n", '."', "ก ", "ว่า ", "ก."])
def test_a_page_of_marks_is_read_once(piece: str) -> None:
    text = piece * (200_000 // len(piece)) + "a"
    assert sentences(text)[-1][1] == len(text)


@given(st.text())
def test_sentences_are_in_order_trimmed_and_cover_all_words(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
