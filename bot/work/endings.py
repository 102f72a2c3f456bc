"""How a job may end, as its handler says. An exception is an ending too: the attempt failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Done:
    """Carried out. With `again` (aware) the same order is due once more then: a round that never ends."""

    again: datetime | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Not now, and nobody's fault: `after` seconds from now, not counted as an attempt."""

    after: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It can never be carried out; `reason` is for the operator."""

    reason: str


Outcome = Done | Later | GiveUp
