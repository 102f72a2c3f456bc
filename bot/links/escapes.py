"""Percent-encoding: what a browser escapes, and the one spelling of what may be spelled in two ways."""

from __future__ import annotations

import re
from urllib.parse import quote

_PATH_SAFE = "!$%&'()*+,-./:;=@[]_~|"
_QUERY_SAFE = "!$%&()*+,-./:;=?@[]_~|{}^\\`"
_FRAGMENT_SAFE = "!#$%&'()*+,-./:;=?@[]_~|{}^\\"

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def escape_path(text: str) -> str:
    return _escape(text, _PATH_SAFE)


def escape_query(text: str) -> str:
    return _escape(text, _QUERY_SAFE)


def escape_fragment(text: str) -> str:
    return _escape(text, _FRAGMENT_SAFE)


def one_spelling(piece: str) -> str:
    """Escapes that mean a plain letter become the letter, the others upper-case; the meaning stays (RFC 3986, 6.2.2).

    A piece with a stray `%` is left alone: decoding beside it could make an escape that nobody wrote.
    """
    if "%" not in piece or _STRAY.search(piece):
        return piece
    return _ESCAPE.sub(_respelled, piece)


def _respelled(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if letter in _UNRESERVED else escape[0].upper()


def _escape(text: str, safe: str) -> str:
    """Everything outside `safe` as UTF-8 escapes; escapes that are there already stay."""
    return quote(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text), safe=safe)
