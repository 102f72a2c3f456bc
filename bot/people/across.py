"""One person over many stories: by name, and by what the stories say of who has it. Pure; the store asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Person
from bot.people.lexicon import TITLES, folded
from bot.people.link import sound
from bot.people.role_words import is_role
from bot.people.words import PARTICLES, SUFFIXES

MOST_KEPT = 60
"""Words and companions that are kept of one person."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stories say of someone: countries, telling words of roles, kinds of roles, and who else is named."""

    countries: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()

    def joined(self, other: Evidence) -> Evidence:
        return Evidence(*(_bounded(one | more) for one, more in zip(self._sets(), other._sets(), strict=True)))

    def _sets(self) -> tuple[frozenset[str], ...]:
        return self.countries, self.words, self.kinds, self.company


def _bounded(words: frozenset[str]) -> frozenset[str]:
    return words if len(words) <= MOST_KEPT else frozenset(sorted(words)[:MOST_KEPT])


def name_parts(name: str) -> tuple[str, ...]:
    """The folded words that a name is known by: no initials, particles or "Jr."."""
    parts = [folded(word).removeprefix("al-").removeprefix("el-") for word in name.split()]
    kept = [part for part in parts if len(part.rstrip(".")) > 1 and part not in PARTICLES | SUFFIXES]
    return tuple(kept or parts)


def name_key(name: str) -> str:
    """One key for all spellings of a full name: its first and its last word as they sound."""
    parts = name_parts(name)
    ends = parts if len(parts) < 2 else (parts[0], parts[-1])
    return " ".join(sound(part) or part for part in ends)


def tail_key(name: str) -> str:
    """The key of the name's last word, by which a lone family name is looked up."""
    last = name_parts(name)[-1]
    return sound(last) or last


def terms(name: str) -> tuple[str, ...]:
    """What a person may begin to type for a name: the whole of it, and the rest from each further word on."""
    words = folded(name).split()
    return tuple(dict.fromkeys(" ".join(words[at:]) for at in range(len(words))))


def evidence(person: Person, people: Sequence[Person]) -> Evidence:
    """What one story says of `person`, who is one of `people`."""
    words = {folded(word) for role in person.roles for word in role.text.replace("’", "'").split()}
    kinds = {"office" if TITLES.get(word) in ("office", "military") else "trade" for word in words if is_role(word)}
    telling = {word.strip(".,'") for word in words if len(word) > 3 and word not in _COMMON}
    company = {name_key(other.name) for other in people if other is not person and " " in other.name}
    return Evidence(
        _bounded(frozenset({person.country} if person.country else ())),
        _bounded(frozenset(telling | {folded(person.organisation)} if person.organisation else telling)),
        frozenset(kinds),
        _bounded(frozenset(company)),
    )


_COMMON = frozenset("former with from their that this deputy acting chief national general state".split())


def agreement(one: Evidence, other: Evidence) -> int | None:
    """How much speaks for one person behind two; None where they are rather two who share a name."""
    shared = 2 * len(one.words & other.words) + len(one.company & other.company)
    if one.countries & other.countries:
        return shared + 2
    if one.countries and other.countries:
        return shared if len(one.company & other.company) >= _CLOSE or len(one.words & other.words) >= _CLOSE else None
    if not shared and one.kinds and other.kinds and not one.kinds & other.kinds:
        return None
    return shared


_CLOSE = 2
"""So much shared company, or so many words of their roles, outweigh different countries."""


def choose(candidates: Sequence[Evidence], found: Evidence) -> int | None:
    """Which of those known by the name `found` is about; None: somebody new."""
    scores = [(score, -at) for at, known in enumerate(candidates) if (score := agreement(known, found)) is not None]
    return -max(scores)[1] if scores else None
