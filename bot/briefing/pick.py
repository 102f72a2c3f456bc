"""What a shape finds: the sentences to tell, most telling first, and what heads each."""

from __future__ import annotations

from dataclasses import dataclass

from bot.briefing.sentence import Sentence

POINTS, MORE = 3, 4
MOST = POINTS + MORE
"""Points of a medium briefing, and those that a full one adds."""


@dataclass(frozen=True, slots=True)
class Told:
    sentence: Sentence
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """`told` with the most telling first. `standfirst` is a sentence of the body where the article has none of its own.

    `in_order`: they are read in the order of the story; else in the order in which they stand here.
    """

    told: tuple[Told, ...]
    standfirst: Sentence | None = None
    in_order: bool = True
