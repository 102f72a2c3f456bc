"""Where sentences begin and end. One pass in time proportional to the text, whatever the text is."""

from __future__ import annotations

import re

from bot.text import thai
from bot.text.abbreviations import (
    ABBREVIATIONS,
    AFTER_HOURS,
    BEFORE_NUMBERS,
    HOURS,
    OPENED_BY_ORDINAL,
    PARTICLES,
    TITLES,
)
from bot.text.stopwords import STOPWORDS

_CLOSERS = "\"'”’»›«‹)]}“‘」』）】"
_TAIL = rf"[{re.escape(_CLOSERS)}]*+(?:[ \u00a0\u202f]»(?!\S))?(?:\[\d{{1,3}}\])*"
"""What belongs to a sentence after its stop: closing quotes and brackets, French ` »`, footnote marks."""

_END = re.compile(
    r"(?P<gap>\n[^\S\n]*\n)"
    r"|(?P<thai>(?<=[\u0e01-\u0e4e0-9)%.!?”\"])[ \n]++(?=[“\"(]?[\u0e01-\u0e4e]))"
    rf"|(?P<wide>[。！？｡।॥]++{_TAIL})"
    rf"|(?P<mark>(?:[.!?؟۔։።။។៕…]|;(?=\s+[Α-ΩΆΈΉΊΌΎΏ]))++)(?P<tail>{_TAIL})"
)
"""Possessive, and without looking ahead for a space: a page of dots is read once, not once per dot."""

_GLUED = re.compile(r"[A-ZÀ-Þ«“„\"¿¡](?=[a-zß-ÿ])|[AI](?= [a-z])|[\u3041-\u30ff\u3400-\u9fff]")
_THAI = re.compile(rf"[{thai.LETTER}]")
_TOLD_ON = re.compile(r"[\u3041-\u3096、，]|[^。！？“「]{1,12}(?:说|說|称|稱|表示|问|問|喊|答)[，。]")
_NEXT = re.compile(r"[\s\"'“„«‚‘»(\[¿¡*–—-]*(?P<first>\S)")
_NEXT_WORD = re.compile(r"[\s\"'“„«‚‘»(\[¿¡*–—-]*(?P<word>[^\W\d_]{2,}+|[^\W\d_](?![\w.]))")
_LAST_WORD = re.compile(r"[^\s(\[\"'“”„«»‹›‘’]+\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_ORDINAL = re.compile(r"\d{1,2}|[IVX]+")
_LOOK_BACK = 40

_ORDINAL_LANGUAGES = frozenset({"de", "da", "no", "fi", "cs", "sk", "hu", "hr", "pl", "tr"})
_KNOWN = frozenset().union(*(STOPWORDS[language] for language in ("en", "de", "es", "fr")))


def sentences(text: str, language: str = "") -> list[tuple[int, int]]:
    """(start, end) of each sentence in characters, trimmed, in order; what follows the last mark is one as well.

    A blank line ends a sentence in any case. `language` (ISO 639-1) only makes the doubtful stops surer.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match, start, language):
            _add(spans, text, start, match.end())
            start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append((left, right))


def _ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    """Whether the mark at `match` ends the sentence that began at `start`."""
    end = match.end()
    if match["gap"]:
        return True
    if match["thai"]:
        return "\n" in match["thai"] or thai.ends(text, start, match.start(), end)
    if match["wide"]:
        # 「行く。」と言った, “走吧。”市长说: the quotation is part of the sentence that goes on.
        return match["wide"][-1] not in _CLOSERS or _TOLD_ON.match(text, end) is None
    if match["mark"] == "." and _THAI.match(text, match.start() - 1):
        return not thai.is_abbreviation(text, start, match.start())
    return _mark_ends(text, match, start, language)


def _mark_ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    end = match.end()
    if end < len(text) and not text[end].isspace() and not _GLUED.match(text, end):
        return False
    follows = _NEXT.match(text, end)
    if follows is None:
        return True
    first = follows["first"]
    if first.islower():
        return text[follows.end() : follows.end() + 1].isupper()  # iPhone, eBay
    if match["mark"] != ".":
        return True
    return not _goes_on(text, match, start, first, language.split("-", maxsplit=1)[0].lower())


def _goes_on(text: str, match: re.Match[str], start: int, first: str, language: str) -> bool:
    """Whether the full stop at `match` belongs to the word before it."""
    stop, end = match.start(), match.end()
    found = _LAST_WORD.search(text, max(start, stop - _LOOK_BACK), stop)
    if found is None:
        return False
    word = found[0].rpartition("-")[2] if found[0].rpartition("-")[2].casefold() in BEFORE_NUMBERS else found[0]
    folded = word.casefold()
    if word[0].isupper() and folded in TITLES:
        return True
    if first.isdigit() and (folded in BEFORE_NUMBERS or folded.endswith("str")):  # "Bahnhofstr. 12"
        return True
    if folded in HOURS:
        return first.isdigit() or _next_word(text, end) in AFTER_HOURS
    if _ORDINAL.fullmatch(word) and (number := _number_goes_on(text, found.start(), start, end, language)) is not None:
        return number
    opener = _next_word(text, end) in (STOPWORDS.get(language) or _KNOWN)
    if _INITIAL.fullmatch(word):
        # "J. K. Rowling", "U.S. Secretary" go on; "in the U.S. He said" is told by its pronoun.
        return not opener or _next_word(text, end) in PARTICLES
    return folded in ABBREVIATIONS and not opener


def _number_goes_on(text: str, at: int, start: int, end: int, language: str) -> bool | None:
    """True after `1.` as an item's number, and where numerals are written with a stop; None if it may be a letter."""
    word = _next_word(text, end)
    if word in OPENED_BY_ORDINAL or (text[at].isdigit() and not text[start:at].strip()):
        return True
    if language in _ORDINAL_LANGUAGES:
        return bool(word) and word not in STOPWORDS[language]
    return False if text[at].isdigit() else None


def _next_word(text: str, at: int) -> str:
    """Casefolded; empty where a mark, a number or an initial follows."""
    found = _NEXT_WORD.match(text, at)
    return found["word"].casefold() if found else ""
