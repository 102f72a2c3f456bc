"""One transaction at a time decides about a space: on SQLite every writer is alone, PostgreSQL is asked for a lock."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from bot.chat import Space
from bot.store.engine import Connection

LOCK = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("name"), 0)))


async def one_writer(c: Connection, space: Space) -> None:
    """Wait until no other transaction is deciding about `space`; lasts until the transaction ends."""
    if c.dialect.name == "postgresql":
        await c.execute(LOCK, {"name": f"{space.platform}/{space.id}"})
