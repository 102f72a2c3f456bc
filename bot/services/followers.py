"""Who follows what, space by space, in memory: caught up with the store whenever it is asked, never rebuilt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.alerts.topic import State
from bot.chat import Space
from bot.errors import QueryProblem
from bot.store import Connection, topics
from bot.topics import Document, Index, parse

MOST_SPACES = 2_000
"""Whose queries are kept in memory; the space that was asked for longest ago goes first."""


@dataclass(slots=True)
class Following:
    index: Index[int] = field(default_factory=Index)
    revision: int = 0


class Followers:
    def __init__(self) -> None:
        self._spaces: OrderedDict[Space, Following] = OrderedDict()

    async def matching(self, c: Connection, space: Space, document: Document) -> Sequence[int]:
        """The ids of the topics of `space` that `document` is for, muted ones included."""
        following = await self._caught_up(c, space)
        return [topic_id for match in following.index.match(document) for topic_id in match.followers]

    async def any(self, c: Connection, space: Space) -> bool:
        """Whether anyone there follows anything."""
        return len((await self._caught_up(c, space)).index) > 0

    async def _caught_up(self, c: Connection, space: Space) -> Following:
        following = self._spaces.setdefault(space, Following())
        self._spaces.move_to_end(space)
        for revision, topic in await topics.changed(c, space, following.revision):
            following.revision = revision
            following.index.remove(topic.id)
            if topic.state in {State.LIVE, State.MUTED}:
                try:
                    following.index.add(topic.id, parse(topic.query))
                except QueryProblem:  # written by another version: `/topics list` still shows it, to be edited
                    continue
        while len(self._spaces) > MOST_SPACES:
            self._spaces.popitem(last=False)
        return following
