"""The page cache gives back what it was given, and stays within its bound."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.errors import StoreError
from bot.model import CachedPage, Page
from bot.store import Store
from bot.store.pages import Pages

PageOf = Callable[..., CachedPage]


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes that do not compress."""
    return random.Random(seed).randbytes(size)


@pytest.mark.parametrize("body", [b"", b"<p>Gr\xfc\xdfe\0</p>", noise(300_000), b"a" * 1_000_000])
async def test_a_page_comes_back_as_it_was_kept(store: Store, page: PageOf, body: bytes) -> None:
    pages = Pages(store)
    assert await pages.find("k") is None
    await pages.keep("k", page(body))
    assert await pages.find("k") == page(body)


async def test_a_page_without_address_and_charset(store: Store, now: datetime) -> None:
    bare = CachedPage((), Page(None, b"x", "text/plain"), now, now)
    await Pages(store).keep("k", bare)
    assert await Pages(store).find("k") == bare


async def test_a_newer_page_replaces_the_older(store: Store, page: PageOf, now: datetime) -> None:
    pages = Pages(store)
    await pages.keep("k", page(b"old"))
    await pages.keep("k", page(b"new", now + timedelta(hours=1)))
    assert await pages.find("k") == page(b"new", now + timedelta(hours=1))


async def test_the_oldest_pages_go_when_the_cache_is_full(store: Store, page: PageOf, now: datetime) -> None:
    pages = Pages(store, limit=200_000)
    for n in range(60):
        await pages.keep(f"k{n}", page(noise(9_500, n), now + timedelta(minutes=n)))
    kept = [n for n in range(60) if await pages.find(f"k{n}")]
    assert kept == list(range(kept[0], 60))
    assert 15 <= len(kept) <= 22


async def test_the_bound_holds_over_a_restart(store: Store, page: PageOf, now: datetime) -> None:
    for n in range(40):
        await Pages(store, limit=100_000).keep(f"k{n}", page(noise(9_500, n), now + timedelta(minutes=n)))
    async with store.reading() as c:
        assert (await c.execute(text("SELECT sum(size) FROM pages"))).scalar_one() <= 100_000


async def test_a_damaged_page_is_an_error_of_the_store(store: Store, page: PageOf) -> None:
    await Pages(store).keep("k", page())
    async with store.transaction() as c:
        await c.execute(text("UPDATE pages SET hops = 'x'"))
    with pytest.raises(StoreError, match="cannot be read"):
        await Pages(store).find("k")
