"""Why a story is what a query asks for: where it says what."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.text.tokens import normal, spans
from bot.topics.document import Document, Field
from bot.topics.evaluate import holds, name_place, near_places, person_named, phrase_place
from bot.topics.nodes import All, Either, LanguageIs, Leaf, Near, Node, Not, PersonIs, SourceIs
from bot.topics.printing import written
from bot.topics.query import Query

MOST = 20
"""Reasons of one match."""

_REST = re.compile("(?:[-\u2010\u2011]\\w+)*")
LONGEST = 80
"""Characters of the words as printed."""


@dataclass(frozen=True, slots=True)
class Reason:
    """`term` of the query is fulfilled in `field`, in its `paragraph` (from 0), by the words `printed` there."""

    term: str
    field: Field
    paragraph: int
    printed: str


def why(query: Query, document: Document) -> tuple[Reason, ...]:
    """A reason for each part of the query that the story fulfils; empty where it is not what the query asks for."""
    if not holds(query.root, document):
        return ()
    found = [reason for leaf in _leaves(query.root, document) if (reason := _reason(leaf, document)) is not None]
    return tuple(dict.fromkeys(found))[:MOST]


def _leaves(node: Node, document: Document) -> list[Leaf]:
    """The parts that are asked for and there. Of parts in an `Either` all that hold."""
    if isinstance(node, Not):
        return []
    if isinstance(node, All | Either):
        held = [part for part in node.parts if isinstance(node, All) or holds(part, document)]
        return [leaf for part in held for leaf in _leaves(part, document)]
    return [node]


def _reason(leaf: Leaf, document: Document) -> Reason | None:
    term = written(leaf)
    if isinstance(leaf, SourceIs):
        return Reason(term, Field.SOURCE, 0, document.host)
    if isinstance(leaf, LanguageIs):
        return Reason(term, Field.LANGUAGE, 0, document.language)
    if isinstance(leaf, PersonIs):
        if (named := person_named(leaf, document)) is not None:
            return Reason(term, named.field, named.paragraph, named.printed)
        return _at(term, document, name_place(leaf, document), len(leaf.words))
    if isinstance(leaf, Near):
        places = near_places(leaf, document)
        return _at(term, document, min(places), max(places) - min(places) + 1) if places else None
    return _at(term, document, phrase_place(leaf.words, document, leaf.scope), len(leaf.words))


def _at(term: str, document: Document, place: int | None, length: int) -> Reason | None:
    """The reason whose words begin at `place` and are `length` tokens long."""
    if place is None:
        return None
    at = bisect_right(document.starts, place) - 1
    passage, first = document.passages[at], place - document.starts[at]
    text = normal(passage.text)
    within = spans(text)[first : first + length]
    rest = _REST.match(text, within[-1][1])  # a part of a compound is shown with the whole of it
    printed = " ".join(text[within[0][0] : rest.end() if rest else within[-1][1]].split())
    short = printed if len(printed) <= LONGEST else printed[: LONGEST - 1].rstrip() + "…"
    return Reason(term, passage.field, passage.paragraph, short)
