"""Host names as the name system knows them: lower-case ASCII, one spelling each."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv6Address
from urllib.parse import unquote

import idna

_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_LONGEST = 253


def ascii_host(host: str) -> str:
    """`host` in lower-case ASCII, punycode for other scripts, without the root's dot. Raises `ValueError`."""
    if host.startswith("["):
        return _ipv6(host)
    name = unquote(host)
    if len(name) > _LONGEST + 1:
        raise ValueError("host too long")
    if not name.isascii():
        name = idna.uts46_remap(name, std3_rules=False, transitional=False)
    labels = [_ascii_label(label) for label in name.lower().removesuffix(".").split(".")]
    result = ".".join(labels)
    if len(result) > _LONGEST:
        raise ValueError("host too long")
    return result


def _ipv6(host: str) -> str:
    if not host.endswith("]") or "%" in host:
        raise ValueError("not an IPv6 address")
    return f"[{IPv6Address(host[1:-1]).compressed}]"


def _ascii_label(label: str) -> str:
    """Underscores and outer hyphens pass: they are against the rules, yet such hosts exist and browsers open them."""
    text = label if label.isascii() else _punycode(label)
    if not _LABEL.fullmatch(text):
        raise ValueError("not a host name")
    return text


def _punycode(label: str) -> str:
    try:
        return idna.alabel(label).decode("ascii")
    except idna.IDNAError:
        # IDNA 2008 has no symbols, but emoji domains are registered and browsers open them.
        if not all(ch.isascii() or unicodedata.category(ch) in ("So", "Mn") for ch in label):
            raise
        return "xn--" + label.encode("punycode").decode("ascii")
