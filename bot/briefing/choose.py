"""Which sentences together tell the story: every set of three of the best is weighed as a whole.

A set is worth its sentences' scores, less what they say twice, and more the nearer it comes to the length that editors
write. A sentence that needs another one told before it comes with it or not at all. What follows after three is taken
one by one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, islice
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
    given = frozenset() if told is None else frozenset({told.place})
    best = _best(candidates, given)
    taken: list[Candidate] = []
    if count >= IN_A_SET and len(best) >= IN_A_SET:
        taken = list(_best_set(best, weights, given))
        taken.sort(key=lambda each: (not each.stands(given), -each.score))  # a short briefing shows the first alone
    return [*taken, *_more(candidates, taken, given, count - len(taken))]


def _best(candidates: Sequence[Candidate], given: frozenset[int]) -> list[Candidate]:
    """The `BEST` of those whose needs can be met by candidates at all."""
    can = given | {each.sentence.place for each in candidates}
    ranked = sorted(candidates, key=lambda each: -each.score)
    return list(islice((each for each in ranked if each.stands(can)), BEST))


def _best_set(best: Sequence[Candidate], weights: Weights, given: frozenset[int]) -> tuple[Candidate, ...]:
    """Empty where no three of them differ and stand."""
    told = [each.sentence.told for each in best]
    pairs = [[shared(one, other) for other in told[n + 1 :]] for n, one in enumerate(told)]
    places, lengths = [each.sentence.place for each in best], [each.sentence.length for each in best]
    needs = [_bits(each, places, given) for each in best]
    free = not any(needs)
    sum_of, most_of, beside_of, *of_length = weights.set
    by_length: dict[int, float] = {}
    winner: tuple[int, ...] = ()
    most = -math.inf
    for a, b in combinations(range(len(best)), 2):
        both = pairs[a][b - a - 1]
        if both > SAME:
            continue
        two = best[a].score + best[b].score
        beside = abs(places[a] - places[b]) == 1
        for c in range(b + 1, len(best)):
            first, second = pairs[a][c - a - 1], pairs[b][c - b - 1]
            if first > SAME or second > SAME or not (free or _stand(needs, (a, b, c))):
                continue
            words = lengths[a] + lengths[b] + lengths[c]
            if words not in by_length:
                by_length[words] = sum(map(mul, of_length, _length(words)))
            neighbours = beside + (abs(places[a] - places[c]) == 1) + (abs(places[b] - places[c]) == 1)
            together = sum_of * (both + first + second) + most_of * max(both, first, second)
            worth = two + best[c].score + together + beside_of * neighbours + by_length[words]
            if worth > most:
                most, winner = worth, (a, b, c)
    return tuple(best[n] for n in winner)


def _bits(candidate: Candidate, places: Sequence[int], given: frozenset[int]) -> list[int]:
    """For each need that `given` does not meet, the places in the list that do, as bits of a number."""
    open_needs = [need for need in candidate.needs if need.isdisjoint(given)]
    return [sum(1 << n for n, place in enumerate(places) if place in need) for need in open_needs]


def _stand(needs: Sequence[list[int]], members: tuple[int, int, int]) -> bool:
    """Whether the members can be read together: the needs of each are met by the others."""
    a, b, c = members
    if not (needs[a] or needs[b] or needs[c]):
        return True
    here = 1 << a | 1 << b | 1 << c
    return all(need & here for n in members for need in needs[n])


def _more(
    candidates: Sequence[Candidate], taken: Sequence[Candidate], given: frozenset[int], count: int
) -> Iterator[Candidate]:
    """One by one what adds most to what is `taken`: its score less what of it has been said."""
    places = given | {each.sentence.place for each in taken}
    left = [(each, 0.0) for each in candidates if each.sentence.place not in places]
    for one in taken:
        left = _after(one, left)
    for _ in range(count):
        readable = [(each.score - said, n) for n, (each, said) in enumerate(left) if each.stands(places)]
        if not readable:
            return
        best = left[max(readable)[1]][0]
        yield best
        places = places | {best.sentence.place}
        left = _after(best, left)


def _after(one: Candidate, left: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """What is left once `one` is told, and how much of each has been said by then."""
    told, place = one.sentence.told, one.sentence.place
    overlaps = [(each, said, shared(told, each.sentence.told)) for each, said in left if each.sentence.place != place]
    return [(each, said + overlap) for each, said, overlap in overlaps if overlap <= SAME]


def _length(words: int) -> tuple[float, ...]:
    log = math.log(words + 1)
    return log, log * log, max(0, words - 60) / 30, max(0, 40 - words) / 20


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter set that both have."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def same(one: Sentence, other: Sentence) -> bool:
    return shared(one.told, other.told) > SAME
