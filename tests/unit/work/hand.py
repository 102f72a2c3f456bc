"""What carries jobs out in these tests, and the orders it gets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.store import Store
from bot.work import Done, Job, LeaseWork, Order, Outcome
from tests.unit.work.conftest import Hands


def engine(store: Store, hands: Hands, *, alone: bool = False) -> LeaseWork:
    return LeaseWork(store, hands, alone=alone, chance=lambda: 1.0)


def orders(*keys: str, at: datetime, lane: str = "") -> list[Order]:
    return [Order("send", key, at, f"what {key} is", lane) for key in keys]


async def ask(store: Store, work: LeaseWork, asked: Sequence[Order]) -> None:
    async with store.transaction() as c:
        await work.add(c, asked)


class Hand:
    """Carries jobs out as `how` says, and remembers them."""

    def __init__(self, how: Callable[[Job], Awaitable[Outcome]] | None = None) -> None:
        self.seen: list[str] = []
        self._how = how

    async def __call__(self, job: Job) -> Outcome:
        self.seen.append(job.key)
        return await self._how(job) if self._how else Done()
