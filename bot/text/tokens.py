"""Text as tokens to compare: folded, and one character each where nobody writes spaces.

A token is casefolded and without accents; the possessive 's is no part of it. `U.S.` is one token, and what is printed
like an abbreviation but would else be a small word (`US`, `WHO`) stays in capitals: nobody follows the word "us".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.text.words import MARKS

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese, Japanese
    "\uac00-\ud7a3"  # Korean: spaced, but its particles are glued to the word
)
"""Scripts that are compared character by character, so that a word is found inside of what surrounds it."""

ABBREVIATIONS = frozenset("us who it is un".split())
"""Small words that are names when printed in capitals or with stops."""

_DENSE = rf"(?![{MARKS}])[{UNSPACED}][{MARKS}]*"
_DOTTED = r"[^\W\d_](?:\.[^\W\d_]\b)+\.?"
_SPACED = rf"[^\W{UNSPACED}]+(?:[{MARKS}]+[^\W{UNSPACED}]*)*(?:['’][sS](?!\w))?"
_TOKEN = re.compile(f"{_DENSE}|{_DOTTED}|{_SPACED}")
_PLAIN_TOKEN = re.compile(rf"{_DOTTED}|\w+(?:['’][sS](?!\w))?")
_UNUSUAL = re.compile(f"[{UNSPACED}{MARKS}]")
"""Where a text has none of these, the plain and faster pattern finds the same tokens."""

_IS_DENSE = re.compile(f"[{UNSPACED}]")
_POSSESSIVE = re.compile("['’][sS]\\Z")

_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ς": "σ", "ـ": None}
)
_ACCENTS = re.compile(
    "(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]"
)
"""Left out when comparing; not the breve of й, which is a letter, nor the voicing marks of kana."""


def tokens(text: str) -> list[str]:
    """The folded tokens of `text`, in order."""
    text = normal(text)
    return list(map(fold, _pattern(text).findall(text)))


def spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each token of `text`, which must be as `normal` leaves it."""
    return [found.span() for found in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    return _PLAIN_TOKEN if text.isascii() or _UNUSUAL.search(text) is None else _TOKEN


def normal(text: str) -> str:
    """`text` in the form that tokens are cut from: compatible characters are one."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def is_dense(token: str) -> bool:
    """Whether `token` is of a script without spaces."""
    return not token.isascii() and _IS_DENSE.match(token) is not None


@lru_cache(200_000)
def fold(printed: str) -> str:
    """One token as it is compared. Folding twice changes nothing."""
    bare = _POSSESSIVE.sub("", printed)
    word = bare.replace(".", "")
    folded = without_accents(word.casefold())
    if folded in ABBREVIATIONS and len(word) > 1 and word.isupper():
        return folded.upper()
    return folded


def without_accents(word: str) -> str:
    """`word` in plain letters, composed as usual."""
    if word.isascii():
        return word
    translated = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", translated)).translate(_LETTERS)
