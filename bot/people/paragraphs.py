"""Paragraphs as quotes are read in: a quote and who speaks it may stand in different sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Part
from bot.people.describe import Described
from bot.people.find import Mention
from bot.people.passages import Passage, Sentence
from bot.people.speakers import Names


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body with all its tokens in a row, and who is named where."""

    passage: Passage
    words: tuple[str, ...]
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    offsets: dict[int, int]
    """Of each sentence, by id: the place of its first token among the paragraph's."""

    sentences: dict[int, Sentence]
    """By that place."""

    def names(self) -> Names:
        return {n: span for mention in self.mentions for span in (self.span(mention),) for n in range(*span)}

    def span(self, mention: Mention) -> tuple[int, int]:
        base = self.offsets[id(mention.sentence)]
        return mention.start + base, mention.end + base

    def token_at(self, place: int) -> int:
        """The first token at or behind the character `place`."""
        return next((n for n, start in enumerate(self.starts) if start >= place), len(self.starts))


def paragraphs(sentences: Sequence[Sentence], people: Sequence[Described]) -> list[Paragraph]:
    """The body's paragraphs, in order."""
    by_sentence: dict[int, list[Mention]] = {}
    for one in people:
        for mention in one.entry.mentions:
            by_sentence.setdefault(id(mention.sentence), []).append(mention)
    grouped: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.passage.part is Part.BODY:
            grouped.setdefault(id(sentence.passage), []).append(sentence)
    out = []
    for group in grouped.values():
        offsets: dict[int, int] = {}
        words: list[str] = []
        starts: list[int] = []
        for sentence in group:
            offsets[id(sentence)] = len(words)
            words += sentence.words
            starts += [token.start for token in sentence.tokens]
        mentions = sorted((m for s in group for m in by_sentence.get(id(s), [])), key=lambda m: m.spot.start)
        places = {offsets[id(sentence)]: sentence for sentence in group}
        out.append(Paragraph(group[0].passage, tuple(words), tuple(starts), tuple(mentions), offsets, places))
    return out
