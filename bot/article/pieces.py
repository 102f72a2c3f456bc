"""A page's text as pieces, in reading order: each is what one block element says itself, with the box it stands in.

One walk over the tree, each node once; everything that judges the pieces works on these lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from bot.article.table_rows import is_data_table, rows
from bot.text.plain import plain

SKIPPED = frozenset(
    """script style noscript template svg iframe object embed canvas audio map math select option textarea input meta
    link head title base area param source track datalist progress meter frame frameset applet""".split()
)
INLINE = frozenset(
    """a span b strong i em font u s small sub sup mark abbr time code q cite ins del label bdi bdo kbd var samp tt big
    acronym data wbr nobr strike dfn ruby rb rt rp img picture button""".split()
)
SKIP, LINK, BOLD, BROKEN, OTHER = "skip", "link", "bold", "broken", "inline"
ROLES = {
    **dict.fromkeys(INLINE, OTHER),
    **dict.fromkeys(SKIPPED, SKIP),
    "a": LINK,
    "b": BOLD,
    "strong": BOLD,
    "br": BROKEN,
}
"""What a tag is to the walk; all others are boxes."""

FLAT = tuple(INLINE - {"a", "b", "strong", "img", "button"})
"""Tags that say nothing of a piece: the parser's own code takes them out before the walk."""

BREAK = "\n\n"

ARTICLE, MAIN, HEADER, FOOTER, ASIDE, NAV, FORM, FIGURE, CAPTION, TABLE, ITEM, QUOTE, DIALOG = (
    1 << bit for bit in range(13)
)
INSIDE = {
    "article": ARTICLE,
    "main": MAIN,
    "header": HEADER,
    "footer": FOOTER,
    "aside": ASIDE,
    "nav": NAV,
    "form": FORM,
    "figure": FIGURE,
    "figcaption": CAPTION,
    "table": TABLE,
    "li": ITEM,
    "blockquote": QUOTE,
    "dialog": DIALOG,
}
"""What a piece can stand inside of, as bits."""


MENUS = {"nav": ("p", "h1", "article", "main"), "footer": ("h1", "article", "main")}
"""Boxes that tell nothing, unless one of these stands inside: then a tag was left open, and they may hold the story."""


class Box:
    """A block element. `parent` and `index` count in the list of boxes; `end` is its last descendant's index."""

    __slots__ = ("_marks", "element", "end", "index", "inside", "near", "parent", "prose", "tag", "weighed")

    def __init__(self, index: int, parent: int, element: etree._Element, tag: str, inside: int) -> None:
        self.index, self.parent, self.element, self.tag = index, parent, element, tag
        self.inside = inside | INSIDE[tag] if tag in INSIDE else inside
        self.end = index
        self.prose = self.near = self.weighed = 0.0
        self._marks: str | None = None

    @property
    def marks(self) -> str:
        """Class, id and role, in lower case: looked up only where somebody asks."""
        if self._marks is None:
            get = self.element.get
            self._marks = " ".join(filter(None, (get("class"), get("id"), get("role")))).lower()
        return self._marks


class Piece:
    """A run of text. `linked` and `bold` count its characters inside links and bold type."""

    __slots__ = ("bold", "box", "inside", "linked", "prose", "tag", "text")

    def __init__(self, text: str, box: Box, linked: int, bold: int, tag: str = "") -> None:
        self.text, self.box, self.inside, self.tag = text, box.index, box.inside, tag or box.tag
        self.linked, self.bold = min(linked, len(text)), min(bold, len(text))
        self.prose = 0.0


class Walk:
    """One walk over a tree: `pieces` and `boxes`, in document order."""

    def __init__(self, root: etree._Element) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Box] = [Box(0, -1, root, str(root.tag), 0)]
        self._open = [self.boxes[0]]
        self._told: list[str] = []
        self._linked = self._bold = 0
        self._styles = dict.fromkeys((None, *ROLES.values()), 0)
        self._walk(root)

    def _walk(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        next(walk)
        self._tell(root.text or "")
        styles = self._styles
        for event, element in walk:
            role = ROLES.get(element.tag)
            if event == "start":
                if role is SKIP or (role is None and not self._enter(element, element.tag)):
                    walk.skip_subtree()
                    continue
                if role is BROKEN:
                    self._break()
                styles[role] += 1
                text = element.text
            else:
                if role is None and not self._leave(element):
                    break
                styles[role] -= 1
                text = element.tail
            if text and (self._told or not text.isspace()):
                self._tell(text)
        self._flush()

    def _tell(self, text: str) -> None:
        self._told.append(text)
        links, bolds = self._styles[LINK], self._styles[BOLD]
        if links or bolds:
            length = len(text.strip())
            self._linked += length if links else 0
            self._bold += length if bolds else 0

    def _break(self) -> None:
        """Two line breaks in a row end a paragraph, one is a space."""
        told = self._told
        if told and not told[-1].strip() and BREAK in told[-2:]:
            self._flush()
        else:
            told.append(BREAK)

    def _enter(self, element: etree._Element, tag: str) -> bool:
        """False where nothing more needs to be told of what is inside: of a menu, and of a table of data."""
        if self._told:
            self._flush()
        parent = self._open[-1]
        if tag in MENUS and not parent.inside & (NAV | FOOTER) and _is_menu(element, tag):
            self._open.append(parent)
            return False
        box = Box(len(self.boxes), parent.index, element, tag, parent.inside)
        self.boxes.append(box)
        self._open.append(box)
        if tag != "table" or not is_data_table(element):
            return True
        self.pieces += [Piece(text, box, linked, 0, "tr") for text, linked in rows(element)]
        return False

    def _leave(self, element: etree._Element) -> bool:
        """False at the end of the page."""
        if self._told:
            self._flush()
        box = self._open.pop()
        box.end = len(self.boxes) - 1
        return element is not self.boxes[0].element

    def _flush(self) -> None:
        text = " ".join("".join(self._told).split())
        if text and (text.isprintable() or (text := plain(text))):
            self.pieces.append(Piece(text, self._open[-1], self._linked, self._bold))
        self._told = []
        self._linked = self._bold = 0


def _is_menu(element: etree._Element, tag: str) -> bool:
    """Asked once of what stands inside of each other: a thousand menus in a row, each in the last, are none."""
    return next(element.iter(*MENUS[tag]), None) is None


def walked(root: etree._Element) -> tuple[list[Piece], list[Box]]:
    """(pieces, boxes) of the page's body, in document order. Takes the inline tags out of the tree."""
    body = root.find("body")
    etree.strip_tags(root if body is None else body, *FLAT)
    walk = Walk(root if body is None else body)
    walk.boxes[0].end = len(walk.boxes) - 1
    return walk.pieces, walk.boxes


def ancestors(boxes: Sequence[Box], index: int) -> Iterator[int]:
    """`index` and the boxes around it, from the inside out."""
    while index >= 0:
        yield index
        index = boxes[index].parent
