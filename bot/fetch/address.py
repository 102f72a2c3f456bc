"""Addresses as they go over the wire: parsed once, so that what is checked is what is dialled."""

from __future__ import annotations

from urllib.parse import quote

from yarl import URL

from bot.errors import AddressRefused

_KEPT = "!#$%&'()*+,-./:;=?@[]_~"
"""Left as they are: a signed address must arrive byte for byte. A `%` is taken for an escape that is already there."""


def parse(text: str) -> URL:
    """The address without its fragment, its host in lower-case ASCII. Raises `AddressRefused` if it cannot be read."""
    return _checked(text, _parse(text))


def join(base: URL, location: str) -> URL:
    """The address that a `Location` header names, seen from `base`. Raises `AddressRefused` if it cannot be read."""
    target = _parse(location)
    return _checked(location, None if target is None else base.join(target))


def _parse(text: str) -> URL | None:
    # Header bytes that are not UTF-8 arrive as surrogates; browsers send them on as the bytes they were.
    raw = text.strip().encode("utf-8", "surrogateescape")
    try:
        head, slashes, rest = raw.decode("utf-8", "surrogateescape").partition("://")
        if not slashes or not head.isalnum():
            return URL(quote(raw, safe=_KEPT), encoded=True)
        end = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
        authority, tail = rest[:end], rest[end:].encode("utf-8", "surrogateescape")
        url = URL(f"{head}://{authority}{quote(tail, safe=_KEPT)}", encoded=True)
        return url.with_host(url.raw_host) if url.raw_host and ":" not in url.raw_host else url
    except (ValueError, UnicodeError):
        return None


def _checked(text: str, url: URL | None) -> URL:
    if url is None:
        raise AddressRefused(text, "not an address")
    return url.with_fragment(None)
