"""Bytes become text, whatever their charset is said to be."""

from __future__ import annotations

import codecs
import re

from bot.model import Page

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 4096
ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
"""Read as browsers read them: pages that say Latin-1 mean Windows-1252."""

MOST_ODD = 0.001
MOST_BROKEN = 0.1
GUESS_BYTES = 60_000


def decode(page: Page) -> str:
    """The page's text without NULs. A charset that does not fit the bytes is not believed."""
    body = page.body
    for bom, charset in BOMS:
        if body.startswith(bom):
            return _clean(body[len(bom) :].decode(charset, "replace"))
    text = body.decode("utf-8", "replace")
    # ISO-2022 switches alphabets by escapes, so that its bytes pass for ASCII.
    if _mostly_utf8(text) and b"\x1b$" not in body:
        return _clean(text)
    for claimed in _claims(page):
        fitting = _fits(body, claimed)
        if fitting is not None:
            return _clean(fitting)
    # Imported late: hardly any page needs a guess.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(body[:GUESS_BYTES]).best()
    return _clean(body.decode(best.encoding if best else "cp1252", "replace"))


def _claims(page: Page) -> list[str]:
    """What the transport, the XML declaration and the page itself say, in this order."""
    head = page.body[:HEAD]
    found = [page.charset or ""]
    found += [match[1].decode("ascii") for pattern in (XML, META) if (match := pattern.search(head))]
    return [ALIASES.get(name.lower(), name) for name in found if name]


def _mostly_utf8(text: str) -> bool:
    """A few broken bytes in a page that is UTF-8 otherwise do not make it anything else."""
    broken = text.count("\ufffd")
    return broken == 0 or broken < MOST_BROKEN * sum(ch > "\x7f" for ch in text)


def _fits(body: bytes, charset: str) -> str | None:
    try:
        codecs.lookup(charset)
        text = body.decode(charset, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None
    odd = text.count("\ufffd")
    if odd > max(2, len(text) * MOST_ODD):
        return None
    # Every byte is a cp1252 letter: believe it only where the result has few that nobody writes.
    if charset == "cp1252" and _looks_garbled(text):
        return None
    return text


def _looks_garbled(text: str) -> bool:
    high = sum(ch > "\x7f" for ch in text)
    rare = sum(ch in "\x81\x8d\x8f\x90\x9dƒ‚„†‡ˆ‰Š‹ŒŽ¤¦¨ª¬¯²³´¸¹º¼½¾×÷" for ch in text)
    return high > 40 and rare > high * 0.25


def _clean(text: str) -> str:
    return text.replace("\x00", "").removeprefix("\ufeff")
