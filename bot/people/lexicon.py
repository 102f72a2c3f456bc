"""The word lists of this folder, read once: names of the world's regions, titles, countries, organisations, places."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕ",
        (
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
            " i yi ye g w j lj nj c d dz g k dz"
        ).split(),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_LETTERS = {letter: plain.replace("-", "") for letter, plain in (_CYRILLIC | _GREEK).items()}
_FOLDS = str.maketrans(
    _LETTERS | {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


@lru_cache(50_000)
def folded(word: str) -> str:
    """Casefolded, in plain Latin letters: `Müller` and `Muller` are one name, `Владимир` is on our lists."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_FOLDS))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
    return bare.translate(_FOLDS)


class Country(NamedTuple):
    """`name` is the one we say; the others are how texts write it."""

    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]


def _lines(name: str) -> list[str]:
    text = (files("bot.people.lexicons") / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for line in _lines(name) for word in line.split())


def _kinds(name: str) -> dict[str, str]:
    """Word -> the first kind it is listed under."""
    found: dict[str, str] = {}
    for line in _lines(name):
        kind, _, words = line.partition(":")
        for word in words.split():
            found.setdefault(folded(word), kind)
    return found


def _countries() -> tuple[Country, ...]:
    rows = []
    for line in _lines("countries"):
        head, names, people, seats = ((*line.split("|"), "", "", ""))[:4]
        printed, _, name = (part.strip() for part in head.partition("="))
        forms = [part.split() for part in (names, people, seats)]
        others, adjectives, capitals = (tuple(word.replace("_", " ") for word in words) for words in forms)
        rows.append(Country(name or printed, (printed, *others), adjectives, capitals))
    return tuple(rows)


GIVEN = _words("given")
SURNAMES = _words("surnames")
TITLES = _kinds("titles")
ORGANISATION_WORDS = frozenset(_kinds("organisations"))
COUNTRIES = _countries()
PLACES = frozenset(folded(part) for word in " ".join(_lines("places")).split() for part in word.split("_"))
COUNTRY_WORDS = frozenset(
    folded(part) for row in COUNTRIES for name in (*row.names, *row.seats) for part in name.split() if len(part) > 1
) - {"and", "the", "of", "la"}
PEOPLES = frozenset(folded(word) for row in COUNTRIES for word in row.people)
