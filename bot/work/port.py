"""The seam: what services and the composition root see of whatever engine carries work out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.store import Connection
from bot.store.jobs import Abandoned, Order
from bot.store.leases import Job
from bot.work.endings import Outcome
from bot.work.retries import Retries

USUAL = Retries()

Handler = Callable[[Job], Awaitable[Outcome]]
"""Carries a job out, at least once: it may have been carried out before by a process that died before saying so."""


@dataclass(frozen=True, slots=True)
class Task:
    """Who does the orders of a kind: `at_once` at a time in this process, each within `deadline` seconds."""

    kind: str
    handler: Handler
    at_once: int = 4
    deadline: float = 60.0
    retries: Retries = USUAL


class Work(Protocol):
    async def add(self, c: Connection, orders: Iterable[Order]) -> None:
        """Have `orders` carried out once `c` is committed; one that is there already keeps the earlier time."""
        ...

    async def remove(self, c: Connection, kind: str, keys: Sequence[str]) -> None:
        """Forget orders; one that somebody is at may still come to its end."""
        ...

    async def given_up(self, c: Connection, most: int = 20) -> Sequence[Abandoned]:
        """What an operator should look at, the latest first."""
        ...

    def nudge(self) -> None:
        """Something was added: look now instead of in a moment."""
        ...

    async def run(self, tasks: Sequence[Task]) -> None:
        """Carry out what is due, until cancelled; what is under way then goes back to the queue."""
        ...
