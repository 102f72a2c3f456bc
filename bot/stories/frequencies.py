"""How common each term is among the stories of the last days: learned as they come, unlearned as they go."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

RAREST = 1 / 400
"""Of all tellings. A term that is rarer tells no more for it: so weights are the same after a day and after a year,
and a misspelling is not the most telling word of its story."""

SUPPOSED = 400
"""Tellings that are supposed to have come before the first, each of other things: when only one story is known, what
its second telling shares with it must not seem common. As many as make `RAREST`, so that likeness means the same then
as later."""

STEEP = 1.5
"""The power that a term's rarity is raised to."""

KEPT = 250
"""Terms of one telling that it is compared by, the weightiest."""


class Frequencies:
    def __init__(self) -> None:
        self._tellings = 0
        self._with: Counter[int] = Counter()

    def __len__(self) -> int:
        """Tellings that were learned from."""
        return self._tellings

    def learn(self, terms: Iterable[int]) -> None:
        self._tellings += 1
        self._with.update(terms)

    def unlearn(self, terms: Iterable[int]) -> None:
        self._tellings -= 1
        for term in terms:
            left = self._with.get(term, 0) - 1
            if left > 0:
                self._with[term] = left
            else:
                self._with.pop(term, None)

    def weighed(self, terms: Mapping[int, float]) -> list[tuple[int, float]]:
        """The weightiest of `terms`, weightiest first, as a vector of length 1; as if they had just been learned."""
        every, counted = self._tellings + SUPPOSED, self._with
        floor = 1 + self._tellings * RAREST
        rows = []
        for term, count in terms.items():
            rarity = math.log(every / (counted.get(term, 0) + floor))
            if rarity > 0:
                rows.append(((1 + math.log(count) if count >= 1 else count) * rarity**STEEP, term))
        rows.sort(reverse=True)
        del rows[KEPT:]
        return _unit([(term, weight) for weight, term in rows])


def _unit(weights: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    length = math.sqrt(sum(weight * weight for _, weight in weights))
    return [(term, weight / length) for term, weight in weights]
