"""What the model may cost in a day. What was spent is kept, so that a restart does not open the purse again."""

from __future__ import annotations

import asyncio

from bot.chat import KeyValue
from bot.errors import BudgetSpent
from bot.model import Clock
from bot.settings import Briefing

PER = 1_000_000
"""Prices are for so many tokens."""


class Budget:
    """Days are UTC. A call's likely cost is set aside before it is made: calls at a time cannot overspend together."""

    def __init__(self, settings: Briefing, values: KeyValue, clock: Clock) -> None:
        self._settings, self._values, self._clock = settings, values, clock
        self._lock = asyncio.Lock()

    def cost(self, tokens_in: int, tokens_out: int) -> float:
        return (tokens_in * self._settings.input_price + tokens_out * self._settings.output_price) / PER

    async def set_aside(self, cost: float) -> str:
        """The day that `cost` was put down to. Raises `BudgetSpent` where it would go beyond the day's cap."""
        day = f"spent:{self._clock():%Y-%m-%d}"
        async with self._lock:
            spent = await self._spent(day)
            if self._settings.daily_cost and spent + cost > self._settings.daily_cost:
                raise BudgetSpent(f"{spent:.4f} of {self._settings.daily_cost} spent today")
            await self._values.put(day, f"{spent + cost:.6f}")
        return day

    async def correct(self, day: str, by: float) -> None:
        """Once the true cost is known, the difference."""
        async with self._lock:
            await self._values.put(day, f"{max(0.0, await self._spent(day) + by):.6f}")

    async def _spent(self, day: str) -> float:
        try:
            return float(await self._values.get(day) or 0)
        except ValueError:
            return 0.0
