"""What adapters keep for themselves, each under its own name."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from bot.store.columns import storable
from bot.store.schema import adapter_values as values
from bot.store.store import Store

OWN = values.c.adapter == bindparam("of_adapter")
ONE = (OWN, values.c.key == bindparam("of_key"))
GET = select(values.c.value).where(*ONE)
DELETE = delete(values).where(*ONE)
INSERT = insert(values)
PUT = INSERT.on_conflict_do_update(index_elements=["adapter", "key"], set_={"value": INSERT.excluded.value})
ITEMS = select(values.c.key, values.c.value).where(
    OWN, func.substr(values.c.key, 1, bindparam("length")) == bindparam("prefix")
)
"""Not LIKE: its % and _ would need escaping, and SQLite's takes a for A."""


class AdapterValues:
    """`chat.KeyValue` for one adapter; each call is a transaction of its own."""

    def __init__(self, store: Store, adapter: str) -> None:
        self._store, self._adapter = store, adapter

    async def get(self, key: str) -> str | None:
        async with self._store.reading() as c:
            value: str | None = (await c.execute(GET, {"of_adapter": self._adapter, "of_key": key})).scalar()
            return value

    async def put(self, key: str, value: str) -> None:
        async with self._store.transaction() as c:
            await c.execute(PUT, {"adapter": self._adapter, "key": key, "value": value})

    async def delete(self, key: str) -> None:
        async with self._store.transaction() as c:
            await c.execute(DELETE, {"of_adapter": self._adapter, "of_key": key})

    async def items(self, prefix: str) -> Sequence[tuple[str, str]]:
        """Sorted here by code point, because the databases' own orders differ."""
        start = storable(prefix)
        async with self._store.reading() as c:
            found = await c.execute(ITEMS, {"of_adapter": self._adapter, "prefix": start, "length": len(start)})
            return sorted((key, value) for key, value in found)
