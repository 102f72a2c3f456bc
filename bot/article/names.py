"""Who is named in a page's author fields: people, apart from agencies, desks and the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.article.agencies import agencies_in
from bot.article.roles import (
    AND_OTHERS,
    DESK_MARKS,
    DESKS,
    GENERIC,
    HANGUL_OFFICE,
    LEADS,
    NOBODY,
    OFFICES,
    PARTICLES,
    PARTS,
    PLACE,
)
from bot.text.plain import plain

LONGEST_FIELD = 400
LONGEST_NAME, MOST_WORDS = 60, 6
MOST_NAMES = 40
WORD = re.compile(r"\w+")
DOMAIN = re.compile(r"^[\w-]{2,60}(?:\.[\w-]{2,30}){0,3}\.[a-z]{2,12}$", re.IGNORECASE)
NAMELESS = NOBODY | GENERIC
LETTER = re.compile(r"[^\W\d_]")
CASELESS = re.compile(r"[\u0590-\u10ff\u1200-\u13ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Credits:
    """`own`: the site's own names among the authors; `order`: all, as the page writes them,
    without its own names where others stand beside them."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


def credits_in(fields: Iterable[str], own_names: frozenset[str], organisations: Iterable[str] = ()) -> Credits:
    """Whom author fields such as `By Anna Meier and John Smith, Political editor` name.

    `own_names`: what the site calls itself, as `name_key` gives it. `organisations`: names said to be no people's.
    """
    found: dict[str, list[str]] = {"people": [], "agencies": [], "desks": [], "own": []}
    order: list[tuple[str, str]] = []
    parts = [part for field in fields for part in _sorted(field, own_names)]
    parts += [_organisation(plain(each[:LONGEST_NAME]), own_names) for each in organisations]
    for kind, written, names in parts:
        found[kind] += names
        order += [(kind, name) for name in ([written] if kind == "agencies" else names)]
    others = [name for kind, name in order if kind != "own"]
    return Credits(*(tuple(dict.fromkeys(each)) for each in (*found.values(), others or found["own"])))


Part = tuple[str, str, Sequence[str]]
"""(which of the lists, what is written, the names that it gives)."""


def _sorted(field: str, own_names: frozenset[str]) -> Iterator[Part]:
    """What one field names. One that is the site's or a desk's name as a whole is not taken apart."""
    whole = plain(field[:LONGEST_FIELD])
    parts = split(field)[:MOST_NAMES]
    # A single word beside whole names, or one of many, is a place or an office: `Newsdesk, Nairobi, Kenya`.
    single = len(parts) <= 2 and not any(" " in part for part in parts)
    named = [_kind(part, own_names, single=single) for part in parts]
    people = any(kind == "people" and " " in name for kind, _, names in named for name in names)
    agencies = any(kind == "agencies" for kind, _, _ in named)
    if name_key(whole) in own_names or (_is_one_desk(whole) and not people and not agencies):
        named = [_organisation(whole, own_names)]
    yield from named


def _organisation(name: str, own_names: frozenset[str]) -> Part:
    if name_key(name) in own_names:
        return "own", name, (name,)
    named = agency_of(name)
    return ("agencies", name, named) if named else ("desks", name, (name,) if name else ())


def _kind(part: str, own_names: frozenset[str], *, single: bool) -> Part:
    """One part of a byline: the site's own name, an agency, a desk, a person, or nobody."""
    if name_key(part) in own_names or agency_of(part) or is_desk(part):
        return _organisation(part, own_names)
    name = person(part, single=single)
    return "people", part, (name,) if name else ()


def _is_one_desk(whole: str) -> bool:
    """`News & Features Desk`: a desk's name with an `and` in it."""
    return len(whole) <= LONGEST_NAME and not any(ch in whole for ch in "|,;/(:") and is_desk(whole)


def agency_of(part: str) -> tuple[str, ...]:
    """The agencies that a part names, with a word for its staff or without."""
    words = part.split()
    return agencies_in(part) or agencies_in(" ".join(word for word in words if word.casefold() not in DESKS))


def split(field: str) -> list[str]:
    """The parts of a byline: names, offices and places, without what leads up to them."""
    text = plain(field[:LONGEST_FIELD])
    if "://" in text:
        return []
    text = " ".join(word for word in text.split() if "@" not in word)
    for _ in range(3):
        text = LEADS.sub("", text, count=1)
    parts = (AND_OTHERS.sub("", part).strip(" .:*\"'“”„–—-_") for part in PARTS.split(text) if part)
    return [part for part in parts if len(part) > 1]


def is_desk(part: str) -> bool:
    found = {word.casefold() for word in WORD.findall(part)}
    return not found.isdisjoint(DESKS) or any(mark in part for mark in DESK_MARKS)


def person(part: str, *, single: bool = True) -> str:
    """The name in one part of a byline; empty for an office, a place, a handle. `single`: one word may be a name."""
    name = HANGUL_OFFICE.sub("", PLACE.sub("", part)).strip()
    words = _without_offices(name.split())
    name = " ".join(words)
    if not words or len(words) > MOST_WORDS or len(name) > LONGEST_NAME or not _is_named(words):
        return ""
    if len(words) == 1 and not single and not CASELESS.search(name):
        return ""
    return " ".join(word.title() if len(word) > 2 else word for word in words) if name.isupper() else name


def _without_offices(words: list[str]) -> list[str]:
    """`Political editor Anna Meier` is Anna Meier; nothing is left of a part that is an office and no more."""
    first, last = 0, len(words)
    while first < last and words[first].casefold().strip(".:") in OFFICES:
        first += 1
    while last > first and words[last - 1].casefold().strip(".:") in OFFICES:
        last -= 1
    return words[first:last]


def _is_named(words: Sequence[str]) -> bool:
    """Whether the words are written as names are: capitals, no digits, no domain, no small words but particles."""
    name = " ".join(words)
    if any(ch.isdigit() or ch in "_#<>{}=%!?" for ch in name) or name.casefold() in NAMELESS or DOMAIN.match(name):
        return False
    if CASELESS.search(name):
        return len(name) <= 24
    small = [word for word in words if word[0].islower() and not word.startswith(("d'", "d’", "l'", "al-", "el-"))]
    if any(word.casefold() not in PARTICLES for word in small):
        return False
    if any(word.casefold() in OFFICES for word in words[1:-1]):
        return False
    return LETTER.match(words[-1]) is not None and len(small) < len(words) and not words[-1][0].islower()


def name_key(name: str) -> str:
    """What two spellings of one site's name share: `The Daily News` and `dailynews.com` meet."""
    words = [word.casefold() for word in WORD.findall(name[:LONGEST_FIELD])]
    telling = [word for word in words if word not in GENERIC] or words
    return "".join(telling).removesuffix("web").removesuffix("デジタル").removesuffix("社") or "".join(telling)
