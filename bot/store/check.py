"""What `standfirst doctor` says about the database: looks at everything, changes nothing."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import ConfigError, StoreError
from bot.store import engine as engines
from bot.store import failures, migrate
from bot.store import url as urls

LOW_DISK = 200_000_000
"""Free bytes below which a warning is due."""


GIVEN_UP = "SELECT kind, key, reason FROM jobs WHERE given_up_at IS NOT NULL ORDER BY given_up_at DESC"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: whether `what` is well, what was found, and if not, what to do."""

    ok: bool
    what: str
    found: str
    fix: str = ""


async def check(url: str) -> list[Finding]:
    """Never raises for a database in trouble: that is a finding."""
    try:
        address = urls.read(url)
        if urls.is_sqlite(address):
            return await asyncio.to_thread(_sqlite, address)
        return await _postgres(address)
    except ConfigError as error:
        return [Finding(False, "database address", error.problem, error.fix)]
    except StoreError as error:
        return [Finding(False, "database", str(error), "See the message above; the bot cannot start like this")]


async def is_current(url: str) -> bool:
    """Whether there is a database that this version can use as it is: opening it changes nothing."""
    return any(finding.what == "schema" and finding.found.startswith("current") for finding in await check(url))


def _sqlite(address: URL) -> list[Finding]:
    path = urls.path(address)
    if not path.exists():
        return [Finding(True, "database", f"{path} is not there yet; the first start makes it"), _disk(path)]
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=rw", uri=True, timeout=30)) as c:
            return list(_look(c, path))
    except sqlite3.Error as error:
        raise failures.translated(error, address) from error


def _look(c: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    pages, size = (c.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    yield Finding(True, "database", f"{path}, {_megabytes(pages * size)}")
    verdict = c.execute("PRAGMA quick_check(1)").fetchone()[0]
    yield Finding(verdict == "ok", "integrity", verdict, "" if verdict == "ok" else "Restore a backup")
    has_table = c.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = c.execute("SELECT version_num FROM alembic_version").fetchone() if has_table else None
    yield _schema(row[0] if row else None)
    if row and row[0] == migrate.HEAD:
        yield from _work(c.execute(GIVEN_UP).fetchall())
    yield _disk(path)


async def _postgres(address: URL) -> list[Finding]:
    engine = engines.writing(address)
    try:
        async with engine.connect() as c:
            revision = await c.run_sync(migrate.revision_of)
            given_up = (await c.execute(text(GIVEN_UP))).all() if revision == migrate.HEAD else ()
            return [await _size(c, address), _schema(revision), *_work(given_up)]
    except (DBAPIError, OSError) as error:
        raise failures.translated(error, address) from error
    finally:
        await engine.dispose()


async def _size(c: AsyncConnection, address: URL) -> Finding:
    size = (await c.execute(text("SELECT pg_database_size(current_database())"))).scalar_one()
    return Finding(True, "database", f"{urls.described(address)}, {_megabytes(size)}")


def _schema(revision: str | None) -> Finding:
    match migrate.state(revision):
        case migrate.State.CURRENT:
            return Finding(True, "schema", f"current ({revision})")
        case migrate.State.EMPTY:
            return Finding(True, "schema", "no tables yet; the first start makes them")
        case migrate.State.BEHIND:
            return Finding(True, "schema", f"revision {revision}; the next start brings it to {migrate.HEAD}")
        case migrate.State.NEWER:
            found = f"revision {revision} is newer than this version of Standfirst ({migrate.HEAD})"
            return Finding(False, "schema", found, "Update the program, or name another database in store.url")


def _work(given_up: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """Nothing where all is well: the bot itself tries again for as long as that may help."""
    if given_up:
        kind, key, reason = given_up[0]
        found = f"{len(given_up)} given up; the last, {kind} {key}: {reason}"
        yield Finding(False, "work", found, "The log has more of it, under its name. It is forgotten after 30 days")


def _disk(path: Path) -> Finding:
    """Of the nearest folder that is there."""
    folder = next(parent for parent in path.absolute().parents if parent.is_dir())
    free = shutil.disk_usage(folder).free
    low = free < LOW_DISK
    return Finding(not low, "free disk", _megabytes(free), "Make room, or move the data folder" if low else "")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
