"""Collecting a body: decoded while it arrives, and never more of it than was asked for."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

WINDOWS: Mapping[str, int] = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""Content encodings we ask for, and zlib's `wbits` for each."""

PLAIN = frozenset({"", "identity", "none", "utf-8"})
"""No encoding at all; the last two are mistakes that servers make."""

_GZIP = 31
_RAW = -15
_MAX_MEMBERS = 64


class Broken(Exception):
    """The bytes are not in the encoding that the header names."""


class Body:
    """At most `limit` decoded bytes from chunks in `encoding` (a `Content-Encoding`, "" for none).

    Decoding stops at the limit, so a small bomb costs `limit` bytes of memory, whatever it would unfold to.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        name = encoding.strip().lower()
        self._wbits = WINDOWS.get(name, 0)
        if name not in PLAIN and not self._wbits:
            raise Broken(f"content encoding {name[:40]}")
        self._limit, self._taken, self._given = limit, 0, 0
        self._parts: list[bytes] = []
        self._members = 0
        self._inflate: zlib._Decompress | None = None

    def feed(self, chunk: bytes) -> bool:
        """Take a chunk; False once there was more than `limit`. Raises `Broken`."""
        self._given += len(chunk)
        if not self._wbits:
            self._take(chunk)
        else:
            try:
                self._decode(chunk)
            except zlib.error as error:
                raise Broken(f"content encoding is broken: {error}") from error
        # Encoded bytes count as well: a stream of empty gzip members unfolds to nothing, for ever.
        return self._taken <= self._limit and self._given <= self._limit

    def whole(self) -> bytes:
        """All of it. Raises `Broken` if the encoded stream ended in the middle: half a story is not a story."""
        if self._inflate is not None and not self._inflate.eof:
            raise Broken("content encoding ends too early")
        return self.so_far()

    def so_far(self) -> bytes:
        """What has arrived, up to `limit`."""
        return b"".join(self._parts)[: self._limit]

    def _take(self, data: bytes) -> None:
        room = self._limit + 1 - self._taken
        self._parts.append(data[:room])
        self._taken += len(self._parts[-1])

    def _decode(self, data: bytes) -> None:
        while data and self._taken <= self._limit:
            if self._inflate is None or self._inflate.eof:
                if not self._starts_member(data):
                    return
                self._inflate = zlib.decompressobj(self._window(data))
            self._take(self._inflate.decompress(data, self._limit + 1 - self._taken))
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail

    def _starts_member(self, data: bytes) -> bool:
        """A gzip stream may hold several members; what else follows a whole stream is padding."""
        if self._inflate is not None and not (self._wbits == _GZIP and data.startswith(b"\x1f")):
            return False
        self._members += 1
        if self._members > _MAX_MEMBERS:
            raise Broken("content encoding has too many members")
        return True

    def _window(self, data: bytes) -> int:
        """`deflate` means zlib's format, but some servers send the raw stream; the first byte tells."""
        return _RAW if self._wbits != _GZIP and data[0] & 0x0F != 8 else self._wbits
