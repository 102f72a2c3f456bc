"""Which story of its space an article tells: clustering in memory, caught up with the store whenever it is asked.

Memory is only ever a copy of what is committed: an article is placed, its row is written, and at the next question it
is read back. So a transaction that fails leaves nothing behind, and several processes see the same groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chat import Space
from bot.model import Story
from bot.store import Connection


@dataclass(frozen=True, slots=True)
class Placed:
    """The group of an article: known `since` then; `novel` are its sentences that tell something new of a known story,
    `first` that it began the group."""

    group_id: int
    since: datetime
    novel: tuple[str, ...] = ()
    first: bool = False


class SameStory:
    async def place(
        self, c: Connection, space: Space, story: Story, now: datetime, *, from_feed: bool = False
    ) -> Placed:
        raise AssertionError

    async def look(self, c: Connection, space: Space, story: Story) -> tuple[int | None, tuple[str, ...]]:
        raise AssertionError
