"""The bot was removed from a space: what is kept of it goes."""

from __future__ import annotations

from sqlalchemy import Column, Delete, Table, bindparam, delete

from bot.chat import Space
from bot.store.engine import Connection
from bot.store.schema import TENANT_TABLES, replies


def _removal(table: Table, space: Column[str]) -> Delete:
    return delete(table).where(table.c.platform == bindparam("of_platform"), space == bindparam("of_space"))


REMOVALS = [_removal(replies, replies.c.answers_space), *(_removal(table, table.c.space) for table in TENANT_TABLES)]
"""A reply may stand outside the space it answers: a direct message about it goes too."""


async def remove(c: Connection, space: Space) -> None:
    """Stories, their keys and people, shares and replies; not the pages, which are public and no one's."""
    for removal in REMOVALS:
        await c.execute(removal, {"of_platform": space.platform, "of_space": space.id})
