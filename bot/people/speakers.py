"""Who is said to speak in the words around a quote: a name, a pronoun, or what someone is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.people.features import capitalised
from bot.people.lexicon import folded
from bot.people.reporting import PRONOUNS, REPORTING, REPORTING_PARTICIPLES, SOURCES
from bot.people.role_words import in_title, is_role
from bot.people.words import DETERMINERS

_NEAR = 10
_OPENS = frozenset("former retired local senior next fellow".split())
_AUXILIARY = frozenset("has have had hat haben habe ha han a ont avait also later then told".split())


class Clue(StrEnum):
    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Speaker:
    """`at` is a token: of the name, of the pronoun, or of the word for a role."""

    clue: Clue
    at: int
    word: str = ""


Names = dict[int, tuple[int, int]]
"""Token -> the (start, end) of the name it belongs to."""


def speaker_after(words: Sequence[str], start: int, names: Names) -> Speaker | None:
    """Who speaks in what follows a quote: "…," said Anna Berg / Berg said / she said / said the minister."""
    at, size = start, len(words)
    while at < size and words[at] in ',.-–—)”"’»':
        at += 1
    if at >= size:
        return None
    limit = min(size, at + _NEAR)
    if _reports(words, at):
        return _subject(words, at + 1, limit, names)
    if (verb := _verb_behind(words, at, limit, names)) is not None:
        return _subject_before(words, verb, names) or _subject(words, at, verb, names)
    if folded(words[at]) in ("so", "selon", "según", "laut", "per"):
        return _subject(words, at + 1, limit, names)
    return None


def _verb_behind(words: Sequence[str], at: int, limit: int, names: Names) -> int | None:
    """The verb of saying behind a subject that begins at `at`; across a role in commas, not across a quote."""
    subject = names.get(at, (at, at + 1))[1]
    for n in range(subject, min(limit + 14, len(words))):
        if words[n] in '"“„«.;':
            return None
        if _reports(words, n) and (n == subject or words[n - 1] == "," or n - 1 in names or n - at < 9):
            return n
    return None


def speaker_before(words: Sequence[str], end: int, names: Names) -> Speaker | None:
    """Who speaks in what leads to a quote: Anna Berg said: "… / told reporters that it was "…"."""
    if end and words[end - 1] == ":" and (named := _first_named(words, end - 1, names)) is not None:
        return Speaker(Clue.NAME, named)
    for at in range(end - 1, -1, -1):
        if words[at] in ".;?!" and at < end - 1:
            return None
        if not (_reports(words, at) or folded(words[at]) in REPORTING_PARTICIPLES):
            continue
        subject = _subject_before(words, at, names)
        if subject is not None:
            return subject
    return None


def _first_named(words: Sequence[str], end: int, names: Names) -> int | None:
    """Who the clause before a colon begins with: "Zibulka picks up the story:"."""
    start = next((n + 1 for n in range(end - 1, -1, -1) if words[n] in ".;?!"), 0)
    return next((n for n in range(start, min(end, start + 4)) if n in names and not _owns(words, names[n])), None)


def _subject_before(words: Sequence[str], verb: int, names: Names) -> Speaker | None:
    if verb + 1 < len(words) and folded(words[verb + 1]) in PRONOUNS and folded(words[verb]).endswith(("te", "t")):
        return Speaker(Clue.PRONOUN, verb + 1, folded(words[verb + 1]))
    at = verb - 1
    while at >= 0 and (folded(words[at]) in _AUXILIARY or folded(words[at]).endswith("ly")):
        at -= 1
    steps = 0
    while at >= 0 and steps < 22 and words[at] not in '.;:?!"“”„«»':
        if at in names:
            start, stop = names[at]
            if not _owns(words, (start, stop)):
                return Speaker(Clue.NAME, _before_relative(words, start, verb, names))
        elif folded(words[at]) in PRONOUNS and words[at] not in ("His", "Her"):
            return Speaker(Clue.PRONOUN, at, folded(words[at]))
        elif is_role(words[at]) and steps < 3:
            named = next((n for n in range(at + 1, verb) if n in names), None)
            return Speaker(Clue.NAME, named) if named is not None else Speaker(Clue.ROLE, at, folded(words[at]))
        elif folded(words[at]) in SOURCES and steps == 0:
            return Speaker(Clue.OTHER, at)
        at -= 1
        steps += 1
    return None


def _before_relative(words: Sequence[str], name: int, verb: int, names: Names) -> int:
    """In "Hunt, who replaced Kwarteng as chancellor, said" Hunt speaks: whom the clause with `name` is about."""
    if "," not in words[name:verb]:
        return name
    for at in range(name - 1, max(1, name - 14), -1):
        if words[at] in ("who", "whose") and words[at - 1] == "," and at - 2 in names:
            return names[at - 2][0]
    return name


def _subject(words: Sequence[str], start: int, limit: int, names: Names) -> Speaker | None:
    """The first who can speak in `words[start:limit]`."""
    role: Speaker | None = None
    other: Speaker | None = None
    for at in range(start, limit):
        word = folded(words[at])
        if at in names and not _owns(words, names[at]):
            return Speaker(Clue.NAME, names[at][0])
        if at == start and word in PRONOUNS:
            return Speaker(Clue.PRONOUN, at, word)
        if word in SOURCES:
            other = other or Speaker(Clue.OTHER, at)
        if is_role(words[at]):
            role = role or Speaker(Clue.ROLE, at, word)
        elif _closes(words, at, start, role):
            break
    return role or other


def _closes(words: Sequence[str], at: int, start: int, role: Speaker | None) -> bool:
    """Whether no subject can go on over the token: a stop, a comma behind no role, a small word at the start."""
    word = words[at]
    if word in '.;:"“„«':
        return True
    if word == ",":
        return role is None and not capitalised(words[at - 1])
    opens = capitalised(word) or folded(word) in DETERMINERS or in_title(word) or folded(word) in _OPENS
    return at == start and not opens


def _owns(words: Sequence[str], name: tuple[int, int]) -> bool:
    """Whether the name is an owner: in "Epstein's lawyer said" Epstein says nothing."""
    return name[1] < len(words) and words[name[1]] in ("'s", "’s", "’", "'")


def _reports(words: Sequence[str], at: int) -> bool:
    return folded(words[at]) in REPORTING and not (capitalised(words[at]) and at > 0 and words[at].istitle())
