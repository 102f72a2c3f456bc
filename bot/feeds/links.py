"""The addresses in a feed, made absolute: by `xml:base`, the feed's own address, or the site's."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

LONGEST = 4000


def absolute(text: str, *bases: str | None) -> str:
    """An http(s) address, seen from the first base that gives one; empty if none does."""
    text = "".join(text.split()) if any(ch.isspace() for ch in text) else text
    if not text or len(text) > LONGEST:
        return ""
    if text[:8].lower().startswith(("https://", "http://")):
        return text
    if ":" in text.partition("/")[0]:
        return ""
    for base in bases:
        if base and base.lower().startswith(("https://", "http://")):
            try:
                return urljoin(base, text)
            except ValueError:
                return ""
    return ""


def base_of(element: _Element, text: str, url: str | None) -> str | None:
    """The element's `xml:base`, if it has one; looked for only where it is needed: it is slow."""
    if text[:8].lower().startswith(("https://", "http://")):
        return None
    return element.base if element.base != (url or "") else None


def bases(url: str | None, home: str) -> tuple[str | None, ...]:
    """What relative addresses of a feed at `url` are seen from: the feed itself, or the site, if it lives elsewhere."""
    if url and home and urlsplit(url).hostname != urlsplit(home).hostname:
        return home, url
    return url, home
