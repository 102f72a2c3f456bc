"""One pass over a page's tree: its pictures, notes, boxes of links and walls, found by tag and by class name.

Everything that reads furniture starts from here, so that each element is touched once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from lxml.etree import _Element

from bot.text.plain import plain


class Role(StrEnum):
    """What the name of a class says that an element is."""

    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    NOTE = "note"
    WALL = "wall"


STEMS: dict[Role, tuple[str, ...]] = {
    Role.CAPTION: (
        *("caption", "bildunterschrift", "bildtext", "pie-foto", "pie-de-foto", "piefoto", "didascalia", "bijschrift"),
        *("figlegend", "img-legend", "image-legend", "legende", "photo-desc", "image-desc"),
    ),
    Role.CREDIT: ("credit", "copyright", "photographer", "fotograf", "bildquelle", "image-source", "photo-source"),
    Role.RELATED: (
        *("related", "read-more", "readmore", "read_more", "read-also", "readalso", "also-read", "see-also"),
        *("rich-link", "richlink", "inline-promo", "mehr-zum", "lire-aussi", "leggi-anche", "relacionad", "lees-ook"),
        *("internal-link", "more-on", "verwandt", "rekommend", "tambien", "leia-mais", "relatert", "baca-juga"),
    ),
    Role.NOTE: (
        *("correction", "clarification", "editor-note", "editors-note", "editornote", "editorsnote", "update-note"),
        *("rectific", "erratum", "errata", "berichtigung", "korrektur", "korrigering", "redaktionsnote", "nota-redac"),
    ),
    Role.WALL: (
        *("paywall", "pay-wall", "regwall", "reg-wall", "subscriber-only", "subscription-wall", "metered", "piano-"),
        *("premium-wall", "abo-box", "aboshop", "locked", "fade-out", "fadeout", "truncated", "plus-teaser"),
    ),
}
"""Parts of class names, lower case."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5")
WANTED = frozenset(
    (*HEADINGS, "a", "p", "figure", "figcaption", "table", "time", "video", "iframe", "noscript", "script")
)
OUTSIDE = frozenset(("nav", "footer", "aside", "header", "form", "button"))
MOST = 3000
"""Elements of one role or tag that are looked at; more are a trap or a page of lists."""

MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Survey:
    """The elements by tag and by role, each in document order, at most `MOST` of each; `links` counts them all."""

    tags: dict[str, list[_Element]] = field(default_factory=dict)
    roles: dict[Role, list[_Element]] = field(default_factory=dict)
    links: int = 0

    def of(self, *tags: str) -> list[_Element]:
        return [element for tag in tags for element in self.tags.get(tag, ())]

    def having(self, role: Role) -> list[_Element]:
        return self.roles.get(role, [])


def survey(tree: _Element) -> Survey:
    """Looks at each element of `tree` once; its texts are not read."""
    tags: defaultdict[str, list[_Element]] = defaultdict(list)
    classes: defaultdict[str, list[tuple[int, _Element]]] = defaultdict(list)
    for at, element in enumerate(tree.iter("*")):
        tag = element.tag
        if tag in WANTED:
            tags[tag].append(element)
        name = element.get("class")
        if name:
            classes[name].append((at, element))
    links = len(tags["a"])
    return Survey({tag: found[:MOST] for tag, found in tags.items()}, _by_role(classes), links)


def _by_role(classes: dict[str, list[tuple[int, _Element]]]) -> dict[Role, list[_Element]]:
    """A search in all class names at once is much faster than one in each."""
    names = list(classes)
    lines = [" ".join(name.split()).lower() for name in names]
    text = "\n".join(lines)
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    roles: dict[Role, list[_Element]] = {}
    for role, stems in STEMS.items():
        hit = {index for stem in stems for index in _lines_with(text, starts, stem)}
        found = sorted((pair for index in hit for pair in classes[names[index]]), key=lambda pair: pair[0])
        if found:
            roles[role] = [element for _, element in found[:MOST]]
    return roles


def _lines_with(text: str, starts: Sequence[int], stem: str) -> Iterable[int]:
    """The lines of `text`, by number, that `stem` stands in; `starts` are where the lines begin."""
    at = text.find(stem)
    while at >= 0:
        line = bisect_right(starts, at) - 1
        yield line
        if line + 1 == len(starts):
            return
        at = text.find(stem, starts[line + 1])


def text_of(element: _Element, longest: int = 2000) -> str:
    """The words inside `element` on one line, cut at `longest` characters; never walks far for them."""
    pieces: list[str] = []
    length = 0
    for piece in islice(element.itertext(with_tail=False), MOST_PIECES):
        pieces.append(str(piece))
        length += len(piece)
        if length > 2 * longest:
            break
    return plain("".join(pieces))[:longest]


def outermost(elements: Iterable[_Element]) -> list[_Element]:
    """Those that lie in none of the others; `elements` in document order."""
    taken: set[_Element] = set()
    kept: list[_Element] = []
    for element in elements:
        if taken.isdisjoint(element.iterancestors()):
            kept.append(element)
            taken.add(element)
    return kept


def stands_outside(element: _Element) -> bool:
    """In a menu, a footer, a side column or another story's link: no part of the story."""
    return any(above.tag in OUTSIDE or above.tag == "a" for above in element.iterancestors())
