"""Which pieces of a page stand in its labelled body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bench.labelled import WORD, shingles

SHORT = 4
"""Tokens below which a piece must be a line of the label, letter for letter, and stand near its other lines."""

REACH = 3
BULLET = re.compile(r"^[-*•]\s+")


def targets(texts: Sequence[str], body: str) -> tuple[list[float], list[int]]:
    """(how much of each text is in `body`, 0 to 1; its length in tokens). What the body says once counts once."""
    left, lines = shingles(body), frozenset(_lines(body))
    shares: list[float] = []
    sizes = [len(WORD.findall(text)) for text in texts]
    for text, size in zip(texts, sizes, strict=True):
        if size < SHORT:
            shares.append(float(text in lines))
            continue
        share, left = _taken(shingles(text), left)
        shares.append(share)
    return _near(shares, sizes), sizes


def _taken(own: Counter[tuple[str, ...]], left: Counter[tuple[str, ...]]) -> tuple[float, Counter[tuple[str, ...]]]:
    shared = own & left
    share = sum(shared.values()) / sum(own.values())
    return share, left - shared if share > 0.5 else left


def _lines(body: str) -> list[str]:
    return [BULLET.sub("", line).strip() for line in re.split(r"[\n|\t]", body)]


def _near(shares: list[float], sizes: list[int]) -> list[float]:
    sure = [at for at, (share, size) in enumerate(zip(shares, sizes, strict=True)) if share > 0.5 and size >= SHORT]
    if not sure:
        return shares
    first, last = sure[0] - REACH, sure[-1] + REACH
    return [
        share if size >= SHORT or first <= at <= last else 0.0
        for at, (share, size) in enumerate(zip(shares, sizes, strict=True))
    ]
