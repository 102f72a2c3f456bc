"""What a sentence claims, as things to look up: names, numbers with their units, dates, quotes, negations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.briefing.grounding.nouns import NOT_BEFORE_NAMES, is_common
from bot.briefing.grounding.tables import DATE_WORDS, HEDGES, NEGATIONS, NUMBER_WORDS, SCALES
from bot.briefing.quoted import quoted_spans
from bot.text.stopwords import STOPWORDS

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PLAIN = str.maketrans("’‘“”«»„", '\'\'"""""')
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")
STEM = 5
"""Letters that tell a word: its endings say how it is used."""

Number = tuple[float, str]
"""A value and the stem of the word that follows it ("" where a mark does): `14 months` is (14.0, "month")."""


@dataclass(frozen=True, slots=True)
class Facts:
    """`names` and `words` are stems, in order and without repeats; `negated` are the stems that a negation reaches."""

    names: tuple[str, ...]
    numbers: tuple[Number, ...]
    dates: frozenset[str]
    quotes: tuple[str, ...]
    words: tuple[str, ...]
    negated: frozenset[str]
    negations: int
    hedged: bool
    tokens: frozenset[str]


def facts(text: str, language: str = "en") -> Facts:
    found = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    folded = [plain(token) for token, _, _ in found]
    small = STOPWORDS.get(language) or STOPWORDS["en"]
    names = [
        stem(word)
        for n, word in enumerate(folded)
        if _is_name(text, found[n], n, word, small) and not (language == "de" and _is_noun(found, folded, n))
    ]
    told = [stem(word) for word in folded if len(word) > 2 and word not in small and not word[0].isdigit()]
    negations = [n for n, word in enumerate(folded) if word in NEGATIONS or word.endswith("n't")]
    reached = [stem(word) for n in negations for word in folded[n + 1 : n + 6] if len(word) > 2 and word not in small]
    return Facts(
        names=tuple(dict.fromkeys(names)),
        numbers=tuple(_numbers(text, found, folded)),
        dates=frozenset(word for n, word in enumerate(folded) if is_date(word, found[n][0])),
        quotes=tuple(_bare(text[start + 1 : end - 1]) for start, end in quoted_spans(text)),
        words=tuple(dict.fromkeys(each for each in told if each not in NEGATIONS)),
        negated=frozenset(reached),
        negations=len(negations),
        hedged=any(word in HEDGES for word in folded),
        tokens=frozenset(folded),
    )


def plain(token: str) -> str:
    """Casefolded, without the possessive."""
    word = token.translate(_PLAIN).casefold()
    return word.removesuffix("'s").rstrip("'")


def stem(word: str) -> str:
    return word[:STEM]


def is_date(word: str, written: str) -> bool:
    if word in ("march", "may", "mars"):
        return written[:1].isupper()
    return word in DATE_WORDS or (word == "may" and written[:1].isupper())


def _bare(quote: str) -> str:
    """A quote as it is compared: marks and spaces do not count."""
    return " ".join(_TOKEN.findall(quote.translate(_PLAIN).casefold()))


def _is_name(text: str, token: tuple[str, int, int], place: int, word: str, small: frozenset[str]) -> bool:
    written, start, _ = token
    if not written[0].isupper() or is_date(word, written) or word in NUMBER_WORDS or word in NEGATIONS:
        return False
    opens = place == 0 or text[:start].rstrip()[-1:] in '.!?:"“„«'
    return not opens or word not in small


def _is_noun(found: list[tuple[str, int, int]], folded: list[str], n: int) -> bool:
    """German: a common noun, for all its capital. `SPD` is none, nor is what follows a first name: `Ines Fischer`."""
    before = folded[n - 1] if n else ""
    if found[n][0].isupper() or not is_common(folded[n], before):
        return False
    of_a_person = n > 0 and found[n - 1][0][0].isupper() and before not in NOT_BEFORE_NAMES and not is_common(before)
    return not of_a_person


def _numbers(text: str, found: list[tuple[str, int, int]], folded: list[str]) -> list[Number]:
    numbers: list[Number] = []
    skip = -1
    for n, word in enumerate(folded):
        if n <= skip:
            continue
        value = _value(word)
        if value is None:
            continue
        last = n
        if n + 1 < len(folded) and (scale := SCALES.get(folded[n + 1])) and word != "half":
            value, last = value * scale, n + 1
        skip = last
        end = found[last][2]
        follows = last + 1 < len(folded) and text[end : found[last + 1][1]].strip() in ("", "-")
        percent = text[end : end + 1] == "%" or (follows and folded[last + 1] in ("percent", "per", "prozent"))
        numbers.append((value, "%" if percent else stem(folded[last + 1]) if follows else ""))
    return numbers


def _value(word: str) -> float | None:
    """`48`, `3.5`, `1,200`, `1.200.000`, `5th` and the words for small numbers."""
    if not word[0].isdigit():
        return NUMBER_WORDS.get(word)
    digits = _ORDINAL.sub("", word)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None
