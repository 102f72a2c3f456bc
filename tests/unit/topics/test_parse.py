"""What a person types becomes a query, or the place where it goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QueryProblem
from bot.topics import Query, parse
from bot.topics.fields import DEEPEST, LONGEST, MOST_TERMS


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("taiwan", "taiwan"),
        ('  "climate   envoy" ', '"climate envoy"'),
        ("“climate envoy”", '"climate envoy"'),
        ("„Klima Gipfel“", '"Klima Gipfel"'),
        ("« sommet climat »", '"sommet climat"'),
        ("china us -trade", "china us -trade"),
        ("china us –trade", "china us -trade"),
        ("china AND us AND NOT trade", "china us -trade"),
        ("china and us not trade", "china us -trade"),
        ("+china +us", "china us"),
        ("nato OR asean", "nato OR asean"),
        ("nato or asean", "nato OR asean"),
        ("nato | asean", "nato OR asean"),
        ("(ceasefire OR truce) gaza", "(ceasefire OR truce) gaza"),
        ("gaza ceasefire OR truce", "(gaza ceasefire) OR truce"),
        ("a (b (c d)) OR (e OR f)", "(a b c d) OR e OR f"),
        ("taiwan Taiwan TAIWAN", "taiwan"),
        ("-(-taiwan)", "taiwan"),
        ("china -(trade OR tariff)", "china -(trade OR tariff)"),
        ('person:"Wang Yi"', 'person:"Wang Yi"'),
        ("who:Macron", 'person:"Macron"'),
        ("source:dw.com", "source:dw.com"),
        ("site:https://www.DW.com/en/news", "source:dw.com"),
        ("source:(dw.com OR bbc)", "source:dw.com OR source:bbc"),
        ("source: müller.de", "source:xn--mller-kva.de"),
        ("lang:de", "lang:de"),
        ("lang:German OR language:de-AT", "lang:de"),
        ("lang:französisch", "lang:fr"),
        ("title:minister", "title:minister"),
        ('headline:(talks OR "trade war")', 'title:talks OR title:"trade war"'),
        ("place:gaza", "place:gaza"),
        ('near:5 "climate talks"', 'near:5 "climate talks"'),
        ('near: 0 "talks talks climate"', 'near:0 "talks talks climate"'),
        ("u.n. OR (us!)", "UN OR US"),
        ("covid-19", '"covid-19"'),
        ("at&t", '"at&t"'),
        ("12:30", '"12:30"'),
        ("台湾", "台湾"),
        ("（台湾　OR　海峡）", "台湾 OR 海峡"),
        ("「気候変動」", "気候変動"),
        ('"or"', '"or"'),
        ("prix or", 'prix "or"'),
    ],
)  # fmt: skip
def test_is_read_and_printed_in_one_way(typed: str, read: str) -> None:
    assert str(parse(typed)) == read
    assert parse(read) == parse(typed)


@pytest.mark.parametrize(
    ("typed", "place", "problem", "suggestion"),
    [
        ("   ", "   ", "empty", ""),
        ("!!!", "!!!", "nothing_to_search", ""),
        ("-trade", "-", "only_negatives", ""),
        ("-trade -tariff", "-", "only_negatives", ""),
        ("china OR -trade", "-", "negative_choice", ""),
        ("china - trade", "-", "lonely_minus", "china -trade"),
        ('"climate envoy', '"', "open_quote", '"climate envoy"'),
        ("(a OR b", "(", "open_bracket", "(a OR b)"),
        ("a OR b)", ")", "unopened_bracket", "a OR b"),
        (")", ")", "unopened_bracket", ""),
        ("gaza ()", "()", "empty_brackets", "gaza"),
        ("OR gaza", "OR", "lonely_operator", "gaza"),
        ("gaza OR", "OR", "lonely_operator", "gaza"),
        ("gaza AND NOT", "NOT", "lonely_operator", ""),
        ("a OR OR b", "OR", "lonely_operator", "a OR b"),
        ("gaza source:", "source:", "missing_value", ""),
        ("sorce:dw.com", "sorce:", "unknown_field", "source:dw.com"),
        ("score:dw", "score:", "unknown_field", "source:dw"),
        ("mood:happy", "mood:", "unknown_field", "mood happy"),
        ("title:(source:dw.com)", "source:", "field_in_field", ""),
        ("lang:germn", "germn", "not_a_language", "lang:de"),
        ("lang:qq", "qq", "not_a_language", ""),
        ('source:"bbc co uk"', '"bbc co uk"', "not_a_host", "source:bbc.co.uk"),
        ('near:"a b"', "near:", "near_needs_number", 'near:5 "a b"'),
        ("near:5 climate talks", "5", "near_needs_words", 'near:5 "climate talks"'),
        ('near:5 "climate"', '"climate"', "near_needs_words", ""),
        ('near:500 "a b"', "500", "near_too_far", 'near:50 "a b"'),
        ("minist*", "*", "wildcard", "minist"),
        ("https://dw.com/en china", "https://dw.com/en", "link", "source:dw.com china"),
        ("china -china", "-", "contradiction", ""),
    ],
)
def test_says_where_it_goes_wrong(typed: str, place: str, problem: str, suggestion: str) -> None:
    with pytest.raises(QueryProblem) as caught:
        parse(typed)
    found = caught.value
    assert (found.given, found.problem, found.suggestion) == (place, problem, suggestion)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("a" * (LONGEST + 1), "too_long"),
        (" ".join(f"w{at}" for at in range(MOST_TERMS + 1)), "too_many_terms"),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), "too_deep"),
        ("NOT " * 50 + "a", "too_deep"),
    ],
)
def test_has_limits(typed: str, problem: str) -> None:
    with pytest.raises(QueryProblem) as caught:
        parse(typed)
    assert caught.value.problem == problem


@given(st.text(st.sampled_from('ab us-("):| OR AND not near:5 title: „“«» 台ไé*+'), max_size=60))
def test_whatever_is_typed_is_read_back_as_itself_or_refused_with_a_place(typed: str) -> None:
    query, problem = read(typed)
    if query is not None:
        assert parse(str(query)) == query
    if problem is not None:
        assert 0 <= problem.at <= problem.end <= len(typed)
        assert not problem.suggestion or str(parse(problem.suggestion))


def read(typed: str) -> tuple[Query | None, QueryProblem | None]:
    try:
        return parse(typed), None
    except QueryProblem as problem:
        return None, problem
