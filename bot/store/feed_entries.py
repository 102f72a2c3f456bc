"""Entries of feeds that were news when they were seen, until they have been told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update

from bot.feeds import Entry
from bot.store.engine import Connection
from bot.store.schema import feed_entries as entries


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """`told_at` is set once all who have the feed know it, or it was given up for `reason`."""

    id: int
    feed_id: int
    url: str
    title: str
    summary: str
    published: datetime | None
    seen_at: datetime
    told_at: datetime | None = None
    reason: str = ""


INSERT = insert(entries).returning(entries)
GET = select(entries).where(entries.c.id == bindparam("entry_id"))
TOLD = (
    update(entries)
    .where(entries.c.id == bindparam("entry_id"))
    .values(told_at=bindparam("new_at"), reason=bindparam("why"))
)
EXPIRE = delete(entries).where(entries.c.seen_at < bindparam("before"))


async def add(c: Connection, feed_id: int, news: Sequence[Entry], at: datetime) -> list[StoredEntry]:
    """Keep what was seen at `at`, in that order."""
    stored = []
    for entry in news:
        row = {
            "feed_id": feed_id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "published": entry.published,
            "seen_at": at,
            "told_at": None,
            "reason": "",
        }
        stored.append(_of_row((await c.execute(INSERT, row)).mappings().one()))
    return stored


async def get(c: Connection, entry_id: int) -> StoredEntry | None:
    row = (await c.execute(GET, {"entry_id": entry_id})).mappings().first()
    return None if row is None else _of_row(row)


async def told(c: Connection, entry_id: int, at: datetime, reason: str = "") -> None:
    await c.execute(TOLD, {"entry_id": entry_id, "new_at": at, "why": reason})


async def expire(c: Connection, before: datetime) -> int:
    return (await c.execute(EXPIRE, {"before": before})).rowcount


def _of_row(row: RowMapping) -> StoredEntry:
    return StoredEntry(
        row["id"],
        row["feed_id"],
        row["url"],
        row["title"],
        row["summary"],
        row["published"],
        row["seen_at"],
        row["told_at"],
        row["reason"],
    )
