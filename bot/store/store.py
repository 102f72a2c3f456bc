"""The door to the database: open it, get a transaction, close it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StoreError
from bot.store import engine as engines
from bot.store import failures, migrate
from bot.store import url as urls
from bot.store.engine import Connection
from bot.store.turns import Turns


class Store:
    """One database. Never wait for anything but the database inside a transaction, and never open one in another."""

    def __init__(self, url: URL, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._url, self._engines = url, (reader, writer)
        self._durable = engines.durable(writer)
        self._writing = Turns(writer, engines.writers(url), engines.LOCK_WAIT)
        self._reading = Turns(reader, engines.READERS, engines.LOCK_WAIT)

    @classmethod
    async def open(cls, url: str) -> Store:
        """Open, create if need be, and migrate. Raises `ConfigError` for the address, `StoreError` for the database."""
        address = urls.read(url)
        writer = engines.writing(address)
        store = cls(address, writer, engines.reading(address, writer))
        try:
            if urls.is_sqlite(address):
                await asyncio.to_thread(create_file, urls.path(address))
            await migrate.upgrade(writer)
        except StoreError as error:
            await store.close()
            raise StoreError(f"{urls.described(address)}: {error}") from error
        except (DBAPIError, OSError) as error:
            await store.close()
            raise failures.translated(error, address) from error
        except BaseException:
            await store.close()
            raise
        return store

    @property
    def alone(self) -> bool:
        """Whether this process is the only one that works on the database."""
        return urls.is_sqlite(self._url)

    @asynccontextmanager
    async def transaction(self, *, durable: bool = False) -> AsyncIterator[Connection]:
        """Everything inside happens, or nothing does. Raises `StoreError` where the database fails.

        Once a `durable` one has ended, not even a power cut undoes it.
        """
        try:
            async with self._writing.transaction(self._durable if durable else None) as connection:
                yield connection
        except DBAPIError as error:
            raise failures.translated(error, self._url) from error

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """One consistent view that cannot write, beside the writer. Raises `StoreError`."""
        try:
            async with self._reading.transaction() as connection:
                yield connection
        except DBAPIError as error:
            raise failures.translated(error, self._url) from error

    async def close(self) -> None:
        for engine in self._engines:
            await engine.dispose()


def create_file(path: Path) -> None:
    """Make a new database's folder and its empty file, for its owner only: it holds what people wrote.

    SQLite gives its side files (-wal, -shm) the same permissions. An existing file is
    never opened here: closing it would drop SQLite's locks on it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
