"""Whether a story is what a query asks for: the plain way, which every faster one must agree with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.people.link import same_name, sounds_like
from bot.text.tokens import is_dense
from bot.topics.document import Document, Named, sounds
from bot.topics.nodes import All, Either, Leaf, Near, Node, Not, PersonIs, Scope, SourceIs, Term
from bot.topics.query import Query


def matches(query: Query, document: Document) -> bool:
    return holds(query.root, document)


def holds(node: Node, document: Document) -> bool:
    if isinstance(node, All):
        for part in node.parts:  # noqa: SIM110 # twice as fast as `all`
            if not holds(part, document):
                return False
        return True
    if isinstance(node, Either):
        for part in node.parts:  # noqa: SIM110
            if holds(part, document):
                return True
        return False
    if isinstance(node, Not):
        return not holds(node.part, document)
    return _leaf_holds(node, document)


def _leaf_holds(leaf: Leaf, document: Document) -> bool:
    if isinstance(leaf, Term):
        return phrase_place(leaf.words, document, leaf.scope) is not None
    if isinstance(leaf, Near):
        return near_places(leaf, document) is not None
    if isinstance(leaf, PersonIs):
        return person_named(leaf, document) is not None or name_place(leaf, document) is not None
    if isinstance(leaf, SourceIs):
        return leaf.host in document.hosts
    return leaf.code == document.language


def phrase_place(words: Sequence[str], document: Document, scope: Scope = Scope.ANYWHERE) -> int | None:
    """The first place where `words` stand in a row; None where they do not."""
    starts: set[int] | None = None
    for at, word in enumerate(words):
        places = document.places_of(word, scope)
        if not places:
            return None
        if len(words) == 1:
            return places[0]
        here = {place - at for place in places}
        starts = here if starts is None else starts & here
        if not starts:
            return None
    return min(starts) if starts else None


def near_places(near: Near, document: Document) -> tuple[int, ...] | None:
    """The first places where all words stand close enough to each other, in the order of the words; else None."""
    found = [document.places_of(word, near.scope) for word in near.words]
    if not all(found):
        return None
    widest = near.distance + len(near.words) - 1
    latest: dict[int, int] = {}
    for place, word in sorted((place, at) for at, places in enumerate(found) for place in places):
        latest[word] = place
        if len(latest) == len(found) and place - min(latest.values()) <= widest and _apart(latest):
            return tuple(latest[at] for at in range(len(found)))
    return None


def _apart(latest: dict[int, int]) -> bool:
    """Whether each word has a place of its own: two words of a query may be forms of one."""
    return len(set(latest.values())) == len(latest)


def person_named(person: PersonIs, document: Document) -> Named | None:
    """Who of the story has the name."""
    heard = (named for key in person_keys(person) for named in document.heard.get(key, ()))
    return next((named for named in heard if _agree(person.parts, named.parts)), None)


@lru_cache(10_000)
def person_keys(person: PersonIs) -> tuple[str, ...]:
    """Of these sounds of name parts, whoever is meant has at least one. The first name alone is nobody's."""
    return tuple(sorted(sounds(person.parts[1:] or person.parts)))


def _agree(wanted: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    if len(wanted) == 1:
        return any(part == wanted[0] or sounds_like(part, wanted[0]) for part in parts)
    return same_name(wanted, parts)


def name_place(person: PersonIs, document: Document) -> int | None:
    """Where a name of several words is printed, although nobody was found there: not all scripts have capitals."""
    if len(person.words) < 2 or (len(person.words) == 2 and not _telling(person.words)):
        return None
    return phrase_place(person.words, document)


def _telling(words: Sequence[str]) -> bool:
    return all(len(word) > 1 or is_dense(word) for word in words)
