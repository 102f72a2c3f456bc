"""Whether a sentence can stand alone: whole, of a readable length, leaning on nothing that was said before it."""

from __future__ import annotations

import re

from bot.briefing.openings import ALL, LEANING

SHORTEST, LONGEST = 7, 60
PRONOUN_REACH = 8

_OPENING = re.compile(r"[^\w]*([\w'’]+)")
_FIRST_PERSON = re.compile(r"^(?:I|I['’]\w+|We|We['’]\w+|My|Our|You|Your|Ich|Wir|Nous|Je|J['’]\w+|Nosotros|Yo)\b")
_LEANING_PRONOUNS = frozenset(
    (
        "he she it they him his her hers their theirs them its er sie ihn ihm ihr il elle ils elles él ella ellos ellas"
    ).split()
)
_HE_SAID = re.compile(
    r"[,.!?][\"”’»]{1,2},? (?:(?:he|she|they) (?:said|says|added|adds|told|wrote|explained|continued|recalled)"
    r"|(?:said|added|told) (?:he|she|they)|(?:sagte?|erklärte|betonte|schrieb) (?:er|sie)"
    r"|(?:dijo|añadió|explicó|señaló|aseguró)[,.]|(?:a-t-(?:il|elle)|ont-ils|dit-(?:il|elle)|explique-t-(?:il|elle)))\b"
)
"""`"…," she said`: who?"""

_UNFINISHED = ("?", "？", "؟", ":", "：", "…", "...", ",", ";")
_STOPPED = re.compile(r"[.!。！।۔؟]+[\"'”’»“)\]」』）]*$")


def is_whole(text: str, length: int) -> bool:
    """A statement of a readable length with both its quotation marks; `length` is `Sentence.length`."""
    if not SHORTEST <= length <= LONGEST or text.rstrip("\"'”’»)」").endswith(_UNFINISHED) or text[:1].islower():
        return False
    return text.count('"') % 2 == 0 and (text.count("“") == text.count("”") or "„" in text)


def leans(text: str, language: str) -> bool:
    """Whether it only makes sense after the sentence before it."""
    match = _OPENING.match(text)
    first = match[1].casefold() if match else ""
    return first in LEANING.get(language, ALL) or leans_early(text) or _HE_SAID.search(text) is not None


def is_personal(text: str) -> bool:
    """The writer speaks, or speaks to the reader: comment or service, not news."""
    return _FIRST_PERSON.match(text) is not None


def is_stopped(text: str) -> bool:
    return _STOPPED.search(text) is not None


def leans_early(text: str) -> bool:
    """A pronoun near the start, with no name before it that it could stand for: "On the other days it ran"."""
    opening = text.split()[:PRONOUN_REACH]
    for place, word in enumerate(opening):
        if place and word[:1].isupper():
            return False
        if place and word.casefold().strip(",;") in _LEANING_PRONOUNS:
            return True
    return False
