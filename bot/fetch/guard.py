"""Which addresses may be dialled: public ones on allowed ports, and the loopback hosts that the settings name.

Three checks, because each sees what the others cannot: `check` sees the address as it is written (an IP literal never
reaches a name server), `may_dial` filters a name server's answers (`bot.fetch.names`), and `socket` is the choke point
that sees every address really dialled, whatever came before it.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address
from typing import Any

from yarl import URL

from bot.errors import AddressRefused, ConfigError
from bot.fetch.networks import PUBLIC_V6, REFUSED_V4, REFUSED_V6

AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]
"""What `socket.getaddrinfo` gives: family, kind, protocol, canonical name, (host, port, …)."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.IGNORECASE)


class Refused(OSError):
    """Raised inside the connector; `bot.fetch.http` turns it into `AddressRefused`. The text is always the same:
    the connector keeps an exception's class only if all addresses of a name failed with one text."""

    def __init__(self) -> None:
        super().__init__("the address is not public")


def is_public(ip: IPv4Address | IPv6Address) -> bool:
    """Whether anyone on the Internet is meant to reach this address."""
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in REFUSED_V4)
    return ip.scope_id is None and ip in PUBLIC_V6 and not any(ip in network for network in REFUSED_V6)


def literal(host: str) -> IPv4Address | IPv6Address | None:
    """The IP address that a URL's host is, or None for a name.

    Raises ValueError for what some resolver would read as an address although it is not in its usual spelling:
    `127.1`, `2130706433`, `0x7f.0.0.1`, `0177.0.0.1`, `127.0.0.1.`, `::1%lo`. No newspaper writes its address so.
    """
    if ":" in host:
        if "%" in host:
            raise AddressValueError("zone ids are refused")
        return IPv6Address(host)
    last = host.rstrip(".").rsplit(".", 1)[-1]
    return IPv4Address(host) if _NUMBER.fullmatch(last) else None


def _is_name(host: str) -> bool:
    bare = host.removesuffix(".")
    return len(bare) <= 253 and all(_LABEL.fullmatch(label) for label in bare.split("."))


class Guard:
    """Built from `settings.Fetch.ports` and `.allow_loopback` (`host:port`, an IPv6 host in brackets)."""

    def __init__(self, ports: Iterable[int], allow_loopback: Iterable[str] = ()) -> None:
        self._ports = frozenset(ports)
        self._loopback = frozenset(_entry(text) for text in allow_loopback)
        self._loopback_ports = frozenset(port for _, port in self._loopback)

    def check(self, url: URL) -> None:
        """Raise `AddressRefused` unless this address, as it is written, may be asked for."""
        problem = self._problem(url)
        if problem:
            raise AddressRefused(str(url), problem)

    def _problem(self, url: URL) -> str:
        host, port = url.raw_host, url.port
        if url.scheme not in {"http", "https"}:
            return f"scheme {url.scheme or 'missing'}"
        if not host or port is None:
            return "no host"
        if url.raw_user is not None or url.raw_password is not None:
            return "user name in the address"
        listed = (host.lower(), port) in self._loopback
        if port not in self._ports and not listed:
            return f"port {port}"
        try:
            ip = literal(host)
        except ValueError:
            return "an IP address in an unusual spelling"
        if ip is None:
            return "" if _is_name(host) else "not a host name"
        return "" if is_public(ip) or (_is_loopback(ip) and listed) else "the address is not public"

    def may_dial(self, host: str, address: str, port: int) -> bool:
        """Whether `address`, a name server's answer for the name `host`, may be dialled on `port`."""
        ip = _parsed(address)
        if ip is None:
            return False
        if _is_loopback(ip):
            return (host.lower(), port) in self._loopback
        return is_public(ip) and port in self._ports

    def socket(self, info: AddressInfo) -> socket.socket:
        """The connector's `socket_factory`: a socket for the address about to be dialled. Raises `Refused`."""
        family, kind, protocol, _, (address, port, *rest) = info
        ip = _parsed(str(address))
        scoped = any(rest[1:])
        if ip is None or scoped or not self._is_open(ip, port):
            raise Refused
        return socket.socket(family, kind, protocol)

    def _is_open(self, ip: IPv4Address | IPv6Address, port: int) -> bool:
        if _is_loopback(ip):
            return port in self._loopback_ports
        return is_public(ip) and port in self._ports


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(address)
    except ValueError:
        return None


def _is_loopback(ip: IPv4Address | IPv6Address) -> bool:
    """Newer Pythons say yes to `::ffff:127.0.0.1` as well; no setting opens a mapped address."""
    return ip.is_loopback and getattr(ip, "ipv4_mapped", None) is None


def _entry(text: str) -> tuple[str, int]:
    """`127.0.0.1:8711` -> ("127.0.0.1", 8711). Raises `ConfigError` for what can never be a loopback host."""
    fix = 'Write host and port, such as "127.0.0.1:8711".'
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]").lower()
    if not (host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ConfigError("fetch.allow_loopback", f"{text!r} is not host:port", fix)
    try:
        ip = literal(host)
    except ValueError as error:
        raise ConfigError("fetch.allow_loopback", f"{text!r} is not a host's usual spelling", fix) from error
    if ip is not None and not _is_loopback(ip):
        raise ConfigError("fetch.allow_loopback", f"{text!r} is not a loopback address", fix)
    return host, int(port)
