"""A consistent copy of the database while the bot runs."""

from __future__ import annotations

import asyncio
import os
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import URL

from bot.errors import StoreError
from bot.store import failures
from bot.store import url as urls


async def backup(url: str, target: Path) -> int:
    """Copy the database to the new file `target`, readable by its owner only; returns its size in bytes.

    The copy appears whole and checked, or not at all. Raises `StoreError`, which says what to do.
    """
    address = urls.read(url)
    if not urls.is_sqlite(address):
        raise StoreError(f"a PostgreSQL database is copied by its own tool: {_pg_dump(address, target)}")
    return await asyncio.to_thread(_backup, address, target)


def _backup(address: URL, target: Path) -> int:
    source = urls.path(address)
    if not source.is_file():
        raise StoreError(f"{source}: there is no database to copy; check store.url")
    _refuse_existing(target)
    try:
        with _part_of(target) as part:
            _copy(source, part)
            _refuse_existing(target)
            part.rename(target)
            return target.stat().st_size
    except sqlite3.Error as error:
        raise failures.translated(error, address) from error
    except OSError as error:
        raise StoreError(f"{target}: the copy cannot be written: {error.strerror}; name another place") from error


def _refuse_existing(target: Path) -> None:
    if os.path.lexists(target):
        raise StoreError(f"{target} is already there and is not overwritten; name another file, or move it away")


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """A new empty file beside `target`; it is gone afterwards unless it was renamed."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> None:
    """All pages in one step: what is written meanwhile waits in the log and is not in the copy."""
    with closing(_open(source)) as original, closing(sqlite3.connect(part)) as copy:
        original.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise StoreError(f"{source} is damaged ({verdict}); no copy was made: restore an older one")
    with part.open("rb") as file:
        os.fsync(file.fileno())


def _open(path: Path) -> sqlite3.Connection:
    """An existing database, never a new one."""
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=rw", uri=True, timeout=30)


def _pg_dump(address: URL, target: Path) -> str:
    where = {
        "--host": address.host or address.query.get("host"),
        "--port": address.port,
        "--username": address.username,
    }
    options = [f"{option}={value}" for option, value in where.items() if value]
    return shlex.join(["pg_dump", "--format=custom", f"--file={target}", *options, address.database or "postgres"])
