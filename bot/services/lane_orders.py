"""Asking for a channel to be looked after when something is due there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from bot.store.entries import Entry, Lane
from bot.store.jobs import Order

KIND = "deliver:"
"""Followed by the platform's name: only a process that serves it can deliver."""


def order(lane: Lane, at: datetime) -> Order:
    """Have the lane looked after at `at`."""
    key = msgspec.json.encode([lane.platform, lane.space, lane.channel]).decode()
    return Order(KIND + lane.platform, key, at, payload=key)


def orders(entries: Iterable[Entry]) -> list[Order]:
    """One for each lane, at the earliest time that something of it is due."""
    first: dict[Lane, datetime] = {}
    for entry in entries:
        first[entry.lane] = min(entry.due_at, first.get(entry.lane, entry.due_at))
    return [order(lane, at) for lane, at in first.items()]
