"""What a story is told with: its telling words and pairs of words, each with how much is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from bot.text.stems import stem
from bot.text.stopwords import STOPWORDS
from bot.text.tokens import is_dense

READ = 400
"""Tokens, the title's included: a story's news stands early, and what comes late is background that stories share."""

LEAD, LEAD_WEIGHT = 60, 2.0
"""The first tokens count for more."""

PAIR_WEIGHT = 0.5
"""Of two telling words that stand side by side, against a word's 1."""

_MOST_SHARED = STOPWORDS["en"]


def terms(tokens: Sequence[str], language: str) -> dict[int, float]:
    """Numbers that stand for words and pairs, with their weighted counts. `tokens` as `bot.text.tokens` has them."""
    small = STOPWORDS.get(language, _MOST_SHARED)
    found: dict[int, float] = {}
    before = ""
    for at, token in enumerate(tokens[:READ]):
        weight = LEAD_WEIGHT if at < LEAD else 1.0
        dense = is_dense(token)
        if token in small or (len(token) < 2 and not dense and not token.isdigit()):
            before = ""
            continue
        word = token if dense else stem(token, language)
        if not dense:
            number = numbered(word)
            found[number] = found.get(number, 0.0) + weight
        if before:
            pair = numbered(f"{before} {word}")
            found[pair] = found.get(pair, 0.0) + weight * (1.0 if dense else PAIR_WEIGHT)
        before = word
    return found


def numbered(text: str) -> int:
    """A number of 32 bits that stands for `text`, the same in every run."""
    return crc32(text.encode())
