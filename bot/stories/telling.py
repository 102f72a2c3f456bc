"""One article as one telling of a story: what it is recognised by, and what it states."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.model import Article, Part, Person
from bot.stories.facts import facts
from bot.stories.sketch import sketch
from bot.stories.terms import terms
from bot.text.language import guess
from bot.text.sentences import sentences
from bot.text.tokens import tokens

LONGEST = 60_000
"""Characters of an article that are looked at."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the body with the facts it states."""

    text: str
    facts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Telling:
    """An article that is to be placed: its terms with their weighted counts, the sketch of its text, what it states."""

    terms: dict[int, float]
    sketch: array[int]
    facts: frozenset[int]
    statements: tuple[Statement, ...]


def telling(article: Article, people: Iterable[Person] = ()) -> Telling:
    """What `article` tells, with who was found in it. Takes time in proportion to the text, up to `LONGEST`."""
    language = (article.language or guess(_start(article))).partition("-")[0].lower()
    headline = f"{article.title} {article.standfirst}"[:LONGEST]
    above = tokens(headline)
    statements: list[Statement] = []
    body: list[str] = []
    for text, names in _sentences(article, tuple(people), language):
        words = tokens(text)
        body += words
        statements.append(Statement(text, facts(text, words, language, names)))
    stated = facts(headline, above, language).union(*(statement.facts for statement in statements))
    return Telling(terms([*above, *body], language), sketch(body), stated, tuple(statements))


def _start(article: Article) -> str:
    return " ".join((article.title, article.standfirst, *(block.text for block in article.body[:20])))


def _sentences(article: Article, people: Sequence[Person], language: str) -> Iterator[tuple[str, list[str]]]:
    """The sentences of the body, each with the full names of the people it mentions."""
    named: dict[int, list[tuple[int, int, str]]] = {}
    for person in people:
        if " " in person.name:
            for spot in person.mentions:
                if spot.part is Part.BODY:
                    named.setdefault(spot.paragraph, []).append((spot.start, spot.end, person.name))
    left = LONGEST
    for at, block in enumerate(article.body):
        text = block.text[:left]
        left -= len(text)
        here = named.get(at, ())
        for start, end in sentences(text, language):
            yield text[start:end], [name for first, last, name in here if start <= first and last <= end]
