"""A site on loopback and a way to build fetchers that may reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp.abc import AbstractResolver

from bot.fetch import Fetcher
from bot.settings import Fetch
from tests.unit.fetch.web import CacheInMemory, Hands, Names, Web, open_web

Make = Callable[..., Fetcher]


@pytest.fixture
async def site() -> AsyncIterator[Web]:
    async with open_web() as told:
        yield told


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def cache() -> CacheInMemory:
    return CacheInMemory()


@pytest.fixture
async def make(site: Web, cache: CacheInMemory, hands: Hands) -> AsyncIterator[Make]:
    """`make(setting=…, names=…, reach=(port, …))`: a fetcher that may reach `site` and the ports named."""
    made: list[Fetcher] = []

    def build(*, names: AbstractResolver | None = None, reach: tuple[int, ...] = (), **settings: object) -> Fetcher:
        hosts = tuple(f"127.0.0.1:{port}" for port in (site.port, *reach))
        settings.setdefault("allow_loopback", hosts)
        made.append(Fetcher(Fetch(**settings), cache, hands, resolver=names or Names({})))  # type: ignore[arg-type]
        return made[-1]

    yield build
    for fetcher in made:
        await fetcher.close()


@pytest.fixture
def fetcher(make: Make) -> Fetcher:
    return make()
