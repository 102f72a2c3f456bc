"""Text from anywhere as markdown of Discord's that shows just that text: nothing pings, formats or hides. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from adapters.discord.addresses import message_link, web_address
from bot.chat import Span, Style

_REMOVED = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
"""What is invisible, turns the writing around or cannot be encoded. The joiners of Persian, Hindi and emoji stay."""

_SPECIAL = re.compile(r"([\\`*_<\[\]@]|\|(?=\|)|~(?=~)|:(?=//|[\w+-]{1,64}:))")
ESCAPED = r"\\\1"
_AT_START = re.compile(r"^(?:[#>+-]|\d{1,9}(?=[.)](?:\s|$)))")
"""What begins a heading, a quote or a list, and only there."""

_ADDRESS = re.compile(r"(?i)https?://|\bwww\.|\bdiscord\.gg\b")
MARKS = {Style.STRONG: "**", Style.EMPHASIS: "*"}
JOINER = "\u2060"
"""Stands between two runs whose marks would melt into one; it shows as nothing."""


def clean(text: str) -> str:
    """`text` on one line, without what is invisible."""
    return " ".join(_REMOVED.sub("", text).split())


def loose(text: str) -> str:
    """The same for a part of a line: the spaces at its ends stay."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return before + inner + after


def escape(text: str) -> str:
    """`text` with every mark of Discord's defused. It holds no line break (see `clean`)."""
    return begun(_SPECIAL.sub(ESCAPED, text))


def begun(text: str) -> str:
    """A line whose beginning makes it no heading, quote or list."""
    found = _AT_START.match(text)
    if found is None:
        return text
    return f"\\{text}" if not text[0].isdigit() else f"{found[0]}\\{text[found.end() :]}"


def line(spans: Sequence[Span]) -> str:
    """A paragraph's spans as one line of markdown."""
    out = ""
    for each in _joined(spans):
        part = _marked(each)
        melts = out.endswith(("*", "`")) and part.startswith(("*", "`"))
        out += (JOINER if melts else "") + part
    return begun(out.strip())


def block(text: str) -> str:
    """Lines in letters of one width, as they are; a backtick of theirs ends nothing."""
    lines = [_REMOVED.sub("", each).rstrip().replace("`", "ˋ") for each in text.split("\n")]
    return "\n".join(("```", *lines, "```")) if any(lines) else ""


def is_whole(span: Span) -> bool:
    """Whether `span` is shown whole or not at all: a link, a date in the reader's own time, or code."""
    return bool(span.href or span.message or span.instant or span.style is Style.CODE)


def text_of(spans: Sequence[Span]) -> str:
    """The words alone, for places that take no markdown."""
    return clean("".join(span.text for span in spans))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Neighbours of one style as one span, so that their marks do not meet."""
    held: Span | None = None
    for each in spans:
        if held is not None and not is_whole(held) and not is_whole(each) and held.style is each.style:
            held = Span(held.text + each.text, held.style)
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held


def _marked(span: Span) -> str:
    text = loose(span.text)
    inner = text.strip()
    if span.instant is not None:
        return f"<t:{int(span.instant.timestamp())}:{'f' if ':' in span.text else 'D'}>"
    if not inner:
        return text
    if span.style is Style.CODE:
        shown = f"`{inner.replace('`', chr(0x2CB))}`"
    else:
        mark = MARKS.get(span.style, "")
        shown = f"{mark}{_linked(span, inner)}{mark}"
    return text[: len(text) - len(text.lstrip())] + shown + text[len(text.rstrip()) :]


def _linked(span: Span, inner: str) -> str:
    """A label that is an address itself could claim to lead elsewhere: then the true address is shown."""
    url = message_link(span.message) if span.message else web_address(span.href)
    if url is None:
        return _SPECIAL.sub(ESCAPED, inner)
    if _ADDRESS.search(inner):
        return f"<{url}>"
    return f"[{_SPECIAL.sub(ESCAPED, inner)}](<{url}>)"
