"""What is kept of a telling, so that its story is known again, also after a restart."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TypeVar

import msgspec

_VERSION = 1
_BIG = array("H", [1]).tobytes() == b"\x00\x01"


@dataclass(frozen=True, slots=True)
class Trace:
    """What must be kept of a telling to know its story again: numbers only, about 2 KB, no word of the text.

    All `terms`, the weightiest first, with the `weights` of those; the text's `sketch`; the `facts` that it states.
    """

    terms: array[int]
    weights: array[float]
    sketch: array[int]
    facts: array[int]

    def to_bytes(self) -> bytes:
        """For a column of a table; the same on every machine."""
        return msgspec.msgpack.encode(
            (_VERSION, *(_little(numbers) for numbers in (self.terms, self.weights, self.sketch, self.facts)))
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Trace | None:
        """None where `data` is not what this version of the program writes: such a telling is forgotten."""
        try:
            version, *parts = msgspec.msgpack.decode(data, type=tuple[int, bytes, bytes, bytes, bytes])
        except msgspec.DecodeError:
            return None
        if version != _VERSION or any(len(part) % 4 for part in parts) or len(parts[0]) < len(parts[1]):
            return None
        terms, sketch, facts = (_read(array("I"), parts[at]) for at in (0, 2, 3))
        return cls(terms, _read(array("f"), parts[1]), sketch, facts)


Numbers = TypeVar("Numbers", "array[int]", "array[float]")


def _read(numbers: Numbers, data: bytes) -> Numbers:
    numbers.frombytes(data)
    if _BIG:
        numbers.byteswap()
    return numbers


def _little(numbers: array[int] | array[float]) -> bytes:
    if not _BIG:
        return numbers.tobytes()
    swapped = array(numbers.typecode, numbers)
    swapped.byteswap()
    return swapped.tobytes()
