"""UTF-8 that was taken for Windows-1252 and encoded once more: `BrÃ¼cke` was `Brücke`."""

from __future__ import annotations

import re
from itertools import islice

TWICE = re.compile(rb"\xc3[\x80-\xb4](?:\xc2[\x80-\xbf]|\xe2[\x80\x82\x84]|\xc5[\x92-\xbe]|\xc6\x92|\xcb[\x86\x9c])")
"""How a letter begins that was encoded twice: a letter of Windows-1252, then one of its signs."""

RUN = re.compile(r"[^\x00-\x7f]{2,400}")
LEAST_RUNS, MOST_WRONG = 3, 0.2
SAMPLE = 400


def _table() -> dict[str, int]:
    """Each letter of Windows-1252 -> its byte; the five bytes that it does not use stand for themselves."""
    letters = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
    return {chr(byte) if letter == "\ufffd" else letter: byte for byte, letter in letters.items()}


BYTES = _table()


def may_be_twice(body: bytes) -> bool:
    """A quick look at the bytes of a UTF-8 page: whether it is worth to look at its letters."""
    return not body.isascii() and sum(1 for _ in islice(TWICE.finditer(body), LEAST_RUNS)) == LEAST_RUNS


def mended(text: str) -> str:
    """`text` decoded once more where nearly all its letters beyond ASCII call for it; else as it is."""
    runs = [match[0] for match in islice(RUN.finditer(text), SAMPLE)]
    right = sum(_mended_run(run) != run for run in runs)
    if right < LEAST_RUNS or right < (1 - MOST_WRONG) * len(runs):
        return text
    return RUN.sub(lambda match: _mended_run(match[0]), text)


def _mended_run(run: str) -> str:
    codes = [BYTES.get(letter) for letter in run]
    if None in codes:
        return run
    try:
        return bytes(code for code in codes if code is not None).decode("utf-8")
    except UnicodeDecodeError:
        return run
