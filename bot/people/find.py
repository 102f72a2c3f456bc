"""Where people are mentioned in an article, and none that only took the picture or wrote the piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Part, Spot
from bot.people.credits import CREDIT, SIGNED
from bot.people.features import capitalised, kind
from bot.people.lexicon import ORGANISATION_WORDS, folded
from bot.people.names import is_address, names
from bot.people.passages import Sentence

_OPENING = frozenset("\"“„«'‘(")
_CLOSING = frozenset("\"”“»'’)")
_NICKNAME = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in `sentence`, as tokens `start` to `end`; `words` are the name without a quoted nickname."""

    sentence: Sentence
    start: int
    end: int
    words: tuple[str, ...]
    nickname: str = ""
    addressed: bool = False

    @property
    def spot(self) -> Spot:
        first, last = self.sentence.tokens[self.start], self.sentence.tokens[self.end - 1]
        return self.sentence.passage.spot(first.start, last.end)

    @property
    def name(self) -> str:
        return " ".join(self.words)


def mentions(sentences: Sequence[Sentence], language: str = "en") -> list[Mention]:
    """Every mention of a person by name, in order."""
    found: list[Mention] = []
    for sentence, spans in zip(sentences, names([s.words for s in sentences], language), strict=True):
        stop = _credit_from(sentence)
        found += _named(sentence, [s for s in spans if stop is None or sentence.tokens[s[0]].start < stop])
    return found


def _named(sentence: Sentence, spans: list[tuple[int, int]]) -> Iterator[Mention]:
    """Mentions of one sentence; a nickname in quotation marks joins what stands around it."""
    words = sentence.words
    at = 0
    while at < len(spans):
        start, end = spans[at]
        at += 1
        last = _behind_nickname(words, end)
        if last is None:
            yield Mention(sentence, start, end, tuple(words[start:end]), "", start > 0 and is_address(words[start - 1]))
            continue
        nickname = " ".join(words[end + 1 : last - 1])
        stop = last + 1
        while at < len(spans) and spans[at][0] <= last:
            stop = max(stop, spans[at][1])
            at += 1
        yield Mention(sentence, start, stop, (*words[start:end], *words[last:stop]), nickname)


def _behind_nickname(words: Sequence[str], end: int) -> int | None:
    """The token behind a quoted nickname that begins at `end`, if the name goes on there."""
    if end + 2 >= len(words) or words[end] not in _OPENING:
        return None
    for close in range(end + 2, min(end + 2 + _NICKNAME, len(words) - 1)):
        if words[close] in _CLOSING:
            return close + 1 if _goes_on(words[close + 1]) else None
    return None


def _goes_on(word: str) -> bool:
    return capitalised(word) and kind(word) in "GBSXU" and folded(word) not in ORGANISATION_WORDS


def _credit_from(sentence: Sentence) -> int | None:
    """Where a photo credit or a sign-off begins in the sentence: whoever follows made the story, and is not in it."""
    text = sentence.passage.text[sentence.start : sentence.end]
    shown = sentence.passage.part in (Part.CAPTION, Part.BODY)
    for found in (CREDIT.search(text) if shown else None, SIGNED.match(text)):
        if found:
            return sentence.start + found.start()
    return None
