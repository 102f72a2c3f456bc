"""Who is quoted, or acts, by a bare surname: "…, Levin says." A reader who has not met Michael Levin asks who it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefing.sentence import Sentence

_NAME = r"[^\W\d_a-zß-ÿ][\w’'-]{2,30}"
_SAYS = (
    r"(?:said|says|told|added|adds|wrote|explained|sagte?|erklärte?|betonte|meint|dijo|explicó|señaló|déclare|explique)"
)
_QUOTED = re.compile(
    rf"[,.!?][\"”’»]{{0,2}},? (?:{_SAYS} (?P<after>{_NAME})|(?P<before>{_NAME}) {_SAYS})\b"
    rf"|^(?P<first>{_NAME}) (?=[a-zß-ÿ])|, (?P<clause>{_NAME}) [a-zß-ÿ]{{2,20}}(?:ed|s)\b"
)
_FULL = re.compile(rf"\b{_NAME}(?: {_NAME}| \w\.){{0,3}} (?P<last>{_NAME})\b")
_NOBODY = frozenset(
    "police officials authorities prosecutors investigators lawyers they it he she the el la le les los".split()
)


def surname(text: str) -> str:
    """Casefolded; empty where nobody is quoted by a single name, and none opens the sentence."""
    found = _QUOTED.search(text)
    name = found and (found["after"] or found["before"] or found["first"] or found["clause"])
    if not found or not name or name.casefold() in _NOBODY or _goes_on(text, found):
        return ""
    return name.casefold()


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """`said Michael Levin`: the full name stands there."""
    end = found.end("after")
    return end > 0 and text[end : end + 2].strip()[:1].isupper()


def introduced(sentences: Sequence[Sentence]) -> dict[str, list[int]]:
    """Surnames, casefolded, and the places of the sentences that give them with a first name or a title."""
    places: dict[str, list[int]] = {}
    for sentence in sentences:
        for match in _FULL.finditer(sentence.text):
            places.setdefault(match["last"].casefold(), []).append(sentence.place)
    return places
