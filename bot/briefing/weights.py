"""The ranker's weights, read once from the file beside this one; where they come from stands in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import msgspec

from bot.briefing.features import NAMES

SET_NAMES = (
    "overlap_sum", "overlap_most", "neighbours", "words_log", "words_log_squared", "words_above_60", "words_below_40",
)  # fmt: skip
"""What is asked of a set of sentences together, in the order of `choose.together`."""


UNDER_A_STANDFIRST = {"neighbours": -2.0, "words_above_60": -0.5, "words_below_40": 0.0}


@dataclass(frozen=True, slots=True)
class Weights:
    """`sentence` in the order of `features.NAMES`, `set` in the order of `SET_NAMES`; `headline` is set by hand."""

    sentence: tuple[float, ...]
    set: tuple[float, ...]
    headline: float = 0.0

    def under_a_standfirst(self) -> Weights:
        """For points under a standfirst: the reader has the gist, so they may be longer, and should reach further.

        Set by hand, from reading briefings: the highlights that the weights were fitted on stand for themselves.
        """
        kept = dict(zip(SET_NAMES, self.set, strict=True)) | UNDER_A_STANDFIRST
        return replace(self, set=tuple(kept[name] for name in SET_NAMES))


class _File(msgspec.Struct):
    sentence: dict[str, float]
    set: dict[str, float]
    headline: float


@cache
def weights() -> Weights:
    """The shipped ones. A name that the code does not know, or that the file lacks, is an error at start."""
    file = msgspec.json.decode(files("bot.briefing").joinpath("weights.json").read_bytes(), type=_File)
    if set(file.sentence) != set(NAMES) or set(file.set) != set(SET_NAMES):
        raise ValueError("weights.json and the features do not have the same names")
    return Weights(
        tuple(file.sentence[name] for name in NAMES), tuple(file.set[name] for name in SET_NAMES), file.headline
    )
