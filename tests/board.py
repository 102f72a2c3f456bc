"""A platform that keeps what is sent, knows a message by its key, and fails as a test wants; and a clock to move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.chat import Core, MessageRef, Reply
from bot.errors import SendError


@dataclass
class Wall:
    """A clock that stands until it is moved."""

    now: datetime = datetime(2026, 11, 25, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Board:
    """Implements `bot.chat.Platform`. `fails` says with what a send fails, if it does."""

    name: str = "test"
    sent: list[Reply] = field(default_factory=list)
    standing: dict[str, MessageRef] = field(default_factory=dict)
    repeats: int = 0
    fails: Callable[[Reply], Exception | None] = lambda _: None

    async def run(self, core: Core) -> None:
        return

    async def send(self, reply: Reply) -> MessageRef:
        if error := self.fails(reply):
            raise error
        if reply.key in self.standing:
            self.repeats += 1
            return self.standing[reply.key]
        self.sent.append(reply)
        return self.standing.setdefault(reply.key, MessageRef(reply.to, f"a{len(self.sent)}"))

    async def edit(self, ref: MessageRef, reply: Reply) -> None: ...

    async def delete(self, ref: MessageRef) -> None: ...

    async def close(self) -> None: ...

    def takes(self) -> list[Reply]:
        """What came since it was asked last."""
        taken, self.sent = self.sent, []
        return taken


def always(error: SendError) -> Callable[[Reply], Exception | None]:
    return lambda _: error
