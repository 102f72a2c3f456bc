"""Pages made older: without class names, without HTML5's tags, with line breaks for paragraphs.

The labelled pages are of the last years; a reader must not need what older and smaller sites do not have.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

MARKS = ("class", "id", "role", "itemprop")
MODERN = (
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "section",
    "figure",
    "figcaption",
    "details",
    "summary",
)


def without_marks(root: etree._Element) -> None:
    for element in root.iter():
        for name in MARKS:
            if name in element.attrib:
                del element.attrib[name]


def without_modern_tags(root: etree._Element) -> None:
    for element in root.iter(*MODERN):
        element.tag = "div"


def without_both(root: etree._Element) -> None:
    without_marks(root)
    without_modern_tags(root)


def with_line_breaks(root: etree._Element) -> None:
    without_both(root)
    for paragraph in list(root.iter("p")):
        last = etree.Element("br")
        last.tail, paragraph.tail = paragraph.tail, None
        paragraph.addnext(last)
        paragraph.addnext(etree.Element("br"))
        paragraph.tag = "span"


AGED: tuple[Callable[[etree._Element], None], ...] = (
    without_marks,
    without_modern_tags,
    without_both,
    with_line_breaks,
)
