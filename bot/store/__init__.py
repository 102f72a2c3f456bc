"""What the bot keeps, in SQLite or PostgreSQL: one file per noun, all under `Store.transaction()`."""

from __future__ import annotations

from bot.store.engine import Connection
from bot.store.store import Store

__all__ = ["Connection", "Store"]
