"""Sentences that open with someone or something told before: "The company …", "Die 45-Jährige …", "El acuerdo …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.briefing.definite_words import (
    AGED,
    ARTICLES,
    COUNTED,
    GOES_ON,
    INSIDE,
    NAMED,
    NAMING,
    ONE_OF_A_KIND,
    PLACES,
    TOLD,
)

_LEADING = re.compile(r"[\s\"'“„«»‘(]*")
_WORD = re.compile(r"[\w'’-]+")
_THE_NAMED = re.compile(
    r"[\"“‘]?[A-Z][a-z’']*(?: [a-z0-9][\w’'-]*){0,7}?,? the"
    r" (?P<word>[a-z][a-z-]+)(?=[’']s\b|,"
    r"| (?:is|was|were|are|has|had|have|will|would|said|says|also|could|may|can|did|does|must|told"
    r"|made|began|took|lost|sold|bought)\b)"
)
_REACH = 120
_MODIFIERS = 2
"""Words between the article and its noun: "the new trade deal"."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a sentence opens with. `word` (casefolded) tells it where it stands before; `named`: a name may have, too.

    `sure`: the noun means something told before; else that is so only where it was.
    """

    word: str
    named: bool
    sure: bool = True


def reference(text: str, language: str) -> Reference | None:
    """None where the sentence opens with anything else, or says itself which one it means."""
    article = ARTICLES.get(language)
    opening = article.match(text, _LEADING.match(text).end()) if article else None  # type: ignore[union-attr]
    if opening is None:
        return _inside(text) if language == "en" else None
    if (aged := AGED.get(language)) and (age := aged.search(text, opening.end(), opening.end() + 40)):
        return None if _is_named(text, age.end(), language) else Reference(age[1], named=True)
    found = list(_WORD.finditer(text, opening.end(), opening.end() + _REACH))
    for place, match in enumerate(found[: _MODIFIERS + 1]):
        if language != "de" and match[0][0].isupper():
            return None
        word = match[0].casefold()
        follows = [each[0].casefold() for each in found[place + 1 : place + 3]] if _joined(text, match.end()) else []
        if _is_listed(word, NAMED[language]) or _is_listed(word, TOLD[language]):
            told = _tells_which(word, follows, language) or _is_named(text, match.end(), language)
            return None if told else Reference(word, _is_listed(word, NAMED[language]))
        if word in ONE_OF_A_KIND.get(language, ()) or word in NAMING[language]:
            return None
        if follows and follows[0] in GOES_ON.get(language, ()):
            return Reference(word, named=False, sure=False)
    return None


def _inside(text: str) -> Reference | None:
    """English: `Last year the company lost money`, before any name that it could mean."""
    found = _THE_NAMED.match(text)
    word = found["word"] if found else ""
    return Reference(word, named=True) if word and _is_listed(word, NAMED["en"]) else None


def _is_listed(word: str, nouns: frozenset[str]) -> bool:
    return word in nouns or word.removesuffix("s") in nouns


def _tells_which(word: str, follows: list[str], language: str) -> bool:
    """`The city in the east` is still some city."""
    if not follows or follows[0] not in NAMING[language] or (word in PLACES and follows[0] in INSIDE):
        return False
    return not (follows[1:] and follows[1] in COUNTED)


def _joined(text: str, end: int) -> bool:
    """Only a space stands before the next word."""
    return text[end : end + 1] == " "


def _is_named(text: str, end: int, language: str) -> bool:
    """A name follows at once: "the company Acme", "the 45-year-old Briton" is none."""
    following = _WORD.match(text, end + 1) if _joined(text, end) else None
    return language != "de" and following is not None and following[0][0].isupper() and len(following[0]) > 1
