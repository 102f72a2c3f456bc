"""Noting what has arrived: who sent it learns when that is on the disk, and all that wait share one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import MessageRef
from bot.errors import StoreError
from bot.model import Clock
from bot.store import Connection, Store, outbox, replies, topics
from bot.store.entries import Entry
from bot.store.replies import StoredReply


@dataclass(frozen=True, slots=True)
class Arrived:
    """`entries` stand at `ref`. `reply` is what the bot must know of its own message, `slot` when a digest was due."""

    entries: Sequence[Entry]
    ref: MessageRef
    reply: StoredReply
    slot: datetime | None = None


class Marks:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._waiting: list[tuple[Arrived, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    def arrived(self, one: Arrived) -> asyncio.Future[None]:
        """Done when it is kept. May end in a `StoreError`: then it is sent once more, under the same key."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((one, kept))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return kept

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                async with self._store.transaction(durable=True) as c:
                    await note(c, [one for one, _ in batch], self._clock())
            except StoreError as error:
                for _, kept in batch:
                    if not kept.done():
                        kept.set_exception(error)
            else:
                for _, kept in batch:
                    if not kept.done():
                        kept.set_result(None)


async def note(c: Connection, batch: Sequence[Arrived], now: datetime) -> None:
    await outbox.sent(c, [(entry.id, one.ref.id) for one in batch for entry in one.entries], now)
    await replies.save_all(c, [one.reply for one in batch])
    for one in batch:
        if one.slot is not None and one.entries[0].topic_id is not None:
            await topics.told(c, one.entries[0].topic_id, one.slot)
