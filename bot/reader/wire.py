"""What passes between the bot and a child: length-prefixed msgpack frames of these values."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import msgspec

from bot.feeds import Seen
from bot.model import Page, Reading

HEADER = struct.Struct(">I")
MAX_FRAME = 64_000_000
"""Bytes; a longer frame means that the other side has gone mad."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The child's first word: everything is imported, limits are set."""


@dataclass(frozen=True, slots=True)
class Request:
    """Bytes to be read: as a story, or as a feed."""

    page: Page
    feed: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The child's answer: a reading, or what a feed holds, or why there is neither (`error`: a code of `bot.errors`).

    `rss_mb` is what the child holds by now, in megabytes.
    """

    reading: Reading | None = None
    seen: Seen | None = None
    error: str = ""
    detail: str = ""
    rss_mb: float = 0.0


ENCODER = msgspec.msgpack.Encoder()
REQUESTS = msgspec.msgpack.Decoder(Request)
OUTCOMES = msgspec.msgpack.Decoder(Outcome)


def frame(value: object) -> bytes:
    payload = ENCODER.encode(value)
    return HEADER.pack(len(payload)) + payload


def size(header: bytes) -> int:
    """Length of the payload that follows, in bytes. Raises `ValueError` for one that cannot be."""
    (length,) = HEADER.unpack(header)
    if length > MAX_FRAME:
        raise ValueError(f"a frame of {length} bytes")
    return int(length)
