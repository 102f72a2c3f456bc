"""A faster line to SQLite's thread: one trip per statement, where aiosqlite and SQLAlchemy make four.

They ask the thread for a cursor, then to execute, then for the rows, then to close,
at about 0.07 ms a trip. Here the first request that needs SQLite does all of it. The
rows of a statement are in memory at once; nothing here reads more than it keeps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiosqlite


class Cursor:
    """What SQLAlchemy's adapter asks of an asynchronous cursor, without a cursor until there is a statement."""

    arraysize = 1

    def __init__(self, connection: OneTrip) -> None:
        self._connection = connection
        self._done: sqlite3.Cursor | None = None
        self._rows: list[Any] = []

    async def __aenter__(self) -> Cursor:
        return self

    @property
    def description(self) -> Any:
        return None if self._done is None else self._done.description

    @property
    def rowcount(self) -> int:
        return -1 if self._done is None else self._done.rowcount

    @property
    def lastrowid(self) -> int | None:
        return None if self._done is None else self._done.lastrowid

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Cursor:
        self._done, self._rows = await self._connection.run(sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Sequence[Any]) -> Cursor:
        self._done, self._rows = await self._connection.run_many(sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is left open: SQLite resets a statement when its last row was read, or when it fails."""


class OneTrip(aiosqlite.Connection):
    """An aiosqlite connection whose `cursor` is the one above; its thread never keeps the program from ending."""

    def __init__(self, path: Path, lock_wait: float) -> None:
        super().__init__(lambda: sqlite3.connect(path, timeout=lock_wait, isolation_level=None), iter_chunk_size=64)
        self._thread.daemon = True

    def cursor(self) -> Cursor:  # type: ignore[override]
        return Cursor(self)

    async def run(self, sql: str, parameters: Sequence[Any]) -> tuple[sqlite3.Cursor, list[Any]]:
        def trip() -> tuple[sqlite3.Cursor, list[Any]]:
            cursor = self._conn.execute(sql, parameters)
            return cursor, cursor.fetchall()

        result: tuple[sqlite3.Cursor, list[Any]] = await self._execute(trip)  # type: ignore[no-untyped-call]
        return result

    async def run_many(self, sql: str, parameters: Sequence[Any]) -> tuple[sqlite3.Cursor, list[Any]]:
        def trip() -> tuple[sqlite3.Cursor, list[Any]]:
            return self._conn.executemany(sql, parameters), []

        result: tuple[sqlite3.Cursor, list[Any]] = await self._execute(trip)  # type: ignore[no-untyped-call]
        return result
