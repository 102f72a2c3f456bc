"""How likely each piece of a page belongs to its story: two logistic models, the second sees what the first thought.

`weights.json` is written by `python -m bench.fit_reader` and says what it was fitted on and how well it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul

import msgspec

from bot.article import around, signals
from bot.article.hints import Hints
from bot.article.layout import Layout
from bot.article.signals import Signals

HOPELESS_SCORE = -4.0
"""Of how and where a piece stands: below it no words can make it the story, and they are not looked at."""

LEAST_ALONE = 0.02
"""A piece with a smaller chance alone is not looked at twice."""


class Weights(msgspec.Struct, frozen=True):
    """`first` and `second`: name -> weight, `bias` among them. `least`: the chance from which a piece is kept."""

    least: float
    first: dict[str, float]
    second: dict[str, float]


class Model:
    """A row of weights in the order that the signals come in."""

    def __init__(self, by_name: dict[str, float], names: Sequence[str]) -> None:
        self._bias = by_name["bias"]
        self._row = [by_name[name] for name in names]

    def score(self, values: Sequence[float]) -> float:
        """Of the first values, as many as there are."""
        total: float = sum(map(mul, self._row, values))
        return self._bias + total


class Judge:
    """Both looks, ready to use."""

    def __init__(self, weights: Weights) -> None:
        self.least = weights.least
        self._first = Model(weights.first, signals.NAMES)
        self._second = Model(weights.second, (*signals.NAMES, *around.NAMES))

    def chances(self, layout: Layout, hints: Hints) -> list[float]:
        """Of each piece being the story, 0 to 1."""
        page = Signals(layout, hints)
        alone, found = [0.0] * len(layout.pieces), [0.0] * len(layout.pieces)
        known: dict[int, list[float]] = {}
        for at in range(len(layout.pieces)):
            if not page.hopeless(at) and self._first.score(values := page.standing(at)) > HOPELESS_SCORE:
                known[at] = values = values + page.wording(at)
                alone[at] = chance(self._first.score(values))
        beside = around.Around(layout.pieces, layout.boxes, alone)
        for at, values in known.items():
            if alone[at] > LEAST_ALONE:
                found[at] = chance(self._second.score(values + beside.of(at)))
        return found


def chance(score: float) -> float:
    return 1 / (1 + exp(-max(score, -30.0)))


@cache
def shipped() -> Judge:
    """The judge with the weights that come with the project."""
    return Judge(msgspec.json.decode(files("bot.article").joinpath("weights.json").read_bytes(), type=Weights))


def rows(layout: Layout, hints: Hints) -> dict[int, list[float]]:
    """The signals of every piece that is not hopeless, by its place."""
    page = Signals(layout, hints)
    return {at: page.of(at) for at in range(len(layout.pieces)) if not page.hopeless(at)}
