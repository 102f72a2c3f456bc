"""What the pieces around one say of it, once each has been judged alone: the second look."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import log

from bot.article.pieces import Box, Piece

NAMES = (
    "first five_before five_after in_parent in_above share_parent share_above"
    " judged_before judged_after nothing_after nothing_before"
).split()
REACH = 5
SURE = 1e-4


class Around:
    """`chances`: of each piece being the story, 0 to 1, by the first look."""

    def __init__(self, pieces: Sequence[Piece], boxes: Sequence[Box], chances: Sequence[float]) -> None:
        self._pieces, self._boxes, self._chances = pieces, boxes, chances
        self._sizes = [piece.text.count(" ") + 2.0 for piece in pieces]
        weights = [chance * size for chance, size in zip(chances, self._sizes, strict=True)]
        self._story, self._size = [0.0] * len(boxes), [0.0] * len(boxes)
        for piece, weight, size in zip(pieces, weights, self._sizes, strict=True):
            self._story[piece.box] += weight
            self._size[piece.box] += size
        for box in reversed(boxes):
            if box.parent >= 0:
                self._story[box.parent] += self._story[box.index]
                self._size[box.parent] += self._size[box.index]
        self._total = sum(weights) + 1e-6
        self._before = list(accumulate(weights, initial=0.0))

    def of(self, at: int) -> list[float]:
        """In the order of `NAMES`."""
        parent = max(self._boxes[self._pieces[at].box].parent, 0)
        above = max(self._boxes[parent].parent, 0)
        before, after = self._before[at] / self._total, self._before[at + 1] / self._total
        return [
            logit(self._chances[at]),
            sum(self._chances[max(at - REACH, 0) : at]) / REACH,
            sum(self._chances[at + 1 : at + 1 + REACH]) / REACH,
            self._others(at, parent),
            self._others(at, above),
            self._story[parent] / self._total,
            self._story[above] / self._total,
            before,
            1 - after,
            after > 0.995,
            before < 0.005,
        ]

    def _others(self, at: int, box: int) -> float:
        """The share of the story among the other words of `box`."""
        size = self._size[box] - self._sizes[at]
        chance = self._chances[at]
        return (self._story[box] - chance * self._sizes[at]) / size if size > 0.5 else chance


def logit(chance: float) -> float:
    return log(max(chance, SURE) / max(1 - chance, SURE)) / 5
