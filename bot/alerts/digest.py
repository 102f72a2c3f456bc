"""What a digest leads with: what many told, then what is newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model import Story
from bot.topics import Reason

MOST_SHOWN = 12
"""Stories that are named; a longer digest nobody reads."""


@dataclass(frozen=True, slots=True)
class Item:
    """A story of a digest: who told it, in how many outlets `copies` of one text stood, the agency's if `wire` says so.

    `novel` are sentences that are new in a story told before; then it is an update of that.
    """

    story: Story
    at: datetime
    outlets: tuple[str, ...] = ()
    copies: int = 0
    wire: str = ""
    reasons: tuple[Reason, ...] = ()
    novel: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """`shown` lead; `more` is how many others there are; `held` how many waited for quiet hours or a limit."""

    shown: tuple[Item, ...]
    updates: tuple[Item, ...]
    more: int
    held: int


def digest(items: Sequence[Item], most: int = MOST_SHOWN) -> Digest:
    """Put `items` in order: those that most outlets told first, of as many the latest first; updates apart."""
    stories = [item for item in items if not item.novel]
    updates = [item for item in items if item.novel]
    ranked = sorted(stories, key=lambda item: (-len(item.outlets), -item.at.timestamp()))
    shown, changed = ranked[:most], sorted(updates, key=lambda item: -item.at.timestamp())[: most // 2]
    more = len(items) - len(shown) - len(changed)
    return Digest(tuple(shown), tuple(changed), more, sum(item.held for item in items))
