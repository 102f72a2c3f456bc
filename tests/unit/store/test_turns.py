"""Tasks take turns at the connections, and give up without harm."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StoreError
from bot.store import engine as engines
from bot.store import url as urls
from bot.store.turns import Turns, settled


@pytest.fixture
async def engine(url: str, tmp_path: object) -> AsyncIterator[AsyncEngine]:
    address = urls.read(url)
    if urls.is_sqlite(address):
        urls.path(address).parent.mkdir()
    engine = engines.writing(address)
    yield engine
    await engine.dispose()


async def test_a_transaction_inside_another_is_told_that_it_is_busy(engine: AsyncEngine) -> None:
    turns = Turns(engine, 1, wait=0.05)
    async with turns.transaction():
        with pytest.raises(StoreError, match="busy"):
            await turns.transaction().__aenter__()
    async with turns.transaction():
        pass


async def test_whoever_gives_up_waiting_takes_nobodys_turn(engine: AsyncEngine) -> None:
    turns, order = Turns(engine, 1, wait=30), list[int]()

    async def work(n: int) -> None:
        async with turns.transaction():
            order.append(n)

    async with turns.transaction():
        tasks = [asyncio.create_task(work(n)) for n in range(6)]
        await asyncio.sleep(0)
        for n in (0, 3):
            tasks[n].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order == [1, 2, 4, 5]


async def test_settled_work_ends_before_its_caller_does() -> None:
    steps: list[str] = []

    async def work() -> None:
        await asyncio.sleep(0.02)
        steps.append("work")

    async def caller() -> None:
        try:
            await settled(work())
        finally:
            steps.append("caller")

    task = asyncio.create_task(caller())
    for _ in range(3):
        await asyncio.sleep(0.001)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert steps == ["work", "caller"]


async def test_settled_work_gives_its_result_or_its_error() -> None:
    async def give() -> int:
        return 7

    async def fail() -> int:
        raise LookupError

    assert await settled(give()) == 7
    with pytest.raises(LookupError):
        await settled(fail())
