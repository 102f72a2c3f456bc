"""One flight per address, however many channels ask at once."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from bot.errors import HttpFailed
from bot.fetch import Fetcher
from bot.fetch.flight import Flights
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, Web, open_raw, page


class Gate:
    """A handler that answers once it is opened."""

    def __init__(self, status: int = 200) -> None:
        self.open, self.reached = asyncio.Event(), asyncio.Event()
        self._status = status

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        self.reached.set()
        await self.open.wait()
        return await page(status=self._status)(request)


async def test_a_hundred_channels_cost_one_request(site: Web, fetcher: Fetcher) -> None:
    gate = site.answers["/"] = Gate()
    asking = [asyncio.create_task(fetcher.get(site.url())) for _ in range(100)]
    await gate.reached.wait()
    gate.open.set()
    bodies = {(await task).page.body for task in asking}
    assert (bodies, len(site.asked)) == ({HTML.encode()}, 1)


async def test_all_of_them_hear_of_a_failure(site: Web, fetcher: Fetcher) -> None:
    gate = site.answers["/"] = Gate(404)
    asking = [asyncio.create_task(fetcher.get(site.url())) for _ in range(10)]
    await gate.reached.wait()
    gate.open.set()
    results = await asyncio.gather(*asking, return_exceptions=True)
    assert all(isinstance(result, HttpFailed) for result in results)
    assert len(site.asked) == 1


async def test_one_who_gives_up_leaves_the_others_alone(site: Web, fetcher: Fetcher) -> None:
    gate = site.answers["/"] = Gate()
    first, second = (asyncio.create_task(fetcher.get(site.url())) for _ in range(2))
    await gate.reached.wait()
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    gate.open.set()
    assert (await second).page.body == HTML.encode()


async def test_the_last_one_to_give_up_ends_the_flight(make: Make) -> None:
    reached, hung_up = asyncio.Event(), asyncio.Event()

    async def hang(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        reached.set()
        await reader.read()
        hung_up.set()

    async with open_raw(hang) as port:
        fetcher = make(reach=(port,))
        asking = [asyncio.create_task(fetcher.get(f"http://127.0.0.1:{port}/")) for _ in range(3)]
        await reached.wait()
        for task in asking[:2]:
            task.cancel()
        await asyncio.sleep(0.05)
        assert not hung_up.is_set()
        asking[2].cancel()
        await hung_up.wait()
        assert all(
            isinstance(end, asyncio.CancelledError) for end in await asyncio.gather(*asking, return_exceptions=True)
        )


async def test_a_new_caller_gets_a_new_flight_after_one_was_given_up(site: Web, fetcher: Fetcher) -> None:
    gate = site.answers["/"] = Gate()
    asking = asyncio.create_task(fetcher.get(site.url()))
    await gate.reached.wait()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    site.answers["/"] = page()
    assert (await fetcher.get(site.url())).page.body == HTML.encode()
    gate.open.set()


async def test_nothing_is_kept_of_a_landed_flight() -> None:
    flights: Flights[str, int] = Flights()
    started = 0

    async def fly() -> int:
        nonlocal started
        started += 1
        await asyncio.sleep(0)
        return started

    assert await asyncio.gather(*(flights.join("a", fly) for _ in range(3))) == [1, 1, 1]
    assert len(flights) == 0
    assert await flights.join("a", fly) == 2
    await asyncio.gather(flights.join("a", fly), flights.join("b", fly))
    assert (started, len(flights)) == (4, 0)


async def test_a_flight_that_fails_with_nobody_left_is_nobodys_trouble() -> None:
    flights: Flights[str, int] = Flights()

    async def stubborn() -> int:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError as error:
            raise ValueError from error
        return 0

    caller = asyncio.create_task(flights.join("a", stubborn))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await asyncio.sleep(0)
    assert len(flights) == 0


async def test_closing_ends_every_flight() -> None:
    flights: Flights[str, None] = Flights()
    caller = asyncio.create_task(flights.join("a", lambda: asyncio.sleep(60)))
    await asyncio.sleep(0)
    await flights.close()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert len(flights) == 0
