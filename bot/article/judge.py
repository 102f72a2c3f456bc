"""How likely each piece of a page belongs to its story: two logistic models, the second sees what the first thought.

`weights.json` is written by `python -m bench.fit_reader` and says what it was fitted on and how well it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul

import msgspec

from bot.article import around, signals
from bot.article.hints import Hints
from bot.article.layout import Layout
from bot.article.signals import Signals


@dataclass(frozen=True, slots=True)
class Looks:
    """How hard to look. `hopeless`: a score of how and where a piece stands, below which no words can make it the
    story, and they are not looked at. `alone`: a piece with a smaller chance at the first look is not looked at twice.
    `second`: whether to look twice at all.
    """

    hopeless: float = -4.0
    alone: float = 0.02
    second: bool = True


class Weights(msgspec.Struct, frozen=True):
    """`first` and `second`: name -> weight, `bias` among them. `least`: the chance from which a piece is kept."""

    least: float
    first: dict[str, float]
    second: dict[str, float]


class Model:
    """Rows of weights, one for each group of signals, in the order that the signals come in."""

    def __init__(self, by_name: dict[str, float], *groups: Sequence[str]) -> None:
        self.bias = by_name["bias"]
        self.rows = [[by_name[name] for name in names] for names in groups]


class Judge:
    """Both looks, ready to use."""

    def __init__(self, weights: Weights, looks: Looks = Looks()) -> None:
        self.least, self._looks = weights.least, looks
        self._first = Model(weights.first, signals.STANDING, signals.WORDING)
        self._second = Model(weights.second, signals.STANDING, signals.WORDING, around.NAMES)

    def chances(self, layout: Layout, hints: Hints) -> list[float]:
        """Of each piece being the story, 0 to 1."""
        alone, known = self._alone(Signals(layout, hints))
        if not self._looks.second:
            return alone
        found = [0.0] * len(alone)
        beside = around.Around(layout.pieces, layout.boxes, alone)
        row = self._second.rows[2]
        for at, score in known.items():
            found[at] = chance(score + dot(row, beside.of(at)))
        return found

    def _alone(self, page: Signals) -> tuple[list[float], dict[int, float]]:
        """(each piece's chance at the first look; what those worth a second score without their neighbours)."""
        (how, what), (how_then, what_then, _) = self._first.rows, self._second.rows
        alone, known = [0.0] * len(page.pieces), {}
        for at in range(len(alone)):
            if page.hopeless(at):
                continue
            standing = page.standing(at)
            score = self._first.bias + dot(how, standing)
            if score > self._looks.hopeless:
                wording = page.wording(at)
                alone[at] = chance(score + dot(what, wording))
                if alone[at] > self._looks.alone:
                    known[at] = self._second.bias + dot(how_then, standing) + dot(what_then, wording)
        return alone, known


def dot(row: Sequence[float], values: Sequence[float]) -> float:
    total: float = sum(map(mul, row, values))
    return total


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
