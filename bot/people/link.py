"""Who is who: mentions become people, each with one entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.people.find import Mention
from bot.people.lexicon import folded
from bot.people.words import PARTICLES, SUFFIXES

_SOUNDS = (
    ("iy", "i"), ("yi", "i"), ("ij", "i"), ("y", "i"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("tsch", "c"), ("tch", "c"), ("ch", "c"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("dj", "j"),
    ("dzh", "j"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("o", "u"), ("e", "a"), ("h", ""),
)  # fmt: skip
"""Letters that one sound is written with in different transcriptions, in the order they are replaced."""

_DOUBLED = re.compile(r"(.)\1+")
_LEAST_SOUND = 4


@dataclass
class Entry:
    """One person while they are gathered. `parts` are the folded words of the fullest name so far."""

    parts: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    nicknames: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        parts = core(mention.words)
        if len(parts) > len(self.parts) and all(len(part.rstrip(".")) > 1 for part in parts):
            self.parts = parts
        if mention.nickname:
            self.nicknames.add(folded(mention.nickname))

    @property
    def name(self) -> str:
        """As it is printed most often of those forms that say most of it."""
        forms = Counter(mention.name for mention in self.mentions)
        most = max(_fullness(form) for form in forms)
        fullest = [form for form in forms if _fullness(form) >= min(2, most)]
        return max(fullest, key=lambda form: (forms[form] + 0.1 * _fullness(form), -_shouting(form)))


def _fullness(form: str) -> int:
    return sum(len(word.rstrip(".")) > 1 for word in form.split())


def _shouting(form: str) -> int:
    return sum(word.isupper() and len(word) > 2 for word in form.split())


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name, without "Jr." and the like."""
    parts = [folded(word) for word in words]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return tuple(parts)


def entries(mentions: Sequence[Mention]) -> list[Entry]:
    """People in the order they are first named. Full names first; then what only names a part of them."""
    found: list[Entry] = []
    full = [mention for mention in mentions if len(core(mention.words)) > 1]
    for mention in full:
        parts = core(mention.words)
        entry = next((entry for entry in found if same_name(entry.parts, parts)), None)
        if entry is None:
            found.append(entry := Entry(parts))
        entry.add(mention)
    order = {id(mention): at for at, mention in enumerate(mentions)}
    for mention in mentions:
        if len(core(mention.words)) > 1:
            continue
        entry = _owner(mention, found, order)
        if entry is None:
            found.append(entry := Entry(core(mention.words)))
        entry.add(mention)
    for entry in found:
        entry.mentions.sort(key=lambda mention: order[id(mention)])
    return sorted(found, key=lambda entry: order[id(entry.mentions[0])])


def _owner(mention: Mention, found: Sequence[Entry], order: dict[int, int]) -> Entry | None:
    """Whose name a lone word is: by family name, then by given name; among equals, who was named last before it."""
    (word,) = core(mention.words)
    ranked = [(rank, entry) for entry in found if (rank := _rank(word, entry)) > 0]
    if not ranked:
        return None
    best = max(rank for rank, _ in ranked)
    likeliest = [entry for rank, entry in ranked if rank == best]
    if len(likeliest) == 1:
        return likeliest[0]
    here = order[id(mention)]

    def nearness(entry: Entry) -> tuple[int, int]:
        before = [order[id(m)] for m in entry.mentions if order[id(m)] < here]
        if before:
            return 1, max(before)
        return 0, -min(order[id(m)] for m in entry.mentions)

    return max(likeliest, key=nearness)


def _rank(word: str, entry: Entry) -> int:
    """3 for the family name in last place, 2 for the first word, 1 for any other part or a nickname; 0: not theirs."""
    parts = entry.parts
    if word == parts[-1] or sounds_like(word, parts[-1]):
        return 3
    if word == parts[0]:
        return 2
    bare = word.removeprefix("al-")
    if any(bare == part.removeprefix("al-") for part in parts) or word in parts[-1].split("-"):
        return 1
    return 1 if word in entry.nicknames else 0


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: middle names and initials may be left out, sounds respelt."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if short == long:
        return True
    if len(short) < 2:
        return False
    if short == long[-len(short) :]:
        return True
    if not (_matches(short[-1], long[-1]) or short[-1] in long[1:]):
        return False
    at = 0
    for part in long:
        if at < len(short) and _matches(short[at], part):
            at += 1
    return at == len(short) and _matches(short[0], long[0])


def _plain(parts: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(part.removeprefix("al-").removeprefix("el-") for part in parts if part not in PARTICLES)
    return kept or parts


def _matches(one: str, other: str) -> bool:
    if one == other or sounds_like(one, other):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def sounds_like(one: str, other: str) -> bool:
    """Whether two spellings transcribe one name: Zelensky and Zelenskyy, Mohammed and Muhammad."""
    if one[:1] != other[:1] and {one[:1], other[:1]} - set("ijykcqgwv"):
        return False
    return min(len(one), len(other)) >= _LEAST_SOUND and sound(one) == sound(other)


@lru_cache(20_000)
def sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)
