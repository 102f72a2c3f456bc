"""Engines: how each kind of database is opened, and how its transactions begin.

SQLite has one writer at a time whatever we do, so a process gets one writing
connection, and its tasks queue for it in order instead of fighting over a lock;
readers have a pool of their own and never wait for the writer (WAL).
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.engine import Connection as SyncConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import ConfigError
from bot.store import url as urls
from bot.store.one_trip import OneTrip

Connection: TypeAlias = AsyncConnection
"""What the nouns take first. Callers pass it on and never look inside."""

LOCK_WAIT = 30
"""Seconds to wait for another process's lock, or for a turn at a connection."""

READERS = 4
POSTGRES_WRITERS = 4

DURABLE = "durable"
"""The option of an engine whose transactions are on the disk when they end. PostgreSQL's always are."""

USUAL, SURE = "NORMAL", "FULL"
"""What SQLite's `synchronous` may be. In WAL mode, NORMAL loses nothing when the program dies, but when the power goes
it may lose the last moments; FULL waits for the disk."""

PRAGMAS = (
    f"PRAGMA busy_timeout={LOCK_WAIT * 1000}",
    "PRAGMA journal_mode=WAL",
    f"PRAGMA synchronous={USUAL}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
)


def writing(url: URL) -> AsyncEngine:
    """Raises `ConfigError` where the database's driver is not installed."""
    return _sqlite(url, 1, PRAGMAS, "BEGIN IMMEDIATE") if urls.is_sqlite(url) else _postgres(url)


def writers(url: URL) -> int:
    """How many transactions may write at once."""
    return 1 if urls.is_sqlite(url) else POSTGRES_WRITERS


def durable(writer: AsyncEngine) -> AsyncEngine:
    """The same engine for transactions that must outlive a power cut."""
    return writer.execution_options(**{DURABLE: True})


def reading(url: URL, writer: AsyncEngine) -> AsyncEngine:
    """An engine whose transactions cannot write."""
    if urls.is_sqlite(url):
        return _sqlite(url, READERS, (*PRAGMAS, "PRAGMA query_only=ON"), "BEGIN")
    return writer.execution_options(postgresql_readonly=True)


def _postgres(url: URL) -> AsyncEngine:
    try:
        return create_async_engine(
            url, pool_size=READERS + POSTGRES_WRITERS, max_overflow=0, pool_pre_ping=True, hide_parameters=True
        )
    except ImportError as error:
        problem = "PostgreSQL needs a driver that is not installed"
        raise ConfigError(urls.KEY, problem, "Run: pip install 'standfirst[postgres]'") from error


def _sqlite(url: URL, connections: int, pragmas: tuple[str, ...], begin: str) -> AsyncEngine:
    """The driver never begins a transaction by itself: `begin` does, also around DDL."""
    engine = create_async_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        async_creator=lambda: OneTrip(urls.path(url), LOCK_WAIT),
        hide_parameters=True,
    )

    def on_connect(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    def on_begin(connection: SyncConnection) -> None:
        wanted = SURE if connection.get_execution_options().get(DURABLE) else USUAL
        if connection.info.get(DURABLE, USUAL) != wanted:  # it can only be changed outside of a transaction
            connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
            connection.info[DURABLE] = wanted
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", on_begin)
    return engine
