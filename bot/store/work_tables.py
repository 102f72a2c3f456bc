"""The table of work to be done: one row for each thing, leased to whoever does it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text, UniqueConstraint

from bot.store.columns import Instant, Key, RowId, Words
from bot.store.metadata import metadata

jobs = Table(
    "jobs",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("kind", Key, nullable=False),
    Column("key", Key, nullable=False),
    Column("lane", Key, nullable=False),
    Column("payload", Text, nullable=False),
    Column("at", Instant),
    Column("again_at", Instant),
    Column("attempts", Integer, nullable=False),
    Column("lease", Key, nullable=False),
    Column("given_up_at", Instant),
    Column("reason", Words, nullable=False),
    UniqueConstraint("kind", "key"),
    Index(None, "kind", "at"),
    Index(None, "kind", "lane", "lease"),
    Index(None, "given_up_at"),
    sqlite_autoincrement=True,
)
"""`at`: when it is due. While `lease` is set somebody is at it, and `at` is when the lease ends: a worker that was
killed gives its work back by doing nothing. None: it was given up at `given_up_at`, for `reason`.

`again_at` is when it was asked for anew while somebody was at it.
"""
