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

MOST_SENTENCES = 400


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
    language = (article.language or guess(_text(article))).partition("-")[0].lower()
    words = tokens(_text(article)[:LONGEST])
    body = tokens(" ".join(block.text for block in article.body)[:LONGEST])
    statements = tuple(_statements(article, tuple(people), language))
    headline = facts(f"{article.title} {article.standfirst}", language)
    stated = headline.union(*(statement.facts for statement in statements))
    return Telling(terms(words, language), sketch(body), stated, statements)


def _text(article: Article) -> str:
    return " ".join((article.title, article.standfirst, *(block.text for block in article.body)))


def _statements(article: Article, people: Sequence[Person], language: str) -> Iterator[Statement]:
    named: dict[int, list[tuple[int, int, str]]] = {}
    for person in people:
        if " " in person.name:
            for spot in person.mentions:
                if spot.part is Part.BODY:
                    named.setdefault(spot.paragraph, []).append((spot.start, spot.end, person.name))
    count = length = 0
    for at, block in enumerate(article.body):
        length += len(block.text)
        if length > LONGEST:
            return
        for start, end in sentences(block.text, language):
            names = [name for first, last, name in named.get(at, ()) if start <= first and last <= end]
            text = block.text[start:end]
            yield Statement(text, facts(text, language, names))
            count += 1
            if count == MOST_SENTENCES:
                return
