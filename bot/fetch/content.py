"""Content types: what can be an article, what a missing type most likely is, and the charset of a header."""

from __future__ import annotations

import codecs
import re
from email.message import Message

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})
"""Types that can hold an article. Old sites send XHTML as XML, so XML is read and judged later."""

_NOT_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"})
"""Text codecs of Python's own that no page is written in."""

_MARKUP = re.compile(
    rb"<(?:!doctype|!--|\?xml|html|head|body|script|title|meta|article|div|h1|p)[\s>/-]?", re.IGNORECASE
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def content_type(header: str) -> tuple[str, str | None]:
    """`text/html; charset="UTF-8"` -> ("text/html", "utf-8"). Unknown charsets are None, no header is ("", None)."""
    message = Message()
    message["content-type"] = header.replace("\r", " ").replace("\n", " ")
    kind = header.partition(";")[0].strip().lower()
    charset = message.get_param("charset")
    return kind, _charset(charset) if isinstance(charset, str) else None


def _charset(label: str) -> str | None:
    try:
        codec = codecs.lookup(label.strip("\"' \t"))
    except (LookupError, ValueError):
        return None
    # `zlib`, `hex` and the like are codecs too; the flag is how `bytes.decode` itself tells them apart.
    is_text = bool(getattr(codec, "_is_text_encoding", False))
    return (
        codec.name
        if is_text and codec.name.replace("_", "-") not in {n.replace("_", "-") for n in _NOT_CHARSETS}
        else None
    )


def sniff(body: bytes) -> str:
    """The type of a body that came without one: `text/html`, `text/plain`, or "" for what is neither."""
    start = body[:2048]
    if any(start.startswith(mark) for mark in _MARKS):
        return "text/html" if b"<" in start else "text/plain"
    start = start.lstrip()
    if not start or _BINARY.search(start):
        return ""
    return "text/html" if _MARKUP.match(start) else "text/plain"
