"""Transactions of one engine: tasks take turns at its connections, and a cancelled task never loses one.

A task may be cancelled at any await. In the middle of connecting, beginning or
committing that would leave a connection nobody closes, so those run to their end in
a task of their own; waiting for a turn and the statements between can be cancelled.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction

from bot.errors import StoreError

Result = TypeVar("Result")


class Turns:
    """At most `slots` transactions at once, in the order they were asked for; `wait` is in seconds."""

    def __init__(self, engine: AsyncEngine, slots: int, wait: float) -> None:
        self._engine, self._wait = engine, wait
        self._free = asyncio.Semaphore(slots)

    @asynccontextmanager
    async def transaction(self, engine: AsyncEngine | None = None) -> AsyncIterator[AsyncConnection]:
        """Commits at the end, rolls back on any exception. Raises `StoreError` where no turn comes in time.

        `engine` is the same one with other options.
        """
        await self._turn()
        try:
            transaction = await self._begin(engine or self._engine)
            try:
                yield transaction.connection
            except BaseException:
                await settled(_end(transaction, commit=False))
                raise
            await settled(_end(transaction, commit=True))
        finally:
            self._free.release()

    async def _turn(self) -> None:
        try:
            async with asyncio.timeout(self._wait):
                await self._free.acquire()
        except TimeoutError as error:
            raise StoreError(f"the database was busy for {self._wait:.0f} s") from error

    async def _begin(self, engine: AsyncEngine) -> AsyncTransaction:
        beginning = asyncio.ensure_future(_begin(engine))
        try:
            return await settled(beginning)
        except asyncio.CancelledError:
            if not beginning.cancelled() and beginning.exception() is None:
                await settled(_end(beginning.result(), commit=False))
            raise


async def settled(work: Coroutine[Any, Any, Result] | asyncio.Task[Result]) -> Result:
    """Let `work` come to its end whatever happens to the caller; only then is the caller cancelled."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        task.exception()  # looked at: the cancelled caller has no use for it
        raise cancelled
    return task.result()


async def _begin(engine: AsyncEngine) -> AsyncTransaction:
    connection = await engine.connect()
    try:
        return await connection.begin()
    except BaseException:
        await connection.close()
        raise


async def _end(transaction: AsyncTransaction, *, commit: bool) -> None:
    try:
        await (transaction.commit() if commit else transaction.rollback())
    finally:
        await transaction.connection.close()
