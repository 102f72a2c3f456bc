"""A web on loopback: a server that answers as told, one that speaks raw bytes, a name server, a cache and a clock."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.model import CachedPage

HTML = "<!doctype html><title>Harbour bridge</title><p>The council voted on Tuesday.</p>"
Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]
Raw = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def page(text: str = HTML, status: int = 200, **headers: str) -> Handler:
    """A handler that always says the same; header names are written with underscores."""

    async def answer(_: web.BaseRequest) -> web.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named.setdefault("content-type", "text/html; charset=utf-8")
        return web.Response(body=text.encode(), status=status, headers=named)

    return answer


def redirect(location: str, status: int = 302) -> Handler:
    return page("moved", status, location=location)


@dataclass
class Web:
    """`answers` by path, query included; anything else is a 404. `asked` is every request, in order."""

    port: int = 0
    answers: dict[str, Handler] = field(default_factory=dict)
    asked: list[web.BaseRequest] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [request.path_qs for request in self.asked]

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append(request)
        return await self.answers.get(request.path_qs, page("gone", 404))(request)


@asynccontextmanager
async def open_web() -> AsyncIterator[Web]:
    told = Web()
    runner = web.ServerRunner(web.Server(told.answer, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    told.port = runner.addresses[0][1]
    try:
        yield told
    finally:
        await runner.cleanup()


@asynccontextmanager
async def open_raw(reply: Raw) -> AsyncIterator[int]:
    """A server that reads a request's head and then does what `reply` does; gives its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await reply(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield int(server.sockets[0].getsockname()[1])


def saying(data: bytes) -> Raw:
    """A raw reply that sends `data` and hangs up."""

    async def reply(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return reply


@dataclass
class Names(AbstractResolver):
    """A name server: each name's answers, the next one at each question, the last one for ever."""

    answers: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        self.asked.append(host)
        queue = self.answers.get(host)
        if queue is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        addresses = queue.pop(0) if len(queue) > 1 else queue[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        self.answers = {}


@dataclass
class CacheInMemory:
    """Implements `PageCache`."""

    pages: dict[str, CachedPage] = field(default_factory=dict)

    async def find(self, key: str) -> CachedPage | None:
        return self.pages.get(key)

    async def keep(self, key: str, page: CachedPage) -> None:
        self.pages[key] = page


@dataclass
class Hands:
    """A clock that the test moves."""

    now: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)
