"""A copy of the database while the bot runs."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import Store, events
from bot.store.backup import backup


async def test_a_copy_made_while_others_write_holds_whole_transactions(
    sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    store = await Store.open(sqlite_url)

    async def write() -> None:
        for n in range(100_000):
            async with store.transaction() as c:
                await events.first_time(c, "web", f"a{n}", now)
                await events.first_time(c, "web", f"b{n}", now)

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.05)
    for n in range(3):
        target = tmp_path / f"copy{n}.db"
        assert await backup(sqlite_url, target) == target.stat().st_size
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        with closing(sqlite3.connect(target)) as copy:
            halves = [copy.execute("SELECT count(*) FROM events WHERE event_id LIKE ?", (h,)) for h in ("a%", "b%")]
            a, b = (half.fetchone()[0] for half in halves)
        assert a == b > 0
    assert not writing.done()
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await store.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy0.db", "copy1.db", "copy2.db", "data"]


async def test_a_copy_opens_as_a_database(sqlite_url: str, tmp_path: Path, now: datetime) -> None:
    store = await Store.open(sqlite_url)
    async with store.transaction() as c:
        await events.first_time(c, "web", "e1", now)
    await backup(sqlite_url, tmp_path / "copy.db")
    await store.close()
    again = await Store.open(f"sqlite:///{tmp_path}/copy.db")
    async with again.transaction() as c:
        assert not await events.first_time(c, "web", "e1", now)
    await again.close()


async def test_an_existing_file_is_never_overwritten(sqlite_url: str, tmp_path: Path) -> None:
    await (await Store.open(sqlite_url)).close()
    target = tmp_path / "photo.jpg"
    target.write_bytes(b"smile")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for taken in (target, tmp_path / "link", tmp_path):
        with pytest.raises(StoreError, match="not overwritten; name another file"):
            await backup(sqlite_url, taken)
    assert target.read_bytes() == b"smile"


async def test_nothing_to_copy_and_nowhere_to_put_it(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database to copy"):
        await backup(sqlite_url, tmp_path / "copy.db")
    await (await Store.open(sqlite_url)).close()
    with pytest.raises(StoreError, match="No such file or directory; name another place"):
        await backup(sqlite_url, tmp_path / "missing" / "copy.db")


async def test_a_damaged_database_gives_no_copy(sqlite_url: str, tmp_path: Path, now: datetime) -> None:
    store = await Store.open(sqlite_url)
    async with store.transaction() as c:
        for n in range(400):
            await events.first_time(c, "web", f"{n:050}", now)
    await store.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = b"\x5a" * (len(data) - len(data) // 2)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        await backup(sqlite_url, tmp_path / "copy.db")
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


async def test_postgresql_is_sent_to_its_own_tool() -> None:
    with pytest.raises(StoreError) as caught:
        await backup("postgresql://ann:hunter2@db.example:5433/news", Path("my copy.dump"))
    assert str(caught.value).endswith(
        "pg_dump --format=custom '--file=my copy.dump' --host=db.example --port=5433 --username=ann news"
    )
