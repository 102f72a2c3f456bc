"""What a status, a silence or a bad handshake is called, and what is worth a second try."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import struct
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ConnectFailed, HttpFailed, RateLimited, TlsFailed
from bot.fetch import Fetcher, http
from bot.fetch.status import retry_after
from tests.ports import free_port
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, Hands, Web, open_raw, page

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("status", [300, 304, 400, 401, 403, 404, 410, 451, 500, 501])
async def test_a_failure_is_told_once_with_its_status(status: int, site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page("no", status)
    with pytest.raises(HttpFailed) as caught:
        await fetcher.get(site.url())
    assert (caught.value.url, caught.value.status) == (site.url(), status)
    assert len(site.asked) == 1


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_passing_failure_is_asked_again_once(status: int, site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page("later", status)
    with pytest.raises(HttpFailed):
        await fetcher.get(site.url())
    assert len(site.asked) == 2


async def test_the_second_try_may_succeed(site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page("later", 502)
    asking = asyncio.create_task(fetcher.get(site.url()))
    while not site.asked:
        await asyncio.sleep(0.01)
    site.answers["/"] = page()
    assert (await asking).page.body == HTML.encode()


@pytest.mark.parametrize("status", [429, 503])
async def test_a_host_that_asks_for_a_pause_gets_it(status: int, site: Web, fetcher: Fetcher, hands: Hands) -> None:
    site.answers["/"] = page("slow down", status, retry_after="120")
    site.answers["/other"] = page()
    with pytest.raises(RateLimited) as caught:
        await fetcher.get(site.url())
    assert caught.value.after == 120
    hands.forward(seconds=100)
    with pytest.raises(RateLimited) as caught:
        await fetcher.get(site.url("/other"))
    assert (caught.value.after, caught.value.url) == (20, site.url("/other"))
    assert site.paths == ["/"], "nothing is dialled while the pause lasts"
    hands.forward(seconds=20)
    assert (await fetcher.get(site.url("/other"))).page.body == HTML.encode()


async def test_a_429_that_does_not_say_how_long_means_a_minute(site: Web, fetcher: Fetcher) -> None:
    site.answers["/"] = page("slow down", 429)
    with pytest.raises(RateLimited) as caught:
        await fetcher.get(site.url())
    assert caught.value.after == 60


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("17", 17.0),
        (" 17 ", 17.0),
        ("86400", 3600.0),
        ("9" * 400, 3600.0),
        ("Tue, 24 Nov 2026 09:02:00 GMT", 120.0),
        ("Tue, 24 Nov 2026 09:02:00 -0000", 120.0),
        ("Tue, 24 Nov 2026 08:00:00 GMT", 0.0),
        ("Wed, 24 Nov 2027 09:00:00 GMT", 3600.0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_retry_after_is_never_out_of_bounds(value: str) -> None:
    assert 0 <= (retry_after(value, NOW) or 0) <= 3600


async def test_nobody_there(make: Make) -> None:
    port = free_port()
    with pytest.raises(ConnectFailed):
        await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")


async def test_a_line_that_is_cut(make: Make) -> None:
    asked = 0

    async def cut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1
        raw = writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async with open_raw(cut) as port:
        with pytest.raises(ConnectFailed):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
    assert 2 <= asked <= 4


async def test_a_server_that_hangs_up_is_asked_twice(make: Make) -> None:
    asked = 0

    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1

    async with open_raw(hang_up) as port:
        with pytest.raises(ConnectFailed):
            await make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
    assert asked == 2


async def test_https_where_only_http_is_spoken(make: Make) -> None:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(TlsFailed):
            await make(reach=(port,)).get(f"https://127.0.0.1:{port}/")


async def test_a_handshake_that_nobody_answers_is_tried_twice(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "CONNECT_SECONDS", 0.1)
    tried = 0

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal tried
        tried += 1
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(ConnectFailed):
            await make(reach=(port,)).get(f"https://127.0.0.1:{port}/")
        await asyncio.sleep(0.05)
    assert tried == 2


async def test_a_certificate_that_nobody_vouches_for(make: Make, tmp_path: Path) -> None:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "2"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)  # noqa: ASYNC221
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(TlsFailed):
            await make(reach=(port,)).get(f"https://127.0.0.1:{port}/")


async def test_after_closing_nothing_is_dialled(site: Web, make: Make) -> None:
    fetcher = make()
    await fetcher.close()
    with pytest.raises(ConnectFailed):
        await fetcher.get(site.url())
    assert site.asked == []
