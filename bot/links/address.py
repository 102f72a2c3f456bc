"""A web address taken apart the way a browser does it, and put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import NotAnAddress
from bot.links.escapes import escape_fragment, escape_path, escape_query
from bot.links.host import ascii_host

LONGEST = 8_000
"""Characters; longer addresses are refused by most servers."""

_SHAPE = re.compile(
    r"(?P<scheme>https?):[/\\]{2}(?P<authority>[^/\\?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_AUTHORITY = re.compile(r"(?:(?P<user>.*)@)?(?P<host>\[[^\]]*\]|[^:\[\]]+)(?::(?P<port>[0-9]{0,5}))?", re.DOTALL)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_EDGES = "".join(map(chr, range(33)))
_DROPPED = str.maketrans("", "", "\t\n\r")


@dataclass(frozen=True, slots=True)
class Address:
    """ASCII throughout. `port` is None where it is the scheme's own; `path` begins with `/`; absent parts are empty."""

    scheme: str
    user: str
    host: str
    port: int | None
    path: str
    query: str
    fragment: str

    def text(self) -> str:
        user = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port is not None else ""
        query = f"?{self.query}" if self.query else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.scheme}://{user}{self.host}{port}{self.path}{query}{fragment}"


def parse(text: str) -> Address:
    """Raises `NotAnAddress` for anything but http(s) with a host, and for more than `LONGEST` characters."""
    if len(text) > LONGEST:
        raise NotAnAddress(text[:200])
    shape = _SHAPE.fullmatch(text.strip(_EDGES).translate(_DROPPED))
    authority = _AUTHORITY.fullmatch(shape["authority"]) if shape else None
    if shape is None or authority is None:
        raise NotAnAddress(text)
    scheme = shape["scheme"].lower()
    try:
        host, port = ascii_host(authority["host"]), _port(authority["port"], scheme)
    except ValueError as error:
        raise NotAnAddress(text) from error
    return Address(
        scheme,
        escape_path(authority["user"] or "").replace("[", "%5B").replace("]", "%5D"),
        host,
        port,
        escape_path(shape["path"].replace("\\", "/")) or "/",
        escape_query(shape["query"] or ""),
        escape_fragment(shape["fragment"] or ""),
    )


def _port(digits: str | None, scheme: str) -> int | None:
    if not digits:
        return None
    port = int(digits)
    if not 0 < port <= 65535:
        raise ValueError("no such port")
    return None if port == _DEFAULT_PORTS[scheme] else port
