"""An article as passages of sentences and tokens, each with its place; a caption that is printed twice counts once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.model import Article, Part, Spot
from bot.people.tokens import Token, tokens
from bot.text.sentences import sentences
from bot.text.words import words

LONGEST = 20_000
"""Characters of one passage that are looked at; no paragraph of news is as long."""

MOST = 80_000
"""Characters of one article: some 13,000 words. What comes later in a longer page is not looked at."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage; `tokens` count their places in the whole passage."""

    passage: Passage
    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.tokens)

    def spot(self) -> Spot:
        return self.passage.spot(self.start, self.end)


@dataclass(frozen=True)
class Passage:
    part: Part
    paragraph: int
    text: str

    def spot(self, start: int, end: int) -> Spot:
        return Spot(self.paragraph, start, end, self.part)


def passages(article: Article) -> list[Passage]:
    """Body first, in reading order; then what stands around it."""
    found, room = [], MOST
    for part, paragraph, text in _texts(article):
        if room <= 0:
            break
        found.append(Passage(part, paragraph, text[: min(LONGEST, room)]))
        room -= len(text)
    return found


def _texts(article: Article) -> Iterator[tuple[Part, int, str]]:
    yield Part.TITLE, 0, article.title
    yield Part.STANDFIRST, 0, article.standfirst
    for at, block in enumerate(article.body):
        yield Part.BODY, at, block.text
    seen: set[tuple[str, ...]] = set()
    for at, caption in enumerate(article.captions):
        key = tuple(words(caption.text))
        if key not in seen:
            seen.add(key)
            yield Part.CAPTION, at, caption.text


def split(passage: Passage, language: str) -> Iterator[Sentence]:
    for start, end in sentences(passage.text, language):
        found = tokens(passage.text, start, end)
        if found:
            yield Sentence(passage, start, end, tuple(found))
