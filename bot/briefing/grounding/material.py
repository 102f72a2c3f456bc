"""The article as what claims are checked against: its sentences with their facts, without what speaks to machines."""

from __future__ import annotations

from dataclasses import dataclass

from bot.briefing.grounding.facts import Facts, facts
from bot.briefing.grounding.orders import is_order
from bot.model import Article, Block, BlockKind, Source
from bot.text.sentences import sentences

MOST = 400
"""Sentences; a claim about what stands further back is not borne out."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `before` are the facts of the one before it in the same or the last paragraph."""

    source: Source
    text: str
    facts: Facts
    before: Facts | None


@dataclass(frozen=True, slots=True)
class Material:
    """`places` counts for each stem the sentences that it stands in; `topic` are the headline's stems."""

    lines: tuple[Line, ...]
    places: dict[str, int]
    topic: frozenset[str]
    language: str


def told(article: Article) -> list[tuple[int, Block]]:
    """The blocks that a model may be shown and a claim may rest on, with their places in the body."""
    return [
        (at, block)
        for at, block in enumerate(article.body)
        if block.kind is not BlockKind.SUBHEAD and not is_order(block.text)
    ]


def material(article: Article) -> Material:
    lines: list[Line] = []
    before: Facts | None = None
    for at, block in told(article):
        for start, end in sentences(block.text, article.language):
            if len(lines) == MOST:
                break
            found = facts(block.text[start:end], article.language)
            lines.append(Line(Source(at, start, end), block.text[start:end], found, before))
            before = found
    places: dict[str, int] = {}
    for line in lines:
        for word in {*line.facts.words, *line.facts.names}:
            places[word] = places.get(word, 0) + 1
    heading = facts(f"{article.title}. {article.standfirst}", article.language)
    return Material(tuple(lines), places, frozenset(heading.words), article.language)
