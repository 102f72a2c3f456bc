"""Whatever the page, a point is in the article: its words are a subsequence of the words of its source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article import read
from bot.briefing import brief
from bot.briefing.shorten import cut
from bot.briefing.spans import joined
from bot.errors import ReadError
from bot.model import Article, Block, BlockKind, Briefing, Caption, Page, Part, StoryKind
from bot.text.words import words
from tests.labelled import pages, stories

PIECES = (
    "The Council voted on Tuesday 48 said “No” bridge. harbour; town? It he 。 橋 (or not) , on Monday, the mayor said "
    "in a statement on Friday. Meanwhile, LONDON (Reuters) - — ( ) „Ja“ [12] （東京） yesterday « non » a.m. U.S."
).split(" ")
lines = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
blocks = st.builds(Block, lines, st.sampled_from(list(BlockKind)), st.sampled_from([None, "2026-11-20T09:30:00+01:00"]))
languages = st.sampled_from(["en", "de", "es", "fr", "", "ja", "xx"])


def is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def check(article: Article, briefing: Briefing) -> None:
    for point in briefing.points + briefing.more:
        source = point.source
        sentence = article.at(source)
        if source.part is Part.BODY:
            assert article.body[source.paragraph].kind is not BlockKind.SUBHEAD
        assert is_subsequence(words(point.text), words(sentence))
        assert is_subsequence("".join(point.text.split()), sentence), "marks and capitals are the article's"
        assert all(0 <= each.start < each.end <= len(point.text) for each in point.dates)
    if lead := briefing.standfirst_source:
        assert is_subsequence(words(briefing.standfirst), words(article.at(lead)))


@settings(max_examples=1500)
@given(
    st.lists(blocks, max_size=12).map(tuple),
    languages,
    lines,
    st.sampled_from(list(StoryKind)),
    st.lists(st.builds(Caption, lines), max_size=4).map(tuple),
)
def test_whatever_the_page_every_point_is_in_it(
    body: tuple[Block, ...], language: str, standfirst: str, kind: StoryKind, captions: tuple[Caption, ...]
) -> None:
    article = Article(
        "A title",
        body,
        standfirst=standfirst,
        language=language,
        kind=kind,
        captions=captions,
        published="2023-07-13T09:00:00+02:00",
    )
    check(article, brief(article))


@settings(max_examples=1500)
@given(lines, languages, st.booleans())
def test_what_is_cut_leaves_the_other_words_in_order(sentence: str, language: str, opens: bool) -> None:
    kept = cut(sentence, language, opens_story=opens)
    assert all(start < end for start, end in kept)
    assert all(a[1] <= b[0] for a, b in pairwise(kept))
    assert is_subsequence(words(joined(sentence, kept)), words(sentence))


def test_thousands_of_real_stories(shared: Path) -> None:
    count = 0
    for article in stories(shared):
        check(article, brief(article))
        count += 1
    assert count >= 2000


def test_real_pages_in_many_languages(shared: Path) -> None:
    for address, html in pages(shared):
        try:
            article = read(Page(address, html))
        except ReadError:
            continue
        check(article, brief(article))


@pytest.mark.parametrize("piece", ["(", ")", "“", '"', ", on Monday", " (a)", "[1]", "— ", "a ", "«", ", he said"])
def test_a_page_of_marks_costs_no_more_than_a_page_of_words(piece: str) -> None:
    article = Article("T", (Block(piece * (100_000 // len(piece))),) * 3, language="en", published="2023-07-13")
    assert brief(article).reading_minutes >= 1
