"""What speaks for or against each piece of a page being the story: numbers between about 0 and 1, in a fixed order.

`NAMES` is that order; the weights that `bot.article.judge` reads are for the same names.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log

from bot.article.furniture import asks_for_click, is_trailer
from bot.article.hints import Hints
from bot.article.layout import HEADINGS, Layout, is_stopped
from bot.article.marks import CODE, FILLER, WORDS
from bot.article.pieces import ASIDE, CAPTION, FIGURE, FOOTER, FORM, ITEM, MAIN, NAV, Piece

SHAPE = (
    "length length2 linked linked_all stopped question colon digits"
    " tag_p tag_h1 tag_h tag_li tag_div tag_tr tag_figcaption tag_pre"
).split()
INSIDE = (
    "in_main in_aside in_form in_figure in_caption in_item item_near item_short news news_item news_short blog"
).split()
PLACE = (
    "near near_above nearer_two_above share_three_up in_core alike"
    " around within within_own around_parent other_article after title_here title_close told told_all"
).split()
BESIDE = "before_linked before_length after_linked after_length".split()
WORDING = "small_print small_print_dense click trailer title_words is_title".split()
STANDING = (*SHAPE, *INSIDE, *PLACE, *BESIDE)
NAMES = (*STANDING, *WORDING)

LONGEST = 8.0
LONG_LINK, LINK_BOX = 0.9, 0.05
SHORT_LINE, LINE = 160, 300
LOOKED_AT, TELLING = 400, 4
MOST_CODE = 3
TAGS = ("p", "h1", "", "li", "div", "tr", "figcaption", "pre")
TAG_ROWS = {
    tag: tuple(float(tag == each or (not each and tag in HEADINGS)) for each in TAGS) for tag in (*TAGS, *HEADINGS)
}
NO_TAG = (0.0,) * len(TAGS)
INSIDE_BITS = (MAIN, ASIDE, FORM, FIGURE, CAPTION, ITEM)
DIGIT = re.compile(r"\d")
NOTHING = (1.0, 0.0)
EDGES = ".,:;!?()\"'"


class Signals:
    """The signals of a page's pieces. `hopeless` says of which nothing needs to be known."""

    def __init__(self, layout: Layout, hints: Hints) -> None:
        self.layout, self.hints = layout, hints
        self.pieces, self.boxes = layout.pieces, layout.boxes
        self._core_end = self.boxes[layout.core].end
        self._title = hints.title.casefold().strip()
        self._telling = {word for word in f"{hints.title} {hints.summary}".casefold().split() if len(word) >= TELLING}
        self._alike: Counter[tuple[int, str, str]] = Counter()
        for piece in self.pieces:
            if piece.prose:
                self._alike[self._kind(piece)] += int(piece.prose)
        self._lines = [(piece.linked / len(piece.text), _long(piece.text)) for piece in self.pieces]
        self._tell_range()
        self._by_parent: dict[int, tuple[float, ...]] = {}
        self._by_inside: dict[int, tuple[float, ...]] = {}

    def _kind(self, piece: Piece) -> tuple[int, str, str]:
        box = self.boxes[piece.box]
        return box.parent, piece.tag, box.marks

    def _tell_range(self) -> None:
        """The last piece of prose near the best box, and how much prose the wider core tells before each piece."""
        layout, boxes, best = self.layout, self.boxes, self.layout.best
        self.last = 0
        self._told, told = [], 0.0
        for at, piece in enumerate(self.pieces):
            self._told.append(told)
            if piece.prose:
                told += piece.prose if layout.holds(layout.wider, piece.box) else 0.0
                parent = max(boxes[piece.box].parent, 0)
                if best in (piece.box, parent, boxes[parent].parent):
                    self.last = at
        self._all_told = told or 1.0

    def hopeless(self, at: int) -> bool:
        """Above the title, in the page's footer or another story, a lone link in a menu, code, filler."""
        piece = self.pieces[at]
        title = self.layout.title_at
        if (title is not None and at < title) or piece.inside & FOOTER:
            return True
        if any(other.index <= piece.box <= other.end for other in self.layout.others):
            return True
        if piece.linked > LONG_LINK * len(piece.text):
            above = self.boxes[max(self.boxes[piece.box].parent, 0)].parent
            lonely = self.layout.nearer[max(above, 0)] < LINK_BOX * self.layout.most_nearer
            return bool(piece.inside & NAV) or lonely
        return piece.text.count(CODE) > MOST_CODE or piece.text.startswith(FILLER)

    def of(self, at: int) -> list[float]:
        """The signals of piece `at`, in the order of `NAMES`."""
        return [*self.standing(at), *self.wording(at)]

    def standing(self, at: int) -> tuple[float, ...]:
        """The signals of how and where the piece stands, in the order of `STANDING`."""
        piece = self.pieces[at]
        parent = max(self.boxes[piece.box].parent, 0)
        above = self._by_parent.get(parent) or self._seen_from(parent)
        return self._shape(at, piece) + self._inside(piece, above) + self._place(at, piece, above) + self._beside(at)

    def _shape(self, at: int, piece: Piece) -> tuple[float, ...]:
        text = piece.text
        linked, length = self._lines[at]
        start = text[:100]
        return (
            length,
            length * length,
            linked,
            linked > LONG_LINK,
            is_stopped(text),
            text[-1] in "?？",
            text[-1] == ":",
            len(DIGIT.findall(start)) / len(start),
            *TAG_ROWS.get(piece.tag, NO_TAG),
        )

    def _inside(self, piece: Piece, above: tuple[float, ...]) -> tuple[float, ...]:
        inside, news, length = piece.inside, self.hints.news, len(piece.text)
        bits = self._by_inside.get(inside)
        if bits is None:
            bits = self._by_inside[inside] = tuple(inside & bit > 0 for bit in INSIDE_BITS)
        item = inside & ITEM > 0
        return (
            *bits,
            item and above[0],
            item and length < 60,
            news,
            news and item,
            news and length < 40,
            self.hints.blog,
        )

    def _seen_from(self, parent: int) -> tuple[float, ...]:
        """What all pieces in boxes right inside `parent` share."""
        layout, boxes = self.layout, self.boxes
        above = max(boxes[parent].parent, 0)
        two_above = max(boxes[above].parent, 0)
        row = (
            boxes[above].near / layout.most_near,
            layout.nearer[two_above] / layout.most_nearer,
            boxes[two_above].weighed / layout.all_weighed,
            boxes[parent].near / layout.most_near,
            layout.marked(parent)[2] & 1,
        )
        self._by_parent[parent] = row
        return row

    def _place(self, at: int, piece: Piece, above: tuple[float, ...]) -> tuple[float, ...]:
        layout, own = self.layout, piece.box
        around, within, marks = layout.marked(own)
        title, title_box = layout.title_at, layout.title_box
        told = self._told[at] / self._all_told
        return (
            max(self.boxes[own].near / layout.most_near, above[3]),
            *above[:3],
            layout.core <= own <= self._core_end,
            min(1.0, self._alike[self._kind(piece)] / layout.most_near),
            around,
            within,
            marks >> 1,
            above[4],
            title_box is not None and not title_box.index <= own <= title_box.end,
            at > self.last,
            at == title,
            title is not None and 0 < at - title <= 3,
            told,
            told > 0.98,
        )

    def _beside(self, at: int) -> tuple[float, float, float, float]:
        before = self._lines[at - 1] if at else NOTHING
        after = self._lines[at + 1] if at + 1 < len(self._lines) else NOTHING
        return before + after

    def wording(self, at: int) -> tuple[float, ...]:
        """The signals of the piece's own words, in the order of `WORDING`."""
        piece = self.pieces[at]
        text, length = piece.text, len(piece.text)
        folded = _folded(text)
        printed = sum(map(WORDS.__contains__, folded))
        line = length < LINE
        return (
            min(1.0, printed / 4),
            min(1.0, 3 * printed / len(folded)) if folded else 0.0,
            length < SHORT_LINE and asks_for_click(text),
            line and is_trailer(text),
            min(1.0, len(self._telling.intersection(folded)) / 3),
            line and text.casefold() == self._title,
        )


def _folded(text: str) -> list[str]:
    return [word.strip(EDGES) for word in text[:LOOKED_AT].casefold().split()]


def _long(text: str) -> float:
    """Its length on a scale from 0 to 1."""
    return min(log(len(text)), LONGEST) / LONGEST
