"""Texts that are copies: the smallest hashes of their word sequences, which are compared without the texts."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from zlib import crc32

LENGTH = 5
"""Words of one sequence."""

KEPT = 160
"""Hashes of one text: of a shorter text, all."""


def sketch(tokens: Sequence[str]) -> array[int]:
    """The smallest hashes of all sequences, ascending; empty for a text of fewer words than one sequence."""
    joined = [" ".join(tokens[at : at + LENGTH]) for at in range(len(tokens) - LENGTH + 1)]
    return array("I", sorted({crc32(sequence.encode()) for sequence in joined})[:KEPT])


def share(new: Sequence[int], old: Sequence[int]) -> float:
    """How much of the text of `new` is also in that of `old`, from 0 to 1: a part that was carried whole is a copy too.

    Only hashes up to the smaller of both ends are compared: beyond it one of the two kept none.
    """
    if not new or not old:
        return 0.0
    end = min(new[-1] if len(new) == KEPT else _LARGEST, old[-1] if len(old) == KEPT else _LARGEST)
    mine = {hashed for hashed in new if hashed <= end}
    return len(mine.intersection(old)) / len(mine) if len(mine) >= FEWEST else 0.0


_LARGEST = 2**32
FEWEST = 8
"""Hashes that must be comparable; fewer prove nothing."""
