"""One form for one page: the address to keep and show, and the key to compare it by."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import NotAnAddress
from bot.links import rules
from bot.links.address import LONGEST, Address, parse
from bot.links.escapes import one_spelling
from bot.links.fold import is_variant, plain_host, plain_path
from bot.links.unwrap import unwrap

_ROUTES = ("!", "/")
"""A fragment that begins so names a page of its own in sites that route in the browser."""


def clean(url: str) -> str:
    """The address to store, show and open: it leads where `url` leads, without what only measures who came from where.

    Raises `NotAnAddress` for anything but an http(s) address. Cleaning twice changes nothing.
    """
    text = _cleaned(url).text()
    if len(text) > LONGEST:
        raise NotAnAddress(url[:200])
    return text


def identity(url: str) -> str:
    """A key that is the same for all forms of one page's address; not always an address that can be opened.

    It begins with `https://`, whatever the scheme was. Raises `NotAnAddress`.
    """
    address = _cleaned(clean(url))
    folded = replace(
        address,
        scheme="https",
        host=plain_host(address.host),
        path=plain_path(address.path),
        query="&".join(sorted(piece for piece in address.query.split("&") if piece and not is_variant(piece))),
    )
    return folded.text()


def _cleaned(url: str) -> Address:
    address = _tidy(parse(url))
    while inner := unwrap(address):
        address = _tidy(inner)
    return address


def _tidy(address: Address) -> Address:
    pieces = [piece for piece in address.query.split("&") if piece]
    # A signature may cover every byte of path and query, trackers included.
    signed = any(_name(piece).lower() in rules.SIGNATURES for piece in pieces)
    if not signed:
        pieces = [one_spelling(piece) for piece in pieces]
        pieces = [piece for piece in pieces if not _is_tracker(_name(piece), address.host)]
    segments = address.path.split("/") if signed else [one_spelling(part) for part in address.path.split("/")]
    return replace(
        address,
        path=_without_dots(segments),
        query=address.query if signed else "&".join(pieces),
        fragment=address.fragment if address.fragment.startswith(_ROUTES) else "",
    )


def _name(piece: str) -> str:
    return piece.partition("=")[0]


def _is_tracker(name: str, host: str) -> bool:
    low = name.lower()
    if low in rules.TRACKERS or name in rules.TRACKERS_AS_WRITTEN or low.startswith(rules.TRACKER_PREFIXES):
        return True
    return any(low in names for site, names in rules.SITE_TRACKERS.items() if rules.under(host, (site,)))


def _without_dots(segments: list[str]) -> str:
    """`.` and `..` resolved as every browser does before it asks; the path stays absolute."""
    kept: list[str] = []
    for segment in segments[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
