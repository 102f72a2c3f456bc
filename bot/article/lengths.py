"""How long texts are, in words, fast: by their spaces; a text that has hardly any is counted by its characters."""

from __future__ import annotations

from collections.abc import Iterable

from bot.model import Block
from bot.text.words import count_words

LONG_WORD = 14
"""Letters for each space; texts with more are in a script without spaces, or no prose."""


def length(text: str) -> int:
    """Words in `text`, which has its white space folded: within some percent of `count_words`, at a fiftieth of it."""
    if not text:
        return 0
    spaced = text.count(" ") + 1
    return spaced if text.isascii() or len(text) <= LONG_WORD * spaced else count_words(text)


def body_length(blocks: Iterable[Block]) -> int:
    return sum(length(block.text) for block in blocks)
