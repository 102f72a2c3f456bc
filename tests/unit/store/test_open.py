"""A database that cannot be opened says why, which one, and never the password."""

from __future__ import annotations

import os
import socket
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import ConfigError, StoreError
from bot.store import Store, events

NOBODY = 65534


async def refused(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        await Store.open(url)
    return str(caught.value)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder in which the tests' user may not write, even if that is root."""
    with tempfile.TemporaryDirectory(prefix="standfirst-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o555)
        was = os.geteuid()
        if was == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(was)
            folder.chmod(0o755)


async def test_a_new_database_gets_its_folder_and_is_its_owners_only(sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    store = await Store.open(sqlite_url)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    await store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


async def test_an_older_database_keeps_its_permissions(sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    await (await Store.open(sqlite_url)).close()
    path.chmod(0o640)
    await (await Store.open(sqlite_url)).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


async def test_sqlite_is_set_up_as_promised(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    names = ("journal_mode", "busy_timeout", "foreign_keys", "synchronous")
    for transaction in (store.transaction, store.reading):
        async with transaction() as c:
            found = [(await c.execute(text(f"PRAGMA {name}"))).scalar() for name in names]
        assert found == ["wal", 30_000, 1, 1]
    await store.close()


async def test_a_file_that_is_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 100)
    assert await refused(f"sqlite:///{path}") == (
        f"{path}: the file is not a SQLite database; name another file, or move this one away"
    )
    assert path.read_text().startswith("Dear diary")


async def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    assert "cannot be opened" in await refused(f"sqlite:///{tmp_path}")


async def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert str(tmp_path / "data") in await refused(f"sqlite:///{tmp_path}/data/s.db")


async def test_a_folder_that_may_not_be_written(locked_folder: Path) -> None:
    assert "Permission denied" in await refused(f"sqlite:///{locked_folder}/s.db")


async def test_a_database_that_may_not_be_written(locked_folder: Path) -> None:
    path = locked_folder / "s.db"
    user = os.geteuid()
    os.seteuid(os.getuid())
    locked_folder.chmod(0o755)
    sqlite3.connect(path).execute("CREATE TABLE t (x)").connection.close()
    path.chmod(0o444)
    locked_folder.chmod(0o555)
    os.seteuid(user)
    assert "cannot be written to" in await refused(f"sqlite:///{path}")


async def test_a_full_disk_loses_nothing_that_was_saved(sqlite_url: str, now: datetime) -> None:
    store = await Store.open(sqlite_url)
    async with store.transaction() as c:
        await events.first_time(c, "web", "e1", now)
    async with store.transaction() as c:
        pages = (await c.execute(text("PRAGMA page_count"))).scalar_one()
        await c.execute(text(f"PRAGMA max_page_count={pages}"))

    async def fill() -> None:
        async with store.transaction() as c:
            for n in range(500):
                await events.first_time(c, "web", f"{n}" * 50, now)

    with pytest.raises(StoreError, match="the disk is full"):
        await fill()
    async with store.reading() as c:
        assert (await c.execute(text("SELECT event_id FROM events"))).scalars().all() == ["e1"]
    await store.close()


async def test_another_programs_tables_are_left_alone(sqlite_url: str, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE stories (title TEXT)")
    other.close()
    assert "stories already exists" in await refused(f"sqlite:///{tmp_path}/other.db")
    with sqlite3.connect(tmp_path / "other.db") as c:
        assert [name for (name,) in c.execute("SELECT name FROM sqlite_master")] == ["stories"]
    c.close()


async def test_a_server_that_does_not_answer_shows_no_password() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        message = await refused(f"postgresql://ann:hunter2@127.0.0.1:{port}/news?password=hunter2&connect_timeout=5")
    assert message.startswith("PostgreSQL database news on 127.0.0.1: ")
    assert "hunter2" not in message


async def test_a_postgresql_database_that_is_not_there(pg_folder: str) -> None:
    assert 'database "nowhere" does not exist' in await refused(f"postgresql://postgres@/nowhere?host={pg_folder}")


async def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ConfigError, match=r"pip install 'standfirst\[postgres\]'") as caught:
        await Store.open("postgresql://ann:hunter2@db.example/news")
    assert "hunter2" not in str(caught.value)
