"""Which sentences together tell the story: every set of three of the best is weighed as a whole.

A set is worth its sentences' scores, less what they say twice, and more the nearer it comes to the length that editors
write. A sentence that needs another one told before it comes with it or not at all. What follows after three is taken
one by one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from operator import mul

from bot.briefing.needs import Needs
from bot.briefing.sentence import Sentence
from bot.briefing.weights import Weights

IN_A_SET = 3
BEST = 14
"""Sentences that are weighed in sets: 364 sets of three."""

SAME = 0.5
"""Share of the shorter sentence's telling words above which two say the same."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may become a point, what it is worth by itself, and what must be told before it."""

    sentence: Sentence
    score: float
    needs: Needs = ()

    @property
    def leans(self) -> bool:
        return bool(self.needs)

    def stands(self, places: Set[int]) -> bool:
        """Whether it can be read by who has read the sentences at `places`."""
        return all(not need.isdisjoint(places) for need in self.needs)


def chosen(
    candidates: Sequence[Candidate], count: int, weights: Weights, told: Sentence | None = None
) -> list[Candidate]:
    """`count` candidates, or fewer where the others say the same again; the most telling first.

    `told` is what the reader has read just before: a sentence may lean on it.
    """
    if told is not None:
        candidates = [each for each in candidates if not same(each.sentence, told)]
    best = sorted(candidates, key=lambda each: -each.score)[:BEST]
    given = frozenset() if told is None else frozenset({told.place})
    taken: list[Candidate] = []
    if count >= IN_A_SET and len(best) >= IN_A_SET:
        taken = list(_best_set(best, weights, given))
        taken.sort(key=lambda each: (not each.stands(given), -each.score))  # a short briefing shows the first alone
    while len(taken) < count and (more := _next(candidates, taken, given)):
        taken.append(more)
    return taken


def _best_set(best: Sequence[Candidate], weights: Weights, given: frozenset[int]) -> tuple[Candidate, ...]:
    """Empty where no three of them differ and stand."""
    pairs = {(a, b): shared(best[a].sentence.told, best[b].sentence.told) for a, b in combinations(range(len(best)), 2)}
    lengths, places = [each.sentence.length for each in best], [each.sentence.place for each in best]
    winner: tuple[Candidate, ...] = ()
    most = -math.inf
    beside = {(a, b): abs(places[a] - places[b]) == 1 for a, b in pairs}
    for a, b, c in _readable(best, given):
        overlaps = (pairs[a, b], pairs[a, c], pairs[b, c])
        if max(overlaps) > SAME:
            continue
        neighbours = beside[a, b] + beside[a, c] + beside[b, c]
        together = _measures(overlaps, neighbours, lengths[a] + lengths[b] + lengths[c])
        worth = best[a].score + best[b].score + best[c].score + sum(map(mul, weights.set, together))
        if worth > most:
            most, winner = worth, (best[a], best[b], best[c])
    return winner


def _readable(best: Sequence[Candidate], given: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Places in `best` of three that can be read together."""
    bound = {n for n, each in enumerate(best) if not each.stands(given)}
    for a, b, c in combinations(range(len(best)), IN_A_SET):
        if bound.isdisjoint((a, b, c)) or _stand((best[a], best[b], best[c]), given):
            yield a, b, c


def _stand(together: Sequence[Candidate], given: frozenset[int]) -> bool:
    places = given.union(each.sentence.place for each in together)
    return all(each.stands(places) for each in together)


def _next(candidates: Sequence[Candidate], taken: Sequence[Candidate], given: frozenset[int]) -> Candidate | None:
    places = given | {each.sentence.place for each in taken}
    left = [
        each
        for each in candidates
        if each.sentence.place not in places
        and each.stands(places)
        and not any(same(each.sentence, other.sentence) for other in taken)
    ]
    return max(left, key=lambda each: each.score - _said(each, taken), default=None)


def _said(one: Candidate, taken: Sequence[Candidate]) -> float:
    return sum(shared(one.sentence.told, other.sentence.told) for other in taken)


def measures(sentences: Sequence[Sentence]) -> tuple[float, ...]:
    """What is asked of sentences together, in the order of `weights.SET_NAMES`."""
    pairs = list(combinations(sentences, 2))
    overlaps = tuple(shared(a.told, b.told) for a, b in pairs)
    beside = sum(abs(a.place - b.place) == 1 for a, b in pairs)
    return _measures(overlaps, beside, sum(each.length for each in sentences))


def _measures(overlaps: tuple[float, ...], beside: int, words: int) -> tuple[float, ...]:
    log = math.log(words + 1)
    return sum(overlaps), max(overlaps), beside, log, log * log, max(0, words - 60) / 30, max(0, 40 - words) / 20


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter set that both have."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def same(one: Sentence, other: Sentence) -> bool:
    return shared(one.told, other.told) > SAME
