"""Topics in plain words: what is asked for, why a story matches, where a query goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cards.failures import sentence
from bot.cards.readback import read_back
from bot.cards.topics import PROBLEMS, caret_lines, problem_card, why_line
from bot.chat import Kind
from bot.errors import QueryProblem
from bot.topics import Field, Reason, parse


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("taiwan", "Stories that say “taiwan”."),
        ("china us -trade", "Stories that say “china” and “US”, but that do not say “trade”."),
        ("nato OR asean OR un", "Stories that say “nato”, “asean” or “UN”."),
        ("(ceasefire OR truce) gaza", "Stories that say “gaza”, that say “ceasefire” or “truce”."),
        ('person:"Wang Yi" -lang:en', "Stories that name Wang Yi, but not in English."),
        ("title:(a OR b) source:dw.com", "Stories with “a” or “b” in the title, from dw.com."),
        (
            'near:5 "climate talks"',
            "Stories that say “climate” and “talks” close together, with at most 5 other words between.",
        ),
        ("a -(b c)", "Stories that say “a”, but not those that say “b” and “c”."),
        ("person:x OR place:gaza", "Stories that fit one of these: that name x; from a place called “gaza”."),
        ("a -(b OR lang:de)", "Stories that say “a”, but that fit none of these: that say “b”; in German."),
    ],
)
def test_a_query_is_read_back(query: str, words: str) -> None:
    assert read_back(parse(query)) == words


def problem_of(typed: str) -> QueryProblem:
    with pytest.raises(QueryProblem) as caught:
        parse(typed)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "shown", "column"),
    [
        ("china (us", "china (us", 6),
        ("china   (us", "china (us", 6),
        ("sorce:dw.com", "sorce:dw.com", 0),
        ("a " * 49 + "b )", "…" + "a " * 29 + "b )", 61),
    ],
)
def test_a_caret_stands_under_the_place(typed: str, shown: str, column: int) -> None:
    query, caret = caret_lines(problem_of(typed))
    assert (query, caret) == (shown, "\u00a0" * column + "^")


def test_a_caret_stands_right_under_wide_letters() -> None:
    assert caret_lines(problem_of("台湾 ()")) == ("台湾 ()", "\u3000\u3000\u00a0^")


def test_the_card_says_what_may_be_meant() -> None:
    card = problem_card(problem_of("sorce:dw.com"))
    assert card.body[0].text.startswith("I do not know “sorce:”.")
    assert card.body[-1].text == "Did you mean source:dw.com?"


def test_every_problem_has_its_sentence() -> None:
    import re

    import bot.topics

    source = "".join(path.read_text() for path in Path(bot.topics.__file__).parent.glob("*.py"))
    raised = set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', source)) & PROBLEMS.keys()
    assert raised | {"empty", "link", "wildcard", "contradiction"} == PROBLEMS.keys()
    assert sentence(problem_of("{x} OR")) == "“OR” needs something on both sides of it (NOT and - only behind them)."


def test_why_a_story_matches() -> None:
    reasons = [
        Reason('person:"Wang Yi"', Field.BODY, 0, "Wang Yi"),
        Reason("minister", Field.TITLE, 0, "Ministers"),
        Reason("source:dw", Field.SOURCE, 0, "dw.com"),
        Reason("china", Field.BODY, 3, "China"),
    ]
    assert why_line(reasons[:1]).text == 'matches person:"Wang Yi" in paragraph 1'
    assert why_line(reasons).text == (
        'matches person:"Wang Yi" in paragraph 1, minister (“Ministers”) in the title, source:dw and 1 more'
    )


def test_query_and_caret_keep_their_columns_wherever_they_are_shown() -> None:
    [code] = [part for part in problem_card(problem_of("bridge OR (harbour")).body if part.kind is Kind.CODE]
    query, caret = code.text.split("\n")
    assert query[caret.index("^")] == "("
