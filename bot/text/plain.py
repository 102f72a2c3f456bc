"""Text from anywhere made safe to show: nothing in it is invisible, turns the writing around or breaks the line."""

from __future__ import annotations

from collections.abc import Iterable


def _span(first: int, last: int) -> Iterable[int]:
    return range(first, last + 1)


_REMOVED = (
    *_span(0x00, 0x08), *_span(0x0E, 0x1B), *_span(0x7F, 0x84), *_span(0x86, 0x9F),  # controls that are not white space
    0x00AD, 0x200B, 0x2060, 0xFEFF,                                                  # soft hyphen, zero-width spaces
    0x061C, 0x200E, 0x200F, *_span(0x202A, 0x202E), *_span(0x2066, 0x2069),          # direction marks and overrides
    0x180E, *_span(0x2061, 0x2065), *_span(0x206A, 0x206F), *_span(0xFFF9, 0xFFFB),  # other invisible format characters
    *_span(0xE0000, 0xE007F),                                                        # tags: a hidden copy of ASCII
)  # fmt: skip

_TABLE: dict[int, int | None] = {
    **dict.fromkeys(_REMOVED),
    **dict.fromkeys(_span(0xD800, 0xDFFF), 0xFFFD),  # half a pair cannot be encoded
}


def plain(text: str) -> str:
    """`text` on one line, white space folded, its letters as they are composed: what is quoted is quoted exactly.

    The joiners of Persian, Hindi and emoji (ZWJ, ZWNJ) stay. Comparisons normalise for themselves (`words`).
    """
    if text.isprintable():  # nothing that is removed is printable
        return " ".join(text.split())
    return " ".join(text.translate(_TABLE).split())


def plain_lines(text: str) -> list[str]:
    """The same for each line of `text`; lines that come out empty are dropped."""
    return [line for raw in text.splitlines() if (line := plain(raw))]
