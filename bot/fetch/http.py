"""One request over HTTP/1.1: limits kept, aiohttp's errors translated. Nothing else imports aiohttp's client."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from bot import settings
from bot.errors import (
    AddressRefused,
    BadContent,
    ConnectFailed,
    FetchError,
    NameNotFound,
    NotAPage,
    TlsFailed,
    TooLarge,
)
from bot.fetch.body import Body, Broken
from bot.fetch.content import PAGES, content_type, sniff
from bot.fetch.guard import Guard, Refused
from bot.fetch.names import GuardedNames

CONNECT_SECONDS = 4.0
"""To connect and shake hands, so that one silent address of several, or a second try, fits into the deadline."""

CHUNK = 64 * 1024
HEADERS: Mapping[str, str] = {
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,application/xml;q=0.7,*/*;q=0.1",
    "Accept-Language": "en,*;q=0.5",
    # Only what we decode ourselves, with a limit.
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A GET. With `cut`, a body over `max_bytes` is cut there; otherwise it is `TooLarge`. `types` None: any type."""

    url: URL
    max_bytes: int
    headers: Mapping[str, str] = field(default_factory=dict)
    types: frozenset[str] | None = PAGES
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. `headers` has lower-case names; `body` is decoded, and empty unless `status` is 2xx."""

    url: URL
    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    content_type: str = ""
    charset: str | None = None


class Http:
    """One session for all requests, made inside the running loop at the first of them. Call `close` at the end."""

    def __init__(self, options: settings.Fetch, guard: Guard, names: AbstractResolver) -> None:
        self._options, self._guard, self._names = options, guard, GuardedNames(names, guard)
        self._closed = False
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, request: Request) -> Answer:
        """Send `request`; redirects are answers. Raises FetchErrors, but none for a status: that is for the caller.

        There is no deadline in here: cancel it.
        """
        if self._closed:
            raise ConnectFailed(str(request.url), "the fetcher is closed")
        try:
            async with self._opened().get(
                request.url, headers=dict(request.headers), allow_redirects=False
            ) as response:
                return await self._answer(request, response)
        except (aiohttp.ClientError, HttpProcessingError, OSError, ValueError) as error:
            raise translated(str(request.url), error) from error

    async def close(self) -> None:
        """Close every connection, for good."""
        self._closed = True
        if self._session is not None:
            await self._session.close()
        await self._names.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                resolver=self._names,
                socket_factory=self._guard.socket,
                use_dns_cache=False,  # names are looked up, and checked, for each connection
                limit=0,  # `bot.fetch.turns` counts
            )
            contact = f" (+{self._options.contact})" if self._options.contact else ""
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={**HEADERS, "User-Agent": self._options.user_agent + contact},
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
                trust_env=False,
                auto_decompress=False,
            )
        return self._session

    async def _answer(self, request: Request, response: aiohttp.ClientResponse) -> Answer:
        headers = _first_of_each(response)
        if not 200 <= response.status < 300:
            return Answer(request.url, response.status, headers)
        kind, charset = content_type(headers.get("content-type", ""))
        if request.types is not None and kind and kind not in request.types:
            raise NotAPage(str(request.url), kind[:100])
        body = await _read(request, response, headers)
        if request.types is not None and not kind:
            kind = sniff(body)
            if not kind:
                raise NotAPage(str(request.url), "no type")
        return Answer(request.url, response.status, headers, body, kind, charset)


def _first_of_each(response: aiohttp.ClientResponse) -> Mapping[str, str]:
    """Headers by lower-case name. Only cache rules may come in several lines; of all else the first line counts."""
    headers = {name.lower(): response.headers[name] for name in response.headers}
    if "cache-control" in headers:
        headers["cache-control"] = ",".join(response.headers.getall("cache-control"))
    return headers


async def _read(request: Request, response: aiohttp.ClientResponse, headers: Mapping[str, str]) -> bytes:
    too_large = TooLarge(str(request.url), f"more than {request.max_bytes} bytes")
    if not request.cut and (response.content_length or 0) > request.max_bytes:
        raise too_large
    try:
        body = Body(headers.get("content-encoding", ""), request.max_bytes)
        async for chunk in response.content.iter_chunked(CHUNK):
            if not body.feed(chunk):
                if request.cut:
                    return body.so_far()
                raise too_large
        return body.whole()
    except Broken as error:
        raise BadContent(str(request.url), str(error)) from error


def translated(url: str, error: Exception) -> FetchError:
    """Our error for one of aiohttp's, of the socket's or of the address parser's."""
    cause = getattr(error, "os_error", None)
    detail = str(error)[:200] or type(error).__name__
    if isinstance(cause, Refused):
        return AddressRefused(url, str(cause))
    match error:
        case aiohttp.InvalidURL():
            return AddressRefused(url, "not an address")
        case aiohttp.ClientConnectorDNSError():
            return NameNotFound(url, detail)
        case aiohttp.ClientSSLError():
            return TlsFailed(url, detail)
        case asyncio.TimeoutError():
            return ConnectFailed(url, "no answer in time")
        case aiohttp.ClientResponseError() | HttpProcessingError() | ValueError():
            return BadContent(url, f"not HTTP: {detail}")
        case _:
            return ConnectFailed(url, detail)
