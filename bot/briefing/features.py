"""What the ranker looks at in a sentence: numbers that need no word list and mean the same in every language.

Where a list of small words or pronouns exists for the language it sharpens a few of them; elsewhere those are zero.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.briefing.openings import FIRST_PERSONS, PRONOUNS
from bot.briefing.quoted import quoted_spans
from bot.briefing.sentence import Sentence

_NAME = re.compile(r"(?<=[^\W_] |, |; )[A-ZÄÖÜÀ-ÞΑ-ΩА-Я][\w'’-]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_STOPPED = re.compile(r"[.!?。！？।۔؟][\"'”’»“)\]」]*$")

NAMES = (
    "first", "second", "early", "soon", "place_inverse", "place_log", "place_share", "at_end",
    "paragraph_log", "opens_paragraph", "paragraph_size",
    "length_log", "length_log_squared",
    "central", "central_sum", "centroid_cosine", "frequent", "rare_share", "top_words",
    "like_before", "like_lead", "new_share", "taken_up_share",
    "has_name", "names", "known_names", "has_number", "numbers", "unstopped",
    "quoted_share", "opens_quoted", "commas", "word_length",
    "first_person", "pronouns",
)  # fmt: skip
"""In the order in which `measured` gives them; the weights file names them."""

_TOP = 5
_LEAD = 2
_BACK = 12
"""Sentences before it that a sentence is compared with."""


@dataclass(frozen=True, slots=True)
class _Story:
    """The whole: in how many sentences a word stands, where it stands last, how long paragraphs are."""

    spread: Counter[str]
    logs: dict[str, float]
    last: dict[str, int]
    sizes: Counter[int]
    norm: float
    top: frozenset[str]
    total: int


def measured(sentences: Sequence[Sentence], language: str) -> list[list[float]]:
    """One row of `NAMES` for each sentence; the story's own other sentences are the only yardstick."""
    story = _story(sentences)
    mine, pronouns = FIRST_PERSONS.get(language, frozenset()), PRONOUNS.get(language, frozenset())
    seen: set[str] = set()
    rows = []
    for sentence in sentences:
        rows.append(
            [
                *_place(sentence, story),
                *_length(sentence.length),
                *_centre(sentence, story),
                *_novelty(sentence, sentences, story, seen),
                *_facts(sentence, story),
                *_manner(sentence),
                *_voice(sentence, mine, pronouns),
            ]
        )
        seen |= sentence.told
    return rows


def _story(sentences: Sequence[Sentence]) -> _Story:
    spread = Counter(word for each in sentences for word in each.told)
    return _Story(
        spread,
        {word: math.log(count) for word, count in spread.items()},
        {word: each.place for each in sentences for word in each.told},
        Counter(each.source.paragraph for each in sentences),
        math.sqrt(sum(count * count for count in spread.values())) or 1.0,
        frozenset(word for word, _ in spread.most_common(_TOP)),
        len(sentences),
    )


def _place(sentence: Sentence, story: _Story) -> tuple[float, ...]:
    at = sentence.place
    return (
        at == 0,
        at == 1,
        3 <= at < 5,
        5 <= at < 8,
        1 / (1 + at),
        math.log1p(at),
        at / story.total,
        at >= story.total - 2,
        math.log1p(sentence.source.paragraph),
        sentence.nth == 0,
        math.log(story.sizes[sentence.source.paragraph]),
    )


def _length(words: int) -> tuple[float, ...]:
    log = math.log(max(1, words))
    return log, log * log


def _centre(sentence: Sentence, story: _Story) -> tuple[float, ...]:
    """How much of what the story keeps speaking of is in the sentence."""
    counts = list(map(story.spread.__getitem__, sentence.told))
    many = len(counts) or 1
    logs = sum(map(story.logs.__getitem__, sentence.told))
    whole = sum(counts)
    return (
        logs / (4 + many),
        logs / 10,
        whole / (story.norm * math.sqrt(many)),
        whole / many / story.total,
        counts.count(1) / many,
        len(sentence.told & story.top) / _TOP,
    )


def _novelty(sentence: Sentence, sentences: Sequence[Sentence], story: _Story, seen: set[str]) -> tuple[float, ...]:
    told, many = sentence.told, len(sentence.told) or 1
    before = sentences[max(0, sentence.place - _BACK) : sentence.place]
    return (
        max((_alike(told, other.told) for other in before), default=0.0),
        max((_alike(told, other.told) for other in sentences[:_LEAD]), default=0.0) if sentence.place >= _LEAD else 0.0,
        len(told - seen) / many,
        sum(map(sentence.place.__lt__, map(story.last.__getitem__, told))) / many,
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / math.sqrt(len(one) * len(other)) if shared else 0.0


def _facts(sentence: Sentence, story: _Story) -> tuple[float, ...]:
    names = {name.casefold().split("'")[0].split("’")[0] for name in _NAME.findall(sentence.text)}
    numbers = len(_NUMBER.findall(sentence.text))
    return (
        bool(names),
        min(6, len(names)) / 3,
        sum(story.logs.get(name, 0.0) for name in names) / 3,
        numbers > 0,
        min(3, numbers),
    )


def _manner(sentence: Sentence) -> tuple[float, ...]:
    """Whether it is finished, how much of it is quoted, how winding and how long-worded it is."""
    text = sentence.text
    quoted = quoted_spans(text)
    return (
        _STOPPED.search(text) is None,
        sum(end - start for start, end in quoted) / (len(text) or 1),
        bool(quoted) and quoted[0][0] == 0,
        min(4, text.count(",")) / 2,
        sum(map(len, sentence.words)) / (5 * len(sentence.words) or 1),
    )


def _voice(sentence: Sentence, mine: frozenset[str], pronouns: frozenset[str]) -> tuple[float, ...]:
    """The lists are there for a few languages; elsewhere these are zero."""
    many = len(sentence.words) or 1
    return (
        10 * sum(map(mine.__contains__, sentence.words)) / many,
        10 * sum(map(pronouns.__contains__, sentence.words)) / many,
    )
