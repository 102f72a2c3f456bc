"""One pass over a page's tree: its pictures, notes, boxes of links and walls, found by tag and by class name.

Everything that reads furniture starts from here, so that each element is touched once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, islice

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
    Role.CAPTION: ("caption", "bildunter", "bildtext", "pie-foto", "pie-de-foto", "didascalia", "bijschrift", "legend"),
    Role.CREDIT: ("credit", "copyright", "fotograf", "bildquelle", "photo-source"),
    Role.RELATED: (
        *("related", "read-more", "readmore", "read-also", "also-read", "see-also", "rich-link", "inline-promo"),
        *("mehr-zum", "lire-aussi", "leggi-anche", "relacionad", "lees-ook", "verwandt", "relatert", "baca-juga"),
    ),
    Role.NOTE: (
        *("correction", "clarification", "editor-note", "editors-note", "editornote", "update-note", "rectific"),
        *("errat", "berichtigung", "korrektur", "rättelse", "nota-redac"),
    ),
    Role.WALL: ("paywall", "regwall", "subscriber-only", "metered", "piano-", "fade-out", "truncated"),
}
"""Parts of class names, lower case."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5")
WANTED = (
    *HEADINGS,
    *("a", "p", "figure", "figcaption", "table", "time", "video", "noscript", "script"),
)
BOXES = ("div", "p", "span", "aside", "section", "ul", "small", "em", "i", "figcaption", "figure", "cite", "blockquote")
"""Whose classes are looked at: lists of links and drawings have thousands that say nothing."""

OUTSIDE = frozenset(("nav", "footer", "aside", "header", "form", "button"))
MOST = 3000
"""Elements of one role or tag that are looked at; more are a trap or a page of lists."""

MOST_PIECES, OPENING = 400, 60
OPENERS = "[(【*_ \n\t\r\xa0"


@dataclass(frozen=True, slots=True)
class Survey:
    """The elements by tag and by role, each in document order, at most `MOST` of each; `links` counts them all.

    `lines`: each paragraph with its first words, lower case, without what may stand before a label.
    """

    tags: dict[str, list[_Element]] = field(default_factory=dict)
    roles: dict[Role, list[_Element]] = field(default_factory=dict)
    links: int = 0
    lines: list[tuple[_Element, str]] = field(default_factory=list)

    def of(self, *tags: str) -> list[_Element]:
        return [element for tag in tags for element in self.tags.get(tag, ())]

    def having(self, role: Role) -> list[_Element]:
        return self.roles.get(role, [])


def survey(tree: _Element) -> Survey:
    """Looks at the elements of `tree` that may be furniture, and at none of their texts."""
    elements = list(tree.iter(*BOXES))
    names = [element.get("class") for element in elements]
    tags: defaultdict[str, list[_Element]] = defaultdict(list)
    for element in tree.iter(*WANTED):
        tags[str(element.tag)].append(element)
    links = len(tags["a"])
    roles = _by_role(names, elements)
    lines = [(line, opening) for line in tags["p"][:MOST] if (opening := _opening(line))]
    return Survey({tag: found[:MOST] for tag, found in tags.items()}, roles, links, lines)


def _opening(paragraph: _Element) -> str:
    """In itself, in its first child or in that one's first child: reading paragraphs whole would cost much more."""
    text = paragraph.text
    for _ in range(2):
        if (text and not text.isspace()) or not len(paragraph):
            break
        paragraph = paragraph[0]
        text = paragraph.text
    return text[:OPENING].lower().lstrip(OPENERS) if text else ""


def _by_role(names: list[str | None], elements: list[_Element]) -> dict[Role, list[_Element]]:
    """A search in all class names at once is much faster than one in each."""
    distinct = [name for name in dict.fromkeys(names) if name]
    lines = [name.replace("\n", " ") for name in distinct]
    text = "\n".join(lines).lower()
    starts = [0, *accumulate(len(line) + 1 for line in lines)][:-1]
    meant: defaultdict[str | None, set[Role]] = defaultdict(set)
    for role, stems in STEMS.items():
        for stem in stems:
            for line in _lines_with(text, starts, stem):
                meant[distinct[line]].add(role)
    roles: dict[Role, list[_Element]] = {}
    for element, name in zip(elements, names, strict=True) if meant else ():
        if name in meant:
            for role in meant[name]:
                roles.setdefault(role, []).append(element)
    return {role: found[:MOST] for role, found in roles.items()}


def _lines_with(text: str, starts: Sequence[int], stem: str) -> Iterable[int]:
    """The lines of `text`, by number, that `stem` stands in; `starts` are where the lines begin."""
    at = text.find(stem)
    while at >= 0:
        line = bisect_right(starts, at) - 1
        yield line
        if line + 1 == len(starts):
            return
        at = text.find(stem, starts[line + 1])


def text_of(element: _Element, longest: int = 2000, between: str = "") -> str:
    """The words inside `element` on one line, cut at `longest` characters; never walks far for them.

    `between` goes between its texts: a blank where inner elements may be lines of their own.
    """
    pieces: list[str] = []
    length = 0
    for piece in islice(element.itertext(), MOST_PIECES):
        pieces.append(str(piece))
        length += len(piece)
        if length > 2 * longest:
            break
    return plain(between.join(pieces))[:longest]


def outermost(elements: Iterable[_Element]) -> Iterator[_Element]:
    """Those that lie in none of the others; `elements` in document order."""
    taken: set[_Element] = set()
    for element in elements:
        if taken.isdisjoint(element.iterancestors()):
            taken.add(element)
            yield element


def stands_outside(element: _Element) -> bool:
    """In a menu, a footer, a side column or another story's link: no part of the story."""
    return any(above.tag in OUTSIDE or above.tag == "a" for above in element.iterancestors())
