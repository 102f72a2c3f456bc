"""A page already seen is asked for again only when it may have changed, and then cheaply."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import HttpFailed, StoreError
from bot.fetch import Fetcher
from bot.fetch.cache import fresh_until
from bot.model import CachedPage
from bot.settings import Fetch
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, CacheInMemory, Hands, Names, Web, page, redirect

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEN = timedelta(minutes=10)
MODIFIED = "Tue, 24 Nov 2026 08:00:00 GMT"


async def test_a_fresh_page_costs_no_request(site: Web, make: Make, hands: Hands) -> None:
    site.answers["/"] = page()
    first = await make().get(site.url())
    hands.forward(minutes=9)
    assert await make().get(site.url()) == first
    assert len(site.asked) == 1
    hands.forward(minutes=1)
    await make().get(site.url())
    assert len(site.asked) == 2


async def test_a_stale_page_is_confirmed_not_sent_again(site: Web, fetcher: Fetcher, hands: Hands) -> None:
    site.answers["/"] = page(etag='W/"7"', last_modified=MODIFIED)
    first = await fetcher.get(site.url())
    site.answers["/"] = page("", 304)
    for _ in range(2):
        hands.forward(minutes=11)
        assert await fetcher.get(site.url()) == first
    assert len(site.asked) == 3
    for request in site.asked[1:]:
        assert request.headers["If-None-Match"] == 'W/"7"'
        assert request.headers["If-Modified-Since"] == MODIFIED
    await fetcher.get(site.url())
    assert len(site.asked) == 3, "what was confirmed is fresh again"


async def test_a_changed_page_replaces_the_kept_one(site: Web, fetcher: Fetcher, hands: Hands) -> None:
    site.answers["/"] = page(etag='"1"')
    await fetcher.get(site.url())
    hands.forward(minutes=11)
    site.answers["/"] = page("<p>corrected", etag='"2"')
    assert (await fetcher.get(site.url())).page.body == b"<p>corrected"
    hands.forward(minutes=11)
    site.answers["/"] = page("", 304)
    assert (await fetcher.get(site.url())).page.body == b"<p>corrected"
    assert site.asked[-1].headers["If-None-Match"] == '"2"'


async def test_a_short_link_is_kept_under_its_own_address(
    site: Web, fetcher: Fetcher, hands: Hands, cache: CacheInMemory
) -> None:
    site.answers["/s"] = redirect("/story")
    site.answers["/story"] = page(etag='"1"')
    first = await fetcher.get(site.url("/s"))
    assert list(cache.pages) == [site.url("/s")]
    assert await fetcher.get(site.url("/s")) == first
    assert len(site.asked) == 2
    hands.forward(minutes=11)
    site.answers["/story"] = page("", 304)
    assert await fetcher.get(site.url("/s")) == first
    assert ["If-None-Match" in request.headers for request in site.asked] == [False, False, False, True]


async def test_a_short_link_that_now_leads_elsewhere_is_asked_without_conditions(
    site: Web, fetcher: Fetcher, hands: Hands
) -> None:
    site.answers |= {"/s": redirect("/story"), "/story": page(etag='"1"'), "/new": page("<p>new", etag='"1"')}
    await fetcher.get(site.url("/s"))
    hands.forward(minutes=11)
    site.answers["/s"] = redirect("/new")
    fetched = await fetcher.get(site.url("/s"))
    assert (fetched.page.body, fetched.hops[-1]) == (b"<p>new", site.url("/new"))
    assert "If-None-Match" not in site.asked[-1].headers


async def test_not_kept_where_the_server_forbids_it(site: Web, fetcher: Fetcher, cache: CacheInMemory) -> None:
    site.answers["/"] = page(cache_control="private, No-Store")
    await fetcher.get(site.url())
    await fetcher.get(site.url())
    assert (len(site.asked), cache.pages) == (2, {})


async def test_failures_are_not_kept(site: Web, fetcher: Fetcher, cache: CacheInMemory) -> None:
    with pytest.raises(HttpFailed):
        await fetcher.get(site.url("/gone"))
    assert cache.pages == {}


class ClosedCache(CacheInMemory):
    async def find(self, key: str) -> CachedPage | None:
        raise StoreError("the database is closed")


async def test_a_store_that_fails_says_so(site: Web, hands: Hands) -> None:
    fetcher = Fetcher(Fetch(allow_loopback=(f"127.0.0.1:{site.port}",)), ClosedCache(), hands, resolver=Names({}))
    with pytest.raises(StoreError):
        await fetcher.get(site.url())
    await fetcher.close()


@pytest.mark.parametrize(
    ("rules", "minutes"),
    [
        ("", 10),
        ("max-age=60", 10),
        ("max-age=1800", 30),
        ('public, Max-Age="1800"', 30),
        ("max-age=86400", 60),
        ("max-age=" + "9" * 500, 60),
        ("max-age=-1, must-revalidate", 10),
        ("max-age=1e3", 10),
        ("no-cache, max-age=1800", 10),
        ("s-maxage=1800", 10),
    ],
)
def test_how_long_a_page_stays_fresh(rules: str, minutes: int) -> None:
    assert fresh_until(rules, NOW, TEN) == NOW + timedelta(minutes=minutes)


def test_no_store_is_not_kept() -> None:
    assert fresh_until("max-age=60, no-store", NOW, TEN) is None


@given(st.text(max_size=80), st.integers(0, 100))
@settings(max_examples=60)
def test_freshness_has_bounds_whatever_the_header_says(rules: str, minutes: int) -> None:
    until = fresh_until(rules, NOW, timedelta(minutes=minutes))
    assert until is None or timedelta(minutes=minutes) <= until - NOW <= timedelta(minutes=max(minutes, 60))


async def test_the_page_kept_is_the_page_given(site: Web, fetcher: Fetcher, cache: CacheInMemory, hands: Hands) -> None:
    site.answers["/"] = page(etag='"1"', last_modified=MODIFIED, cache_control="max-age=1800")
    fetched = await fetcher.get(site.url())
    assert fetched.page.body == HTML.encode()
    assert cache.pages[site.url()] == CachedPage(
        fetched.hops, fetched.page, hands.now, hands.now + timedelta(minutes=30), '"1"', MODIFIED
    )
