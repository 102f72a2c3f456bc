"""A page is asked for honestly and comes back as it was sent."""

from __future__ import annotations

import pytest

from bot.errors import NotAPage
from bot.fetch import Fetcher
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, Names, Web, page


async def test_gives_the_page_and_the_addresses_asked(site: Web, fetcher: Fetcher) -> None:
    site.answers["/story?id=7&t=%2F%7e"] = page(content_type="text/html; charset=ISO-8859-1")
    url = site.url("/story?id=7&t=%2F%7e")
    fetched = await fetcher.get(url)
    assert fetched.page.body == HTML.encode()
    assert (fetched.page.url, fetched.page.content_type, fetched.page.charset) == (url, "text/html", "iso8859-1")
    assert fetched.hops == (url,)
    assert site.paths == ["/story?id=7&t=%2F%7e"], "an address is sent byte for byte: a signature may be in it"


async def test_says_who_asks_and_carries_nothing_along(site: Web, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    site.answers["/"] = page("moved", 302, location="/next", set_cookie="first=1")
    site.answers["/next"] = page(set_cookie="seen=1")
    fetcher = make(
        contact="https://standfirst.example/bot",
        fresh_minutes=0,
        names=Names({"news.example": [["127.0.0.1"]]}),
        allow_loopback=(f"news.example:{site.port}",),
    )
    await fetcher.get(site.url(host="news.example"))
    await fetcher.get(site.url("/next", host="news.example"))
    assert len(site.asked) == 3
    for request in site.asked:
        assert request.version == (1, 1)
        assert request.headers["User-Agent"] == "Standfirst/0.1 (+https://standfirst.example/bot)"
        assert request.headers["Accept-Encoding"] == "gzip, deflate"
        assert request.headers["Accept"].startswith("text/html")
        assert request.headers["Accept-Language"]
        assert not {"Cookie", "Referer", "Authorization"} & set(request.headers)


async def test_a_fragment_stays_at_home(site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page()
    assert (await fetcher.get(site.url("/#top"))).hops == (site.url("/"),)


async def test_asks_for_a_listed_name_as_browsers_would(site: Web, make: Make) -> None:
    site.answers["/gr%C3%BC%C3%9Fe?q=a%20b"] = page()
    fetcher = make(
        names=Names({"xn--bcher-kva.example": [["127.0.0.1"]]}),
        allow_loopback=(f"xn--bcher-kva.example:{site.port}",),
    )
    fetched = await fetcher.get(f"http://bücher.example:{site.port}/grüße?q=a b")
    assert site.asked[0].headers["Host"] == f"xn--bcher-kva.example:{site.port}"
    assert fetched.page.body == HTML.encode()


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xhtml+xml", "application/xml", "Text/HTML ; charset=utf-8"]
)
async def test_takes_every_type_that_can_be_an_article(kind: str, site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page(content_type=kind)
    assert (await fetcher.get(site.url())).page.content_type == kind.partition(";")[0].strip().lower()


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4", "application/json", "x"])
async def test_other_types_are_not_pages_and_are_not_read(kind: str, site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page("x" * 6_000_000, content_type=kind)
    with pytest.raises(NotAPage) as caught:
        await fetcher.get(site.url())
    assert caught.value.detail == kind
