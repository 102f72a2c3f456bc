"""The cache of public pages, the one thing that all spaces share: compressed, and bounded in size.

The bound is kept without counting at every page: after a count, a sixteenth of the
bound may come in before the next one, and a cache over its bound is cut a sixteenth below it.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import RowMapping, bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from bot.errors import StoreError
from bot.model import CachedPage, Page
from bot.store.engine import Connection
from bot.store.schema import pages
from bot.store.store import Store

LIMIT = 256 * 1024 * 1024
"""Compressed bytes over all pages."""

IN_THREAD = 200_000
"""Bodies of more bytes are packed in a thread: the event loop must not wait for them."""

ROW_OVERHEAD = 500
"""Bytes that a page takes besides its body, about."""

FIND = select(pages).where(pages.c.key == bindparam("page_key"))
TOTAL = select(func.coalesce(func.sum(pages.c.size), 0))
NEWER_BYTES = func.sum(pages.c.size).over(order_by=(pages.c.fetched_at.desc(), pages.c.key))
BY_AGE = select(pages.c.key, NEWER_BYTES.label("bytes")).subquery()
TRIM = delete(pages).where(pages.c.key.in_(select(BY_AGE.c.key).where(BY_AGE.c.bytes > bindparam("most"))))


def _upsert() -> Any:
    statement = insert(pages)
    changed = {column.name: statement.excluded[column.name] for column in pages.c if column.name != "key"}
    return statement.on_conflict_do_update(index_elements=["key"], set_=changed)


KEEP = _upsert()


class Pages:
    """The fetcher's cache. `limit` bounds the compressed bytes that are kept."""

    def __init__(self, store: Store, limit: int = LIMIT) -> None:
        self._store, self._limit, self._room = store, limit, 0

    async def find(self, key: str) -> CachedPage | None:
        async with self._store.reading() as c:
            return await find(c, key)

    async def keep(self, key: str, page: CachedPage) -> None:
        row = await packed(key, page)
        async with self._store.transaction() as c:
            await keep(c, row)
            self._room -= row["size"]
            if self._room < 0:
                await trim(c, self._limit)
                self._room = self._limit // 16


async def find(c: Connection, key: str) -> CachedPage | None:
    row = (await c.execute(FIND, {"page_key": key})).mappings().first()
    return None if row is None else await _unpacked(row)


async def keep(c: Connection, row: Mapping[str, Any]) -> None:
    """Put what `packed` gave in place of what is kept under its key."""
    await c.execute(KEEP, row)


async def trim(c: Connection, limit: int) -> None:
    """If the pages take more than `limit` bytes, drop the oldest until they take a sixteenth less."""
    if int((await c.execute(TOTAL)).scalar_one()) > limit:
        await c.execute(TRIM, {"most": limit - limit // 16})


async def packed(key: str, page: CachedPage) -> dict[str, Any]:
    """The row of a page: made before a transaction begins, because a big body takes its time."""
    raw = page.page.body
    body = await asyncio.to_thread(zlib.compress, raw, 1) if len(raw) > IN_THREAD else zlib.compress(raw, 1)
    return {
        "key": key,
        "hops": msgspec.json.encode(page.hops).decode(),
        "url": page.page.url,
        "content_type": page.page.content_type,
        "charset": page.page.charset,
        "etag": page.etag,
        "last_modified": page.last_modified,
        "fetched_at": page.fetched_at,
        "fresh_until": page.fresh_until,
        "size": len(body) + ROW_OVERHEAD,
        "body": body,
    }


async def _unpacked(row: RowMapping) -> CachedPage:
    data: bytes = row["body"]
    try:
        body = await asyncio.to_thread(zlib.decompress, data) if len(data) > IN_THREAD else zlib.decompress(data)
        hops = msgspec.json.decode(row["hops"], type=tuple[str, ...])
    except (zlib.error, msgspec.DecodeError) as error:
        raise StoreError(f"a kept page cannot be read: {error}") from error
    page = Page(row["url"], body, row["content_type"], row["charset"])
    return CachedPage(hops, page, row["fetched_at"], row["fresh_until"], row["etag"], row["last_modified"])
