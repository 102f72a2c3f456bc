"""Which of a platform's events were handled: each is, once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert

from bot.store.engine import Connection
from bot.store.schema import events

INSERT = insert(events).on_conflict_do_nothing().returning(events.c.at)


async def first_time(c: Connection, platform: str, event_id: str, at: datetime) -> bool:
    """Note the event; False if it was noted before."""
    row = await c.execute(INSERT, {"platform": platform, "event_id": event_id, "at": at})
    return row.first() is not None
