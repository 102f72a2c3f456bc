"""The bot never dials an address that is not public: not by a redirect, not by any answer of a name server."""

from __future__ import annotations

import socket

import aiohttp
import pytest
from yarl import URL

from bot.errors import AddressRefused, NameNotFound
from bot.fetch import Fetcher
from bot.fetch.guard import Guard, Refused
from bot.fetch.http import Http, Request, translated
from bot.fetch.names import GuardedNames, SystemNames
from bot.settings import Fetch
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import Names, Web, page, redirect


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/", "http://2130706433/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/"),
        *("http://user:secret@news.example/", "http://news.example:22/", "ftp://news.example/", "http://", "nonsense"),
    ],
)
async def test_refused_as_written_before_any_name_is_looked_up(url: str, make: Make) -> None:
    names = Names({})
    with pytest.raises(AddressRefused) as caught:
        await make(names=names).get(url)
    assert caught.value.url == url
    assert names.asked == []


@pytest.mark.parametrize(
    "target",
    [
        *(
            "http://127.0.0.1/",
            "http://127.0.0.1:1/",
            "http://169.254.169.254/latest/",
            "//10.0.0.1/",
            "http://0x7f.1/",
        ),
        *(
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http://[fe80::1%25lo]/",
            "https://a:b@news.example/",
            "http://[",
        ),
        *("http://localhost:22/", "https:///etc", "mailto:desk@news.example", "http://evil.example\\@127.0.0.1/"),
    ],
)
async def test_a_redirect_is_checked_like_the_first_address(target: str, site: Web, make: Make) -> None:
    site.answers["/"] = redirect(target)
    names = Names({})
    with pytest.raises(AddressRefused):
        await make(names=names).get(site.url())
    assert len(site.asked) == 1
    assert names.asked == []


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["10.0.0.1", "::1"], ["::ffff:127.0.0.1"], ["fe80::1%2"]])
async def test_a_name_with_private_answers_only_is_refused(addresses: list[str], make: Make) -> None:
    with pytest.raises(AddressRefused) as caught:
        await make(names=Names({"news.example": [addresses]})).get("http://news.example/")
    assert caught.value.url == "http://news.example/"


async def test_a_name_may_not_borrow_a_listed_address(site: Web, make: Make) -> None:
    fetcher = make(names=Names({"evil.example": [["127.0.0.1"]]}))
    with pytest.raises(AddressRefused):
        await fetcher.get(site.url(host="evil.example"))
    assert site.asked == []


async def test_a_name_that_moves_between_two_hops_is_refused(site: Web, make: Make) -> None:
    site.answers["/"] = page("moved", 302, location="/secret", connection="close")
    names = Names({"news.example": [["127.0.0.1"], ["169.254.169.254"]]})
    fetcher = make(names=names, allow_loopback=(f"news.example:{site.port}",))
    with pytest.raises(AddressRefused) as caught:
        await fetcher.get(site.url(host="news.example"))
    assert caught.value.url == site.url("/secret", host="news.example")
    assert names.asked == ["news.example", "news.example"]
    assert site.paths == ["/"]


async def test_private_answers_are_dropped_beside_public_ones() -> None:
    names = GuardedNames(Names({"news.example": [["10.0.0.1", "8.8.8.8", "64:ff9b::808:808"]]}), Guard((80,)))
    assert [answer["host"] for answer in await names.resolve("news.example", 80)] == ["8.8.8.8"]


async def test_first_public_then_private_is_refused_the_second_time() -> None:
    names = GuardedNames(Names({"news.example": [["8.8.8.8"], ["192.168.0.1"]]}), Guard((80,)))
    assert await names.resolve("news.example", 80)
    with pytest.raises(Refused):
        await names.resolve("news.example", 80)


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["::1", "127.0.0.1"]])
async def test_the_socket_refuses_whatever_a_name_server_got_past_the_rest(addresses: list[str], site: Web) -> None:
    names = Names({"news.example": [addresses]})
    connector = aiohttp.TCPConnector(resolver=names, socket_factory=Guard((site.port,)).socket)
    async with aiohttp.ClientSession(connector=connector) as session:
        with pytest.raises(aiohttp.ClientConnectorError) as caught:
            await session.get(site.url(host="news.example"))
    assert isinstance(translated("http://news.example/", caught.value), AddressRefused)
    assert site.asked == []


class GullibleGuard(Guard):
    """Believes every address as written and as answered; only the socket is left to refuse."""

    def check(self, url: URL) -> None:
        """All is well."""

    def may_dial(self, host: str, address: str, port: int) -> bool:
        return True


@pytest.mark.parametrize("host", ["news.example", "127.0.0.1"])
async def test_our_connector_has_the_socket_as_its_last_word(host: str, site: Web) -> None:
    http = Http(Fetch(), GullibleGuard((site.port,)), Names({"news.example": [["127.0.0.1"]]}))
    with pytest.raises(AddressRefused):
        await http.ask(Request(URL(site.url(host=host)), 10_000))
    await http.close()
    assert site.asked == []


async def test_a_name_without_address_is_not_found(fetcher: Fetcher) -> None:
    with pytest.raises(NameNotFound) as caught:
        await fetcher.get("https://no-such-paper.example/a")
    assert caught.value.url == "https://no-such-paper.example/a"


async def test_an_empty_answer_is_not_found(make: Make) -> None:
    with pytest.raises(NameNotFound):
        await make(names=Names({"news.example": [[]]})).get("http://news.example/")


async def test_the_systems_names_give_addresses() -> None:
    names = SystemNames(1)
    try:
        answers = await names.resolve("127.0.0.1", 80, socket.AF_INET)
    finally:
        await names.close()
    assert [(answer["host"], answer["port"]) for answer in answers] == [("127.0.0.1", 80)]
