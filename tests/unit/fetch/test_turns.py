"""Politeness: how many ask at a time, and what waiting costs."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from aiohttp import web
from yarl import URL

from bot.errors import FetchTimeout, RateLimited
from bot.fetch import fetcher as fetcher_module
from bot.fetch.deadline import Deadline
from bot.fetch.turns import MAX_PAUSES, Turns
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import Hands, Web, open_web, page


class Counting:
    """A handler that remembers how many were served at the same moment."""

    def __init__(self, seconds: float = 0.02) -> None:
        self.now = self.most = 0
        self._seconds = seconds

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(self._seconds)
        self.now -= 1
        return await page()(request)


async def test_so_many_at_a_time_per_host(site: Web, make: Make) -> None:
    counting = Counting()
    site.answers |= {f"/{number}": counting for number in range(12)}
    fetcher = make(connections_per_host=3)
    await asyncio.gather(*(fetcher.get(site.url(f"/{number}")) for number in range(12)))
    assert counting.most == 3


async def test_so_many_at_a_time_in_all(site: Web, make: Make) -> None:
    counting = Counting()
    async with open_web() as other:
        for told in (site, other):
            told.answers |= {f"/{number}": counting for number in range(6)}
        fetcher = make(connections=4, connections_per_host=3, reach=(other.port,))
        urls = [told.url(f"/{number}") for told in (site, other) for number in range(6)]
        await asyncio.gather(*(fetcher.get(url) for url in urls))
    assert counting.most == 4


async def test_waiting_in_line_is_not_held_against_the_page(site: Web, make: Make) -> None:
    counting = Counting(0.15)
    site.answers |= {f"/{number}": counting for number in range(5)}
    fetcher = make(connections_per_host=1, timeout_seconds=0.5)
    fetched = await asyncio.gather(*(fetcher.get(site.url(f"/{number}")) for number in range(5)))
    assert len(fetched) == 5, "the last one waited longer than its own time"


async def test_waiting_has_an_end(site: Web, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetcher_module, "PATIENCE_SECONDS", 0.1)
    counting = Counting(0.6)
    site.answers |= {"/a": counting, "/b": counting}
    fetcher = make(connections_per_host=1)
    first = asyncio.create_task(fetcher.get(site.url("/a")))
    while not site.asked:
        await asyncio.sleep(0.01)
    with pytest.raises(FetchTimeout):
        await fetcher.get(site.url("/b"))
    await first
    assert site.paths == ["/a"]


async def test_one_who_gives_up_in_line_leaves_no_trace(hands: Hands) -> None:
    turns = Turns(1, 1, hands)
    url, order = URL("http://news.example/"), []

    async def take(name: str, wait: asyncio.Event) -> None:
        deadline = Deadline(5, 5)
        async with deadline.running(), turns.turn(url, deadline):
            order.append(name)
            await wait.wait()

    gate = asyncio.Event()
    first = asyncio.create_task(take("first", gate))
    await asyncio.sleep(0)
    second, third = (asyncio.create_task(take(name, gate)) for name in ("second", "third"))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    gate.set()
    await asyncio.gather(first, third)
    assert order == ["first", "third"]
    assert len(turns) == 0


async def test_those_in_line_hear_of_a_pause_asked_for_meanwhile(site: Web, make: Make) -> None:
    async def limit(request: web.BaseRequest) -> web.StreamResponse:
        await asyncio.sleep(0.05)
        return await page("slow down", 429, retry_after="60")(request)

    site.answers |= {f"/{number}": limit for number in range(5)}
    fetcher = make(connections_per_host=1)
    results = await asyncio.gather(
        *(fetcher.get(site.url(f"/{number}")) for number in range(5)), return_exceptions=True
    )
    assert all(isinstance(result, RateLimited) for result in results)
    assert len(site.asked) == 1


async def test_pauses_are_forgotten_in_time_and_in_number(hands: Hands) -> None:
    turns = Turns(1, 1, hands)
    turns.pause(URL("http://first.example/"), 1)
    for number in range(MAX_PAUSES):
        turns.pause(URL(f"http://{number}.example/"), 60)
    deadline = Deadline(5, 5)
    async with deadline.running():
        async with turns.turn(URL("http://first.example/"), deadline):
            pass
        with pytest.raises(RateLimited):
            async with turns.turn(URL("http://7.example/"), deadline):
                pass
        hands.forward(seconds=60)
        async with turns.turn(URL("http://7.example/"), deadline):
            pass


async def test_waiting_that_is_cut_short_gives_the_time_back() -> None:
    deadline, began = Deadline(0.1, 30), asyncio.get_running_loop().time()

    async def wait_and_work() -> None:
        async with deadline.running():
            with suppress(TimeoutError):
                async with asyncio.timeout(0.02), deadline.waiting():
                    await asyncio.sleep(10)
            await asyncio.sleep(10)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(wait_and_work(), 5)
    assert asyncio.get_running_loop().time() - began < 4
