"""Words: as units to compare texts by, and to count."""

from __future__ import annotations

import re
import unicodedata

from bot.text.paces import CHARACTERS_PER_MINUTE, DEFAULT_WORDS, WORDS_PER_MINUTE

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0963\u0971-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u17b4-\u17d3\u200c\u200d\u3099\u309a"
)
"""Vowel signs, accents and joiners: inside a word, though Python's `\\w` does not know them."""

_WORD = re.compile(rf"\w[\w{MARKS}]*")
_JOINED = re.compile(rf"\w[\w{MARKS}]*(?:['’\-.,]\w[\w{MARKS}]*)*")
"""For counting, `don't`, `forty-two` and `3.5` are one word each."""

_HAN_KANA = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_UNSPACED = re.compile(rf"(?P<dense>[々{_HAN_KANA}]+)|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
"""Scripts without spaces between words: Chinese and Japanese; Thai, Lao, Burmese and Khmer."""

_DENSE_PER_WORD = 2
_OTHERS_PER_WORD = 5


def words(text: str) -> list[str]:
    """The words of `text` in order, NFKC and casefolded. A run of Chinese or Japanese is one word."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _WORD.findall(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()))


def count_words(text: str) -> int:
    """How many words a reader would count; where a script writes none apart, a fair guess from the characters."""
    if _UNSPACED.search(text) is None:
        return len(_JOINED.findall(text))
    guessed = 0
    for run in _UNSPACED.finditer(text):
        per_word = _DENSE_PER_WORD if run["dense"] else _OTHERS_PER_WORD
        guessed += -(-len(run[0]) // per_word)
    return guessed + sum(1 for _ in _JOINED.finditer(_UNSPACED.sub(" ", text)))


def reading_minutes(text: str, language: str = "") -> int:
    """Whole minutes, at least 1, that reading `text` takes; `language` is an ISO 639-1 code or empty."""
    code = language.split("-", maxsplit=1)[0].lower()
    if code in CHARACTERS_PER_MINUTE:
        minutes = sum(len(run) for run in _WORD.findall(text)) / CHARACTERS_PER_MINUTE[code]
    else:
        minutes = count_words(text) / WORDS_PER_MINUTE.get(code, DEFAULT_WORDS)
    return max(1, round(minutes))
