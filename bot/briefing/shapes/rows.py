"""Scores, topic pages and lists: rows rather than prose, told as they stand, each under its subhead."""

from __future__ import annotations

from collections.abc import Iterator

from bot.briefing.boilerplate import is_boilerplate
from bot.briefing.pick import MOST, Pick, Told
from bot.briefing.sentence import Sentence, told_in
from bot.briefing.shapes.news import ranked
from bot.briefing.standing import LONGEST
from bot.model import Article, BlockKind, StoryKind

SHORTEST_ROW = {StoryKind.SCORES: 2, StoryKind.TOPIC: 4, StoryKind.LISTICLE: 4}
"""In words: a score is `Eastmouth 2-1 Westmouth`, a headline on a topic page has a few words more."""

LEAST_ROWS = 2
CELL = " | "
"""Between the cells of a table, whose rows tell nothing without their head."""


def rows(article: Article) -> Pick:
    """The first rows in the page's own order; where there are hardly any rows, its prose as news."""
    sentences = told_in(article)
    found = list(_rows(article, sentences))
    if len(found) < LEAST_ROWS:
        return ranked(article, sentences)
    return Pick(tuple(found[:MOST]))


def _rows(article: Article, sentences: list[Sentence]) -> Iterator[Told]:
    """A list's items; without a list, the first sentence of each section (or block, on a page without subheads)."""
    itemised = sum(block.kind is BlockKind.ITEM for block in article.body) >= LEAST_ROWS
    headed = any(block.kind is BlockKind.SUBHEAD for block in article.body)
    shortest = SHORTEST_ROW.get(article.kind, 4)
    last = ""
    for sentence in sentences:
        if sentence.nth or not shortest <= sentence.length <= LONGEST or is_boilerplate(sentence.text):
            continue
        if article.kind is not StoryKind.SCORES and CELL in sentence.text:
            continue
        heading = heading_of(article, sentence.source.paragraph)
        if itemised and sentence.kind is not BlockKind.ITEM:
            continue
        if article.kind is StoryKind.SCORES and not any(letter.isdigit() for letter in sentence.text):
            continue
        if headed and not itemised and (not heading or heading == last):
            continue
        last = heading
        yield Told(sentence, "" if itemised else heading)


def heading_of(article: Article, paragraph: int) -> str:
    """The nearest subhead above."""
    for at in range(paragraph - 1, -1, -1):
        if article.body[at].kind is BlockKind.SUBHEAD:
            return article.body[at].text
    return ""
