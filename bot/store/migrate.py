"""Bring a database to this version's schema: at every start, in one transaction, one process at a time.

Alembic is imported only where there is something to do, which keeps a usual start short.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StoreError

HEAD = "0006"
FOLDER = Path(__file__).parent / "migrations"
LOCK = 0x5374616E64666972
"""PostgreSQL's advisory lock for migrations ("Standfir"); SQLite's is BEGIN IMMEDIATE."""


class State(StrEnum):
    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    NEWER = "newer"


async def upgrade(engine: AsyncEngine, *, folder: Path = FOLDER, head: str = HEAD) -> None:
    """All or nothing. Raises `StoreError` for a database from a newer version."""
    async with engine.connect() as connection, connection.begin():
        await connection.run_sync(_upgrade, folder, head)


def state(revision: str | None, *, folder: Path = FOLDER, head: str = HEAD) -> State:
    """What a database at `revision` is to this program; None is one without tables."""
    if revision is None:
        return State.EMPTY
    if revision == head:
        return State.CURRENT
    return State.BEHIND if revision in known(folder) else State.NEWER


def known(folder: Path = FOLDER) -> tuple[str, ...]:
    """All revisions, the newest first."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return tuple(script.revision for script in ScriptDirectory(str(folder)).walk_revisions())


def revision_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, folder: Path, head: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    revision = revision_of(connection)
    match state(revision, folder=folder, head=head):
        case State.CURRENT:
            return
        case State.NEWER:
            raise StoreError(
                f"the database is from a newer version of Standfirst (revision {revision}, this version knows {head});"
                " update the program, or name another database"
            )
        case State.EMPTY | State.BEHIND:
            _run(connection, folder, head)


def _run(connection: Connection, folder: Path, head: str) -> None:
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    command.upgrade(config, head)
