"""No page can hang the bot or fill it."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
import zlib

import pytest
from aiohttp import web

from bot.errors import BadContent, ConnectFailed, FetchTimeout, TooLarge
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, Web, open_raw, page, redirect, saying

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1_000_000)
    return b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()


async def test_a_gzip_bomb_stops_at_the_limit(make: Make) -> None:
    packed = bomb(100)
    tracemalloc.start()
    async with open_raw(saying(HEAD + b"Content-Encoding: gzip\r\n\r\n" + packed)) as port:
        with pytest.raises(TooLarge):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 25_000_000


@pytest.mark.parametrize("wbits", [31, 15, -15])
async def test_encoded_pages_are_decoded(wbits: int, make: Make) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    data = packer.compress(HTML.encode()) + packer.flush()
    name = b"gzip" if wbits == 31 else b"deflate"
    reply = saying(HEAD + b"Content-Encoding: " + name + b"\r\n\r\n" + data)
    async with open_raw(reply) as port:
        fetched = await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
    assert fetched.page.body == HTML.encode()


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", b"not gzip at all"),
        ("gzip", gzip.compress(HTML.encode() * 50, mtime=0)[:-12]),
        ("deflate", b"\x78\x9c not deflate"),
        ("br", b"\x0b\x02\x80hello\x03"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x", mtime=0), mtime=0)),
    ],
    ids=["not gzip", "cut off", "not deflate", "not asked for", "packed twice"],
)
async def test_a_broken_or_unknown_encoding_is_bad_content(encoding: str, data: bytes, make: Make) -> None:
    async with open_raw(saying(HEAD + f"Content-Encoding: {encoding}\r\n\r\n".encode() + data)) as port:
        with pytest.raises(BadContent):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")


async def test_too_large_by_its_own_word_is_not_read(make: Make) -> None:
    async with open_raw(saying(HEAD + b"Content-Length: 5000001\r\n\r\n")) as port:
        with pytest.raises(TooLarge):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(("size", "fits"), [(10_000, True), (10_001, False)])
async def test_too_large_without_a_length_stops_at_the_limit(size: int, fits: bool, make: Make) -> None:
    async with open_raw(saying(HEAD + b"\r\n" + b"x" * size)) as port:
        fetcher = make(reach=(port,), max_bytes=10_000)
        if fits:
            assert len((await fetcher.get(f"http://127.0.0.1:{port}/")).page.body) == size
        else:
            with pytest.raises(TooLarge):
                await fetcher.get(f"http://127.0.0.1:{port}/")


async def test_a_body_that_drips_for_ever_meets_the_deadline(make: Make) -> None:
    async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"\r\n<p>")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with open_raw(drip) as port:
        url = f"http://127.0.0.1:{port}/slow"
        with pytest.raises(FetchTimeout) as caught:
            await make(reach=(port,), timeout_seconds=0.2).get(url)
    assert caught.value.url == url


async def test_a_server_that_says_nothing_meets_the_deadline(site: Web, make: Make) -> None:
    async def silent(_: web.BaseRequest) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    site.answers["/"] = silent
    with pytest.raises(FetchTimeout):
        await make(timeout_seconds=0.2).get(site.url())


async def test_the_deadline_is_for_the_whole_chain_and_names_the_hop(site: Web, make: Make) -> None:
    def late(to: str) -> None:
        async def answer(request: web.BaseRequest) -> web.StreamResponse:
            await asyncio.sleep(0.15)
            return await redirect(to)(request)

        site.answers[f"/{int(to[1:]) - 1}"] = answer

    for number in range(1, 6):
        late(f"/{number}")
    with pytest.raises(FetchTimeout) as caught:
        await make(timeout_seconds=0.4).get(site.url("/0"))
    assert caught.value.url != site.url("/0")


@pytest.mark.parametrize(
    "data",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 20_000 + b"\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
    ],
)
async def test_what_is_not_http_is_bad_content(data: bytes, make: Make) -> None:
    async with open_raw(saying(data)) as port:
        with pytest.raises(BadContent):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")


async def test_a_body_that_breaks_off_is_asked_for_once_more(make: Make) -> None:
    asked = 0

    async def broken_once(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1
        body = b"<p>half" if asked == 1 else b"<p>whole!"
        writer.write(HEAD + b"Content-Length: 9\r\n\r\n" + body)
        await writer.drain()

    async with open_raw(broken_once) as port:
        fetched = await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
    assert (fetched.page.body, asked) == (b"<p>whole!", 2)


async def test_a_body_that_always_breaks_off_fails_to_connect(make: Make) -> None:
    async with open_raw(saying(HEAD + b"Content-Length: 99\r\n\r\n<p>half")) as port:
        with pytest.raises(ConnectFailed):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")


async def test_a_small_page_is_no_trouble_after_a_large_one(site: Web, make: Make) -> None:
    site.answers["/large"] = page("x" * 50_000)
    site.answers["/small"] = page()
    fetcher = make(max_bytes=10_000)
    with pytest.raises(TooLarge):
        await fetcher.get(site.url("/large"))
    assert (await fetcher.get(site.url("/small"))).page.body == HTML.encode()
