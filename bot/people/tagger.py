"""The learned tagger: a linear chain over each run of capitalised tokens, in plain Python."""

from __future__ import annotations

import lzma
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from bot.people.features import Document, Sentence, run_features, runs, word_features

LABELS = "BILGO"
"""Begins a person, goes on with one, place, organisation, none of these."""

_WIDTH = len(LABELS)
_NEVER = float("-inf")
_MOST_WORDS = 20_000

Scores = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """`features` maps a feature to its weight for each label; `steps[a][b]` is what following `a` by `b` adds."""

    features: dict[str, Scores]
    steps: tuple[Scores, ...]
    caution: float
    words: dict[str, Scores] = field(default_factory=dict)

    def word(self, token: str) -> list[float]:
        """What the token says by itself; kept, because texts repeat their words."""
        known = self.words.get(token)
        if known is None:
            if len(self.words) > _MOST_WORDS:
                self.words.clear()
            known = self.words[token] = tuple(_summed(word_features(token), self.features))
        return list(known)


@dataclass(frozen=True, slots=True)
class Guess:
    """A person in one sentence, as tokens `start` to `end`; `lead`: how far ahead of the best reading without them."""

    sentence: int
    start: int
    end: int
    lead: float


@cache
def weights() -> Weights:
    """The weights that ship with the package, read once."""
    return unpacked((files("bot.people") / "weights.xz").read_bytes())


def packed(learned: Weights, scale: float) -> bytes:
    """`learned` as a file: a line of numbers, the features' names, a NUL, then a byte for each label and feature."""
    names = sorted(name for name, row in learned.features.items() if any(round(value / scale) for value in row))
    head = [scale, learned.caution, *(step for row in learned.steps for step in row)]
    text = " ".join(f"{number:.4g}" for number in head) + "\n" + "\n".join(names) + "\0"
    columns = (
        max(-128, min(127, round(learned.features[name][label] / scale))) for label in range(_WIDTH) for name in names
    )
    return lzma.compress(text.encode() + array("b", columns).tobytes(), preset=9 | lzma.PRESET_EXTREME)


def unpacked(data: bytes) -> Weights:
    text, _, columns = lzma.decompress(data).partition(b"\0")
    head, *names = text.decode().split("\n")
    scale, caution, *steps = map(float, head.split())
    values, size = [value * scale for value in memoryview(columns).cast("b")], len(names)
    table = {name: tuple(values[at::size]) for at, name in enumerate(names)}
    rows = tuple(tuple(steps[at : at + _WIDTH]) for at in range(0, _WIDTH * _WIDTH, _WIDTH))
    return Weights(table, rows, caution)


def guesses(sentences: Sequence[Sentence], document: Document, known: Weights | None = None) -> Iterator[Guess]:
    """Every person the tagger sees, in order. A word mostly means the same all over a text, so scores are pooled."""
    learned = known or weights()
    found = [(n, run) for n, sentence in enumerate(sentences) for run in runs(sentence)]
    scored = [_emissions(sentences[n], run, document, learned) for n, run in found]
    _pool(
        [
            (sentences[n][run[0] + at], row)
            for (n, run), rows in zip(found, scored, strict=True)
            for at, row in enumerate(rows)
        ]
    )
    for (number, run), scores in zip(found, scored, strict=True):
        path, score = _best(scores, learned)
        for start, end in _people(path):
            yield Guess(number, run[0] + start, run[0] + end, _lead(scores, start, end, score, learned))


POOL = 0.6


def _pool(rows: list[tuple[str, list[float]]]) -> None:
    """Move each token's leaning to a person part of the way to its mean over the text."""
    leanings: dict[str, list[float]] = {}
    for token, row in rows:
        leanings.setdefault(token, []).append(max(row[0], row[1]) - max(row[2:]))
    means = {token: sum(values) / len(values) for token, values in leanings.items() if len(values) > 1}
    for token, row in rows:
        if token in means:
            shift = POOL * (means[token] - (max(row[0], row[1]) - max(row[2:])))
            row[0] += shift
            row[1] += shift


def _emissions(sentence: Sentence, run: tuple[int, int], document: Document, learned: Weights) -> list[list[float]]:
    table = learned.features
    out = []
    for at, around in enumerate(run_features(sentence, run, document), run[0]):
        scores = learned.word(sentence[at])
        for name in around:
            if found := table.get(name):
                for label in range(_WIDTH):
                    scores[label] += found[label]
        scores[0] -= learned.caution
        out.append(scores)
    return out


def _summed(names: Sequence[str], table: dict[str, Scores]) -> list[float]:
    scores = [0.0] * _WIDTH
    for name in names:
        if found := table.get(name):
            for label in range(_WIDTH):
                scores[label] += found[label]
    return scores


def _best(scores: list[list[float]], learned: Weights) -> tuple[list[int], float]:
    """The likeliest labels of a run (Viterbi), and their score. Nothing goes on with a person who has not begun."""
    steps = learned.steps
    best = [scores[0][0], _NEVER, *scores[0][2:]]
    back: list[list[int]] = []
    for row in scores[1:]:
        chosen, totals = [], []
        for label in range(_WIDTH):
            options = [best[before] + steps[before][label] for before in range(_WIDTH)]
            if label == 1:
                options[2:] = [_NEVER] * (_WIDTH - 2)
            before = max(range(_WIDTH), key=options.__getitem__)
            chosen.append(before)
            totals.append(options[before] + row[label])
        back.append(chosen)
        best = totals
    label = max(range(_WIDTH), key=best.__getitem__)
    score, path = best[label], [label]
    for chosen in reversed(back):
        label = chosen[label]
        path.append(label)
    return path[::-1], score


def _people(path: list[int]) -> Iterator[tuple[int, int]]:
    start = None
    for at, label in enumerate([*path, _WIDTH]):
        if start is not None and label != 1:
            yield start, at
            start = None
        if label == 0:
            start = at


def _lead(scores: list[list[float]], start: int, end: int, score: float, learned: Weights) -> float:
    """How far the best reading is ahead of the best one in which nobody is named there."""
    nobody = [[_NEVER, _NEVER, *row[2:]] if start <= at < end else row for at, row in enumerate(scores)]
    return score - _best(nobody, learned)[1]
