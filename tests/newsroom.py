"""A newsroom whose channels follow topics, and what they hear."""

from __future__ import annotations

from collections.abc import Sequence

from bot.app import Parts
from bot.chat import Reply
from bot.services.deliver import Deliver
from tests.board import Board, Wall
from tests.talk import MARA, NEWSROOM, Talk


class Newsroom:
    """Topics that are followed, and what their channels hear."""

    def __init__(self, talk: Talk, parts: Parts, board: Board, wall: Wall) -> None:
        self.talk, self.parts, self.board, self.wall = talk, parts, board, wall
        self.deliver = Deliver(parts.store, parts.clock, {"test": board}, talk.app.speaks)

    async def follows(self, query: str, at: object = NEWSROOM, **options: str) -> None:
        self.wall.passes(seconds=1)
        await self.talk.topics("follow", {"query": query} | options, at=at)  # type: ignore[arg-type]
        await self.talk.presses(self.talk.latest, "Follow", who=MARA)
        self.wall.passes(seconds=1)

    async def hears(self) -> Sequence[Reply]:
        """Everything that is due by now goes out."""
        await self.parts.work.drain(self.deliver.tasks)
        return self.board.takes()
