"""Files that are no page of text, known by their first bytes."""

from __future__ import annotations

import re

HEAD = 1024
FEED = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]"
)
NOT_TEXT = (b"\x89PNG", b"GIF8", b"RIFF", b"PK\x03\x04", b"\xff\xd8\xff", b"\x1f\x8b\x08", b"ID3", b"Rar!", b"\x7fELF")


def file_kind(body: bytes) -> str | None:
    """The `NotAnArticle` detail of a PDF, a feed, a picture or an archive; None for what may be a page."""
    head = body[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(NOT_TEXT):
        return "not_text"
    return "feed" if FEED.match(head) else None
