"""What stands in a title or a summary -> plain text on one line, whether it was text, HTML, or HTML escaped twice."""

from __future__ import annotations

import html
import re

from bot.text.plain import plain

LONGEST_TITLE, LONGEST_SUMMARY = 500, 500
RAW = 4000
"""Characters of markup that are looked at."""

TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,2000}>")
HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,4000}</\1\s*>", re.IGNORECASE)
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|big|br|cite|code|del|em|font|i|img|ins|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|div|h[1-6])"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
"""Tags that titles are dressed up with. Others are words: a title may be about `<T>`."""

BREAK = re.compile(r"<(?:br|/?p|/?div|/?h[1-6])\b[^<>]{0,2000}>", re.IGNORECASE)
REFERENCE = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")


def title_line(text: str) -> str:
    """A title as a person reads it. Escaped twice is a common mistake, so it is undone twice."""
    text = text[:RAW]
    if "<" in text:
        text = INLINE.sub("", text)
    for _ in range(2):
        if "&" not in text or not REFERENCE.search(text):
            break
        text = html.unescape(text)
        if "<" in text:
            text = INLINE.sub("", text)
    return plain(text)[:LONGEST_TITLE]


def summary_line(text: str) -> str:
    """The beginning of a text or of HTML, without its tags."""
    text = text[:RAW]
    if "<" in text:
        text = TAG.sub(" ", INLINE.sub("", BREAK.sub(" ", HIDDEN.sub(" ", text))))
    if "&" in text:
        text = html.unescape(text)
    return _cut(plain(text))


def _cut(text: str) -> str:
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[:LONGEST_SUMMARY].rpartition(" ")[0] + " …"
