"""The elements around the headline, where pages say by whom and when: looked at only where no field says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from bot.text.plain import plain

BELOW, ABOVE = 140, 40
CLIMB = 3
LONGEST = 4_000
LONGEST_HEADLINE = 600
SKIPPED = frozenset(
    {"script", "style", "svg", "path", "img", "noscript", "option", "picture", "source", "iframe", "use", "g"}
)
OTHERS = re.compile(
    r"comment|kommentar|related|sidebar|footer|teaser|promo|recommend|popular|most-?read|trending|latest|\bnav|menu",
    re.IGNORECASE,
)
NEAR = 6
STORY_PARAGRAPHS = 3
MOST_ATTRIBUTES = 40
CALLED = frozenset({"class", "id", "itemprop", "rel", "data-testid", "href", "property"})
LONGEST_LINE, MOST_PIECES = 120, 30
HEADINGS = ("h1", "h2", "h3")


@dataclass(frozen=True, slots=True)
class Near:
    """An element, what it is called (its class and the like), and its text as far as a byline or a date goes."""

    element: etree._Element
    marks: str
    line: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the headline, and `boxes`: the elements that hold the headline itself."""

    near: Sequence[Near]
    boxes: frozenset[etree._Element]

    def is_of_others(self, element: etree._Element) -> bool:
        """Comments, boxes about the author and lists of other stories have names and dates as well.

        What holds the headline is the story's, whatever it is called: `page-with-sidebar`, `node--promoted`.
        """
        chain = islice((element, *element.iterancestors()), NEAR + 1)
        return any(OTHERS.search(marks(each)) for each in takewhile(lambda each: each not in self.boxes, chain))


def around_headline(tree: etree._Element, headings: Sequence[etree._Element], title: str) -> Surroundings:
    """The elements that follow on the headline, then those just above it; the page's first ones if it has none."""
    headline = _headline(tree, headings, title)
    if headline is None:
        boxes = frozenset(tree.iter("html", "body"))
        return Surroundings(list(_telling(islice(tree.iter("*"), 2 * BELOW))), boxes)
    near = [*_telling(islice(_after(headline), BELOW)), *_telling(islice(_above(headline), ABOVE))]
    return Surroundings(near, frozenset(headline.iterancestors()))


def _headline(tree: etree._Element, headings: Sequence[etree._Element], title: str) -> etree._Element | None:
    wanted = title.casefold()
    for element in headings:
        text = text_of(element, LONGEST_HEADLINE).casefold()
        if text and (text in wanted or wanted in text):
            return element
    for element in islice(tree.iter(*HEADINGS[1:]), BELOW):
        if wanted and text_of(element, LONGEST_HEADLINE).casefold() == wanted:
            return element
    return headings[-1] if len(headings) == 1 else None


def _after(element: etree._Element) -> Iterator[etree._Element]:
    """All that comes after the element's end, in document order."""
    yield from element.iterdescendants("*")
    for level in (element, *element.iterancestors()):
        for sibling in level.itersiblings():
            yield from sibling.iter("*")


def _above(element: etree._Element) -> Iterator[etree._Element]:
    """What stands in the same boxes before the element, the nearest box first."""
    for level in (element, *islice(element.iterancestors(), CLIMB)):
        for sibling in level.itersiblings(preceding=True):
            yield from sibling.iter("*")


def _telling(elements: Iterator[etree._Element]) -> Iterator[Near]:
    """The elements that hold a short line, with it, until the story itself has begun."""
    paragraphs = 0
    for element in elements:
        if element.tag in SKIPPED:
            continue
        line = short_line(element)
        if line:
            yield Near(element, marks(element), line)
        elif line is None and element.tag == "p":
            paragraphs += 1
            if paragraphs == STORY_PARAGRAPHS:
                return


def marks(element: etree._Element) -> str:
    """What an element is called by those who made the page: where `author` or `date` may stand."""
    return " ".join([str(value)[:200] for name, value in islice(element.items(), MOST_ATTRIBUTES) if name in CALLED])


def short_line(element: etree._Element) -> str | None:
    """The element's text with a bar between its parts, as the page sets them apart; None for more than a line."""
    pieces: list[str] = []
    length = 0
    for seen, piece in enumerate(element.itertext()):
        if piece := str(piece).strip():
            pieces.append(piece)
            length += len(piece) + 3
        if length > LONGEST_LINE + 3 or seen > MOST_PIECES:
            return None
    return plain(" | ".join(pieces))


def text_of(element: etree._Element, longest: int = LONGEST) -> str:
    """The element's text on one line, cut at `longest` characters."""
    pieces: list[str] = []
    length = 0
    for piece in islice(element.itertext(), LONGEST):
        pieces.append(str(piece))
        length += len(piece)
        if length > longest:
            break
    return plain("".join(pieces)[:longest])
