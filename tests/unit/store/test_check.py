"""What `doctor` finds out about a database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store import Store, events, jobs, leases, migrate
from bot.store.check import Finding, check


async def findings(url: str) -> dict[str, Finding]:
    return {finding.what: finding for finding in await check(url)}


async def test_a_healthy_database(url: str, store: Store) -> None:
    found = await findings(url)
    assert all(finding.ok for finding in found.values()), found
    assert found["schema"].found == f"current ({migrate.HEAD})"
    assert found["database"].found.endswith(" MB")


async def test_sqlite_tells_integrity_and_free_disk(sqlite_url: str) -> None:
    await (await Store.open(sqlite_url)).close()
    found = await findings(sqlite_url)
    assert set(found) == {"database", "integrity", "schema", "free disk"}
    assert found["integrity"].found == "ok"


async def test_work_that_was_given_up_is_named(url: str, store: Store, now: datetime) -> None:
    async with store.transaction() as c:
        await jobs.add(c, [jobs.Order("deliver", "general", now)])
        [job] = await leases.lease(c, "deliver", 1, now=now, until=now, name="a worker")
        await leases.give_up(c, job, "the channel is gone", now)
    found = await findings(url)
    assert found["work"].found == "1 given up; the last, deliver general: the channel is gone"


async def test_looking_makes_no_file(sqlite_url: str, tmp_path: Path) -> None:
    found = await findings(sqlite_url)
    assert "the first start makes it" in found["database"].found
    assert found["free disk"].found
    assert list(tmp_path.iterdir()) == []


async def test_an_empty_database_waits_for_its_tables(pg_url: str) -> None:
    assert "first start" in (await findings(pg_url))["schema"].found


async def test_a_newer_database_is_told_with_the_way_out(url: str, store: Store) -> None:
    async with store.transaction() as c:
        await c.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    schema = (await findings(url))["schema"]
    assert not schema.ok
    assert "0999 is newer" in schema.found
    assert "Update the program" in schema.fix


async def test_a_damaged_database(sqlite_url: str, now: datetime) -> None:
    store = await Store.open(sqlite_url)
    async with store.transaction() as c:
        for n in range(400):
            await events.first_time(c, "web", f"{n:050}", now)
    await store.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = b"\x5a" * (len(data) - len(data) // 2)
    path.write_bytes(data)
    assert any(not finding.ok for finding in await check(sqlite_url))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://ann:hunter2@db/news", "not supported"),
        ("postgresql://ann:hunter2@127.0.0.1:1/news?connect_timeout=5", "127.0.0.1"),
        ("sqlite:////dev", "cannot be opened"),
    ],
)
async def test_a_database_out_of_reach_is_a_finding_without_the_password(url: str, words: str) -> None:
    [finding, *_] = await check(url)
    assert words in finding.found
    assert "hunter2" not in repr(finding)
