"""What a sentence states that can be new."""

from __future__ import annotations

import pytest

from bot.stories.facts import facts, numbers, outcomes
from bot.text.tokens import tokens


@pytest.mark.parametrize(
    ("language", "sentence", "values"),
    [
        ("en", "At least 1,200 people and three dogs", [1200, 3]),
        ("en", "It cost 2.5 million, then $3bn", [2_500_000, 3_000_000_000]),
        ("en", "On July 13, 2023, at 10:30, one man", []),
        ("en", "At 9 a.m. and 10 pm, on Sept. 11", []),
        ("de", "Um 8 Uhr starben 30", [30]),
        ("de", "Rund 1.200 Menschen, 2,5 Millionen Euro, drei Hunde", [1200, 2_500_000, 3]),
        ("fr", "Deux blessés, 3,5 milliards", [2, 3_500_000_000]),
        ("es", "Doce heridos y 40 mil euros", [12, 40_000]),
        ("en", "9" * 400 + " 1.2.3.4 ,,, 5.", [1.234, 5]),
    ],
)
def test_numbers(language: str, sentence: str, values: list[float]) -> None:
    assert [value for value, _ in numbers(sentence, tokens(sentence), language)] == values


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("en", "Two men were arrested and later freed", {"arrested", "freed"}),
        ("de", "Der Minister ist zurückgetreten", {"zurückgetreten"}),
        ("fr", "Il a été condamné", {"condamné"}),
        ("es", "Llegaron a un acuerdo", {"acuerdo"}),
        ("xx", "arrested", set()),
    ],
)
def test_outcomes(language: str, sentence: str, found: set[str]) -> None:
    assert outcomes(tokens(sentence), language) == found


def stated(sentence: str, names: tuple[str, ...] = ()) -> frozenset[int]:
    return facts(sentence, tokens(sentence), "en", names)


def test_a_number_is_one_fact_however_it_is_written() -> None:
    assert stated("3 died") == stated("Three were killed") - stated("killed") | stated("died")


def test_a_few_of_something_is_a_fact_where_something_happened() -> None:
    assert stated("Two senators said so.") == frozenset()
    assert len(stated("Nine sailors were injured.")) == 2
    assert len(stated("Twelve senators said so.")) == 1


def test_people_are_facts_however_their_names_are_spelt() -> None:
    assert stated("", ("Volodymyr Zelensky",)) == stated("", ("Volodymyr Zelenskyy",))
