"""What each variant of the reader scores and costs: the frontier of accuracy against speed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.article.hints import Hints
from bot.article.judge import Judge, Looks, Weights
from bot.article.layout import Layout


class Column(Judge):
    """No weights at all: the prose in the deepest box that holds most of it."""

    def chances(self, layout: Layout, hints: Hints) -> list[float]:
        return [float(piece.prose > 0 and layout.holds(layout.core, piece.box)) for piece in layout.pieces]


VARIANTS: dict[str, Callable[[Weights], Judge]] = {
    "ours, no weights: the fullest box": Column,
    "ours, first look only": lambda weights: Judge(weights, Looks(second=False)),
    "ours, both looks, fewer pieces": lambda weights: Judge(weights, Looks(hopeless=-2.0, alone=0.1)),
    "ours, both looks, at every piece": lambda weights: Judge(weights, Looks(hopeless=-99.0, alone=0.0)),
}
"""Beside the shipped one, which looks twice, and at no piece that has no chance."""


def frontier(
    scores: Mapping[str, Sequence[float]], seconds: Mapping[str, float], parse: float
) -> Iterator[tuple[str, str, str, str]]:
    """Rows, the cheapest first. `scores`: body F1 of each set; `seconds`: of all pages; `parse`: of bare parses."""
    for name in sorted(scores, key=lambda each: seconds[each]):
        told = " · ".join(f"{score:.4f}" for score in scores[name])
        beaten = any(
            min(one - own for one, own in zip(scores[other], scores[name], strict=True)) >= 0
            and seconds[other] < seconds[name]
            for other in scores
        )
        yield name, told, f"{seconds[name] / parse:.1f} parses", "beaten on both" if beaten else "on the frontier"
