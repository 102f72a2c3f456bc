"""Where on a page the prose is: how much of it each box holds, the title's place, the box that holds the story."""

from __future__ import annotations

from collections.abc import Sequence

from bot.article.marks import kind_of
from bot.article.pieces import ASIDE, DIALOG, FOOTER, NAV, Box, Piece, ancestors
from bot.text.words import words

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
STOPS = frozenset(".!?…。！？।؟۔:")
CLOSING = "\"'”’»“)]"
SHORT_PROSE, LONG_PROSE, LEAST_PROSE = 40, 80, 12
OWN_PARAGRAPHS = ("div", "td", "section", "article", "main", "body", "center")
OWN_LENGTH = 200
"""Characters from which a box that holds loose text counts as the parent of its own paragraphs."""

WEIGHT_AROUND = 0.15
BESIDE = FOOTER | ASIDE | NAV | DIALOG
BIG = 0.4
"""A box with this share of the page's prose is the story, whatever its marks say."""

CORE, WIDER = 0.55, 0.75
STORY, ANOTHER = 600.0, 300.0
"""Prose, in characters, that makes a story told, and another one worth to be left out."""

OPENING = 0.1
"""The share of another story's prose that may stand above its heading."""

SUBHEADS = 2
"""So many main headings are subheads of one story."""

TITLE_TAGS = ("h1", "h2", "h3", "div", "p", "header", "section")


class Layout:
    """Sums over boxes, each computed once for a page. Lengths are in characters of prose."""

    def __init__(self, pieces: Sequence[Piece], boxes: Sequence[Box], title: str) -> None:
        self.pieces, self.boxes = pieces, boxes
        self._marked: dict[int, tuple[bool, bool, int]] = {}
        self._sum_prose()
        self.most_near = max((box.near for box in boxes), default=0.0) or 1.0
        self.nearer = self._nearer()
        self.most_nearer = max(self.nearer) or 1.0
        self.best = max(range(len(boxes)), key=lambda at: (self.nearer[at], at))
        self._weigh()
        self.core, self.wider = self._core(CORE), self._core(WIDER)
        self.title_at = self._title_at(words(title))
        self.title_box = self._title_box()
        self.others = self._other_stories()

    def _sum_prose(self) -> None:
        boxes = self.boxes
        self.own = [0.0] * len(boxes)
        for piece in self.pieces:
            piece.prose = prose(piece)
            self.own[piece.box] += piece.prose
        for box, own in zip(boxes, self.own, strict=True):
            box.prose = own
            if own:
                loose = box.parent < 0 or (box.tag in OWN_PARAGRAPHS and own >= OWN_LENGTH)
                boxes[box.index if loose else box.parent].near += own
        for box in reversed(boxes):
            if box.parent >= 0:
                boxes[box.parent].prose += box.prose
        self.total = boxes[0].prose or 1.0

    def _nearer(self) -> list[float]:
        """What a box's own paragraphs hold, and those of the boxes right inside."""
        sums = [0.0] * len(self.boxes)
        for box in self.boxes:
            if box.near:
                sums[box.index] += box.near
                if box.parent >= 0:
                    sums[box.parent] += box.near
        return sums

    def _weigh(self) -> None:
        """`weighed`: a box's prose, where what stands around a story counts little."""
        for box, own in zip(self.boxes, self.own, strict=True):
            if own:
                around = box.inside & BESIDE or self.marked(box.index)[0]
                box.weighed = own * WEIGHT_AROUND if around else own
        for box in reversed(self.boxes):
            if box.parent >= 0:
                self.boxes[box.parent].weighed += box.weighed
        self.all_weighed = self.boxes[0].weighed or 1.0

    def _core(self, share: float) -> int:
        """The deepest box that still holds `share` of the weighed prose."""
        heavy = [box.index for box in self.boxes if box.weighed >= share * self.all_weighed]
        return max(heavy, default=0)  # above one half such boxes lie inside each other: the last is the deepest

    def marked(self, index: int) -> tuple[bool, bool, int]:
        """(stands around the story by its own marks or those of a box around it, holds a story by its marks,
        its own marks: 1 around, 2 within)."""
        known = self._marked.get(index)
        return self._mark(index) if known is None else known

    def _mark(self, index: int) -> tuple[bool, bool, int]:
        boxes, known, path = self.boxes, self._marked, []
        while index >= 0 and index not in known:
            path.append(index)
            index = boxes[index].parent
        around, within, own = known[index] if index >= 0 else (False, False, 0)
        for at in reversed(path):
            box = boxes[at]
            own = kind_of(box.marks)
            around = box.prose <= BIG * self.total and (around or own & 1 > 0)
            within = within or own & 2 > 0
            known[at] = around, within, own
        return around, within, own

    def _title_at(self, title: list[str]) -> int | None:
        """The piece that shows the title: the heading that says it, else the first main heading.

        None where most of the prose stands above that: then it is no headline.
        """
        length = sum(map(len, title)) + len(title)
        first = None
        for at, piece in enumerate(self.pieces):
            if piece.tag == "h1" and first is None:
                first = at
            alike = piece.tag in TITLE_TAGS and title and abs(len(piece.text) - length) <= 0.2 * length + 4
            if alike and words(piece.text) == title:
                first = at
                break
        if first is None:
            return None
        above = sum(piece.prose for piece in self.pieces[:first])
        return first if above <= self.total / 2 else None

    def _title_box(self) -> Box | None:
        """The article element (or the main one) that the title stands in."""
        if self.title_at is None:
            return None
        around = ancestors(self.boxes, self.pieces[self.title_at].box)
        return next((self.boxes[at] for at in around if self.boxes[at].tag in ("article", "main")), None)

    def _other_stories(self) -> list[Box]:
        """The boxes of further stories on the same page: under a main heading of their own, when one has been told."""
        if self.title_at is None or all(piece.tag != "h1" for piece in self.pieces[self.title_at + 1 :]):
            return []
        title, told = self.pieces[self.title_at], 0.0
        found: list[Box] = []
        around = set(ancestors(self.boxes, title.box))
        told_before: dict[int, float] = {}
        for piece in self.pieces[self.title_at + 1 :]:
            if found and self.holds(found[-1].index, piece.box):
                continue
            for at in ancestors(self.boxes, piece.box):
                if at in around or at in told_before:
                    break
                told_before[at] = told
            told += piece.prose
            if piece.tag == "h1" and piece.text != title.text:
                box = self._largest_apart(piece.box, around)
                if box is None or told_before[box] < STORY or told - told_before[box] > OPENING * self.boxes[box].prose:
                    continue
                if self._may_be_another(box, told_before):
                    found.append(self.boxes[box])
        return found if len(found) < SUBHEADS else []

    def _may_be_another(self, index: int, earlier: dict[int, float]) -> bool:
        """With prose of its own, and not one more part of the story in a box like those before."""
        box = self.boxes[index]
        alike = any(
            at < index and self.boxes[at].parent == box.parent and self.boxes[at].marks == box.marks for at in earlier
        )
        return box.prose >= ANOTHER and not (alike and box.marks)

    def _largest_apart(self, index: int, around: set[int]) -> int | None:
        """The largest box around `index` that is none of `around`."""
        apart = None
        for at in ancestors(self.boxes, index):
            if at in around:
                break
            apart = at
        return apart

    def holds(self, outer: int, inner: int) -> bool:
        return outer <= inner <= self.boxes[outer].end


def prose(piece: Piece) -> float:
    """How much of `piece` is running text, in characters: headings, captions, links and labels count nothing."""
    length = len(piece.text)
    bare = length - piece.linked
    if piece.linked > length / 2 or piece.tag in HEADINGS or piece.tag == "figcaption":
        return 0.0
    stopped = is_stopped(piece.text)
    paragraph = piece.tag == "p"
    if bare < SHORT_PROSE and not (paragraph and stopped and bare > LEAST_PROSE):
        return 0.0
    return float(bare) if paragraph or stopped or bare >= LONG_PROSE else bare / 2


def is_stopped(text: str) -> bool:
    """Whether `text` ends as sentences do."""
    return text[-1] in STOPS or text.rstrip(CLOSING)[-1:] in STOPS
