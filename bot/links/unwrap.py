"""Addresses inside addresses: redirect wrappers that name their target, and AMP caches."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bot.errors import NotAnAddress
from bot.links.address import Address, parse
from bot.links.rules import AMP_CACHE_HOSTS, WRAPPERS, under

_GOOGLE = re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}")
_CACHE_PATH = re.compile(r"/(?:[a-z]{1,3}/)?(?P<tls>s/)?(?P<rest>[^/]+\.[^/]+(?:/.*)?)")
_GOOGLE_AMP = re.compile(r"/amp/(?P<tls>s/)?(?P<rest>[^/]+\.[^/]+(?:/.*)?)")


def unwrap(address: Address) -> Address | None:
    """The address that `address` carries, or None where it carries none that can be read."""
    target = _amp_original(address) or _redirect_target(address)
    if not target:
        return None
    try:
        return parse(target)
    except NotAnAddress:
        return None


def _amp_original(address: Address) -> str:
    if under(address.host, AMP_CACHE_HOSTS):
        found = _CACHE_PATH.fullmatch(address.path)
    elif _GOOGLE.fullmatch(address.host):
        found = _GOOGLE_AMP.fullmatch(address.path)
    else:
        return ""
    if not found:
        return ""
    # The cache writes the question mark of the original as an escape.
    path, mark, own = re.sub("%3f", "%3F", found["rest"]).partition("%3F")
    query = "&".join(part for part in (unquote(own) if mark else "", address.query) if part)
    return f"{'https' if found['tls'] else 'http'}://{path}?{query}"


def _redirect_target(address: Address) -> str:
    host = "google" if _GOOGLE.fullmatch(address.host) else address.host
    for wrapper in WRAPPERS:
        if address.path.rstrip("/") == wrapper.path and under(host, wrapper.hosts):
            return _first_address(address.query, wrapper.parameters)
    return ""


def _first_address(query: str, names: tuple[str, ...]) -> str:
    for piece in query.split("&"):
        name, _, value = piece.partition("=")
        target = unquote(value)
        if name in names and target.lower().startswith(("http://", "https://")):
            return target
    return ""
