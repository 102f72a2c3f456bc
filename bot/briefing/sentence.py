"""The body as a row of sentences, each with what the ranker and the editor's rules ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.briefing.shorten import cut
from bot.briefing.spans import Spans, joined
from bot.model import Article, Block, BlockKind, Part, Source
from bot.text.sentences import sentences
from bot.text.stopwords import STOPWORDS
from bot.text.words import count_words, words

PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)
MOST_SENTENCES = 400
"""A story's news stands far before that; what comes after is not ranked, so that a book costs no more than a story."""

DATELINE_REACH = 2
"""The last block that may begin with the dateline: a standfirst or a caption may stand before it."""

MOST_LETTERS = 2_000
"""Of one sentence: what is longer is no sentence, and is passed over."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `source` is the whole of it; `kept` are the pieces of `whole` that a point would show, `text`
    those pieces joined; `length` is its words, as a reader would count them.

    `place` counts the story's sentences, `nth` those of its paragraph. `words` are all words of `text`, `told` the
    telling ones: what it is about.
    """

    text: str
    whole: str
    source: Source
    kept: Spans
    kind: BlockKind
    place: int
    nth: int
    words: list[str]
    told: frozenset[str]
    length: int


def told_in(
    article: Article, blocks: Iterable[tuple[int, Block]] | None = None, part: Part = Part.BODY
) -> list[Sentence]:
    """The sentences of `blocks` (with their places in `part`; all of the body by default), in order."""
    small = STOPWORDS.get(article.language, frozenset())
    found: list[Sentence] = []
    for at, block, nth, (start, end) in _spans(article, enumerate(article.body) if blocks is None else blocks):
        if len(found) == MOST_SENTENCES:
            break
        whole = block.text[start:end]
        kept = cut(whole, article.language, opens_story=not found or (nth == 0 and at <= DATELINE_REACH))
        text = joined(whole, kept)
        source = Source(at, start, end, part)
        said = words(text)
        spaced = text.isascii() or _UNSPACED.search(text) is None
        length = len(said) if spaced else count_words(text)
        told = _apart(said, small) if spaced else _telling(text, said, small)
        found.append(Sentence(text, whole, source, kept, block.kind, len(found), nth, said, told, length))
    return found


def _spans(article: Article, blocks: Iterable[tuple[int, Block]]) -> Iterator[tuple[int, Block, int, tuple[int, int]]]:
    """(block's place, block, nth in it, (start, end)) of each sentence of prose. Corrections are told apart."""
    for at, block in blocks:
        if block.kind in PROSE and block.text not in article.corrections:
            for nth, (start, end) in enumerate(sentences(block.text, article.language)):
                if end - start <= MOST_LETTERS:
                    yield at, block, nth, (start, end)


def telling(text: str, small: frozenset[str]) -> frozenset[str]:
    """The words that say something; pairs of characters where a script writes no spaces.

    Without a list of `small` words their shortness tells them.
    """
    return _telling(text, words(text), small)


def _telling(text: str, said: list[str], small: frozenset[str]) -> frozenset[str]:
    if _UNSPACED.search(text):
        unspaced = "".join(_UNSPACED.findall(text))
        if len(unspaced) > len(text) / 3:
            return frozenset(unspaced[at : at + 2] for at in range(len(unspaced) - 1))
    return _apart(said, small)


def _apart(said: list[str], small: frozenset[str]) -> frozenset[str]:
    shortest = 2 if small else 3
    return frozenset(word for word in said if len(word) > shortest and word not in small)
