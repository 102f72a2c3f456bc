"""All or nothing, whatever happens to the task or the process, and beside whoever else writes."""

from __future__ import annotations

import asyncio
import gc
import random
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import StoreError
from bot.store import Connection, Store, events

ROOT = Path(__file__).parents[3]

WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from bot.store import Store, events

async def main(url, name, pairs):
    store = await Store.open(url)
    print("ready", flush=True)
    for n in range(int(pairs)):
        async with store.transaction() as c:
            await events.first_time(c, name, f"a{n}", datetime.now(UTC))
            await events.first_time(c, name, f"b{n}", datetime.now(UTC))
    await store.close()

asyncio.run(main(*sys.argv[1:]))
"""


def writer(url: str, name: str, pairs: int) -> subprocess.Popen[str]:
    """A process that writes `pairs` transactions of two events each."""
    command = [sys.executable, "-c", WRITER, url, name, str(pairs)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


async def count(c: Connection, platform: str, half: str) -> int:
    query = text("SELECT count(*) FROM events WHERE platform = :p AND substr(event_id, 1, 1) = :half")
    return int((await c.execute(query, {"p": platform, "half": half})).scalar_one())


async def test_a_failing_transaction_leaves_nothing(store: Store, now: datetime) -> None:
    async def fail() -> None:
        async with store.transaction() as c:
            await events.first_time(c, "web", "a1", now)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    async with store.reading() as c:
        assert await count(c, "web", "a") == 0


async def test_a_reading_sees_one_moment_and_cannot_write(store: Store, now: datetime) -> None:
    with pytest.raises(StoreError):
        async with store.reading() as c:
            await events.first_time(c, "web", "a1", now)
    async with store.transaction() as c:
        assert await events.first_time(c, "web", "a1", now)
        async with store.reading() as beside:
            assert await count(beside, "web", "a") == 0


async def test_a_driver_error_is_an_error_of_the_store_and_shows_no_values(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        async with store.transaction() as c:
            await c.execute(text("INSERT INTO nothing VALUES (:secret)"), {"secret": "what Ann wrote"})
    assert "nothing" in str(caught.value)
    assert "what Ann wrote" not in str(caught.value)


async def test_cancelled_tasks_leave_no_open_transaction(store: Store, now: datetime) -> None:
    dice = random.Random(7)

    async def write(n: int) -> None:
        async with store.transaction() as c:
            await events.first_time(c, "web", f"a{n}", now)
            await events.first_time(c, "web", f"b{n}", now)

    async def read() -> None:
        async with store.reading() as c:
            await count(c, "web", "a")

    for n in range(120):
        tasks = [asyncio.create_task(write(n)), asyncio.create_task(read())]
        for _ in range(dice.randrange(25)):
            await asyncio.sleep(0)
        if dice.random() < 0.5:
            await asyncio.sleep(dice.random() / 500)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    gc.collect()  # a lost connection would be a warning, and so an error, here
    async with asyncio.timeout(60):
        await write(1000)
    async with store.reading() as c:
        assert await count(c, "web", "a") == await count(c, "web", "b") >= 1


async def test_many_tasks_write_at_once(store: Store, now: datetime) -> None:
    async def write(n: int) -> None:
        async with store.transaction() as c:
            assert await events.first_time(c, "web", f"a{n}", now)

    await asyncio.gather(*(write(n) for n in range(200)))
    async with store.reading() as c:
        assert await count(c, "web", "a") == 200


async def test_processes_start_and_write_at_the_same_time(url: str) -> None:
    processes = [writer(url, f"p{n}", 100) for n in range(3)]
    for process in processes:
        _, errors = await asyncio.to_thread(process.communicate, timeout=60)
        assert process.returncode == 0, errors
    store = await Store.open(url)
    async with store.reading() as c:
        assert [await count(c, f"p{n}", half) for n in range(3) for half in "ab"] == [100] * 6
    await store.close()


async def test_a_killed_process_leaves_whole_transactions(url: str, now: datetime) -> None:
    process = writer(url, "p", 100_000)
    assert process.stdout is not None
    assert await asyncio.to_thread(process.stdout.readline) == "ready\n"
    await asyncio.to_thread(time.sleep, 0.3)
    process.kill()
    await asyncio.to_thread(process.communicate)
    store = await Store.open(url)
    async with store.transaction() as c:
        assert await events.first_time(c, "p", "after", now)
        assert await count(c, "p", "b") > 0
        assert await count(c, "p", "b") == await count(c, "p", "a") - 1  # "after" begins with a
    await store.close()


async def test_a_durable_transaction_waits_for_the_disk_and_the_next_one_does_not(sqlite_url: str) -> None:
    store = await Store.open(sqlite_url)
    for durable, meant in ((False, 1), (True, 2), (True, 2), (False, 1)):
        async with store.transaction(durable=durable) as c:
            assert (await c.execute(text("PRAGMA synchronous"))).scalar() == meant
    await store.close()
