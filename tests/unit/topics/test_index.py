"""Many subscriptions at once find exactly what each would find alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import QueryProblem
from bot.model import Article, Block
from bot.people import people
from bot.topics import Document, Index, document, matches, parse
from bot.topics.query import Query

WORDS = "minister ministers trade us US who told Wang Yi Kerry 台湾 海峡 台 the Haus Häuser gaza".split()
SIMPLE = [*WORDS, '"Wang Yi"', '"told us"', '"台湾海峡"', 'near:1 "trade gaza"', "title:trade", "title:台湾"]
FIELDS = ["source:dw.com", "source:dw", "lang:de", "lang:en", 'person:"Wang Yi"', "person:Kerry", 'person:"John Kerry"']

leaves = st.sampled_from(SIMPLE + FIELDS)
typed = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        inner.map(lambda one: f"-({one})"),
    ),
    max_leaves=6,
)
sentences = st.lists(st.sampled_from([*WORDS, "John Kerry", "Wang Yi", "U.S.", "."]), max_size=12).map(" ".join)


@st.composite
def stories(draw: st.DrawFn) -> Document:
    article = Article(
        draw(sentences),
        (Block(draw(sentences)), Block(draw(sentences))),
        url=draw(st.sampled_from(["https://www.dw.com/a", "https://rss.dw.com/a", "https://bbc.com/a", None])),
        language=draw(st.sampled_from(["en", "de", "zh"])),
    )
    return document(article, people(article))


def read(text: str) -> Query | None:
    try:
        return parse(text)
    except QueryProblem:
        return None


@given(st.lists(typed, max_size=8), st.lists(stories(), min_size=1, max_size=3), st.data())
@settings(max_examples=150, deadline=None)
def test_finds_what_each_query_finds_alone(texts: list[str], told: list[Document], data: st.DataObject) -> None:
    queries = {at: query for at, text in enumerate(texts) if (query := read(text)) is not None}
    index: Index[int] = Index()
    index.match(told[0])  # tables of a language are made with its first story, and kept up from then on
    for at, query in queries.items():
        index.add(at, query)
    for at in data.draw(st.sets(st.sampled_from(sorted(queries)))) if queries else ():
        index.remove(at)
        del queries[at]
    for story in told:
        found = {follower for match in index.match(story) for follower in match.followers}
        assert found == {at for at, query in queries.items() if matches(query, story)}


def story(text: str) -> Document:
    return document(Article("A title", (Block(text),), language="en"))


def test_equal_queries_are_one_match_with_all_who_follow_it() -> None:
    index: Index[str] = Index()
    for who, text in [("a", "taiwan -trade"), ("b", "TAIWAN  NOT trade"), ("c", "trade")]:
        index.add(who, parse(text))
    [match] = index.match(story("Talks about Taiwan"))
    assert (sorted(match.followers), match.query) == (["a", "b"], "taiwan -trade")


def test_following_anew_replaces_what_was_followed() -> None:
    index: Index[str] = Index()
    index.add("a", parse("taiwan"))
    index.add("a", parse("china"))
    assert not index.match(story("Taiwan"))
    assert index.match(story("China"))
    assert ("a" in index, len(index)) == (True, 1)


def test_nothing_is_left_of_what_was_removed() -> None:
    index: Index[int] = Index()
    index.match(story("Taiwan"))
    for at, text in enumerate(["taiwan", '"climate envoy" OR person:"Wang Yi"', "source:dw.com 台湾海峡"]):
        index.add(at, parse(text))
    for at in range(3):
        index.remove(at)
        index.remove(at)
    assert (len(index), len(index._vocabulary), index._alone, index._paired) == (0, 0, {}, {})


@pytest.mark.parametrize("text", ["lang:en", "source:dw"])
def test_a_query_without_words(text: str) -> None:
    index: Index[int] = Index()
    index.add(1, parse(text))
    article = Article("", (Block("Anything"),), url="https://www.dw.com/", language="en")
    assert [list(match.followers) for match in index.match(document(article))] == [[1]]
