"""Redirects are followed by hand, to an end."""

from __future__ import annotations

import pytest

from bot.errors import HttpFailed, TooManyRedirects
from bot.fetch import Fetcher
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, Web, open_raw, page, redirect, saying


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_follows_every_kind(status: int, site: Web, fetcher: Fetcher) -> None:
    site.answers["/short"] = redirect("/story?id=1#top", status)
    site.answers["/story?id=1"] = page()
    fetched = await fetcher.get(site.url("/short"))
    assert fetched.hops == (site.url("/short"), site.url("/story?id=1"))
    assert fetched.page.url == site.url("/story?id=1")
    assert fetched.page.body == HTML.encode()


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("story", "/a/story"),
        ("../story", "/story"),
        ("?page=2", "/a/b?page=2"),
        (" /story ", "/story"),
        ("/caf\u00e9 au lait", "/caf%C3%A9%20au%20lait"),
        ("/100%25?u=http://x.example/", "/100%25?u=http://x.example/"),
    ],
)
async def test_relative_and_unescaped_locations(location: str, path: str, site: Web, fetcher: Fetcher) -> None:
    site.answers["/a/b"] = redirect(location)
    site.answers[path] = page()
    assert (await fetcher.get(site.url("/a/b"))).hops[-1] == site.url(path)


async def test_a_location_in_bytes_that_are_not_utf_8(site: Web, make: Make) -> None:
    site.answers["/caf%E9"] = page()
    head = f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: {site.url('/caf')}".encode()
    async with open_raw(saying(head + b"\xe9\r\n\r\n")) as port:
        fetched = await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
    assert fetched.hops[-1] == site.url("/caf%E9")


@pytest.mark.parametrize("location", ["", "   "])
async def test_no_location_is_a_failed_answer(location: str, site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = redirect(location)
    with pytest.raises(HttpFailed) as caught:
        await fetcher.get(site.url())
    assert caught.value.status == 302


async def test_five_redirects_are_followed_and_six_are_not(site: Web, fetcher: Fetcher) -> None:
    for number in range(1, 7):
        site.answers[f"/{number}"] = redirect(f"/{number + 1}")
    site.answers["/7"] = page()
    assert len((await fetcher.get(site.url("/2"))).hops) == 6
    with pytest.raises(TooManyRedirects) as caught:
        await fetcher.get(site.url("/1"))
    assert caught.value.url == site.url("/7")


async def test_none_are_followed_where_none_are_allowed(site: Web, make: Make) -> None:
    site.answers["/"] = redirect("/next")
    with pytest.raises(TooManyRedirects):
        await make(max_hops=0).get(site.url())


@pytest.mark.parametrize("path", ["/a", "/b"])
async def test_a_circle_is_seen_the_first_time_round(path: str, site: Web, fetcher: Fetcher) -> None:
    site.answers["/a"] = redirect("/b")
    site.answers["/b"] = redirect(path + "#again")
    with pytest.raises(TooManyRedirects, match="circle"):
        await fetcher.get(site.url("/a"))
    assert site.paths == ["/a", "/b"]


async def test_a_refresh_inside_a_page_is_not_followed(site: Web, fetcher: Fetcher) -> None:
    text = '<meta http-equiv="refresh" content="0; url=/elsewhere">' + HTML
    site.answers["/"] = page(text, refresh="0; url=/elsewhere")
    assert (await fetcher.get(site.url())).page.body == text.encode()
    assert site.paths == ["/"]
