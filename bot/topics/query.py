"""A query as a whole: what it asks for, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from bot.topics.nodes import Node
from bot.topics.printing import written


@dataclass(frozen=True, slots=True)
class Query:
    """Two queries that ask for the same, however typed, have equal roots."""

    root: Node

    def __str__(self) -> str:
        """The query as it is best typed; parsing that gives an equal query."""
        return written(self.root)
