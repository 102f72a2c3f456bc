"""The story on a page: the pieces that belong to it become blocks, without what stands around and between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from bot.article.agencies import sign_off
from bot.article.dates import is_date_line
from bot.article.furniture import (
    AGO,
    asks_for_click,
    byline_names,
    is_trailer,
    presents_writer,
    related_headline,
    split_credit,
)
from bot.article.hints import Hints
from bot.article.judge import Judge
from bot.article.layout import HEADINGS, Layout, is_stopped
from bot.article.notes import is_sign_off
from bot.article.pieces import ITEM, QUOTE, Piece
from bot.article.standfirst import find_standfirst
from bot.model import Block, BlockKind
from bot.text.words import count_words, words

LABEL_WORDS = 3
TRAILER_WORDS = 40
CREDIT_LENGTH, LINE = 300, 160
SIGN_OFF_PIECES, AFTER = 3, 8
"""How many of the last pieces may be the sign-off; how many pieces after the story still belong to it."""

GAP, LONGEST_GAP = 0.1, 4
SUBHEAD_WORDS, HEADING = 14, 60
HEADLINE_SHARE = 0.6
INITIAL = re.compile(r"[B-DF-HJL-NP-RTXÄÖÜ] [a-zäöüß]")
"""Letters that are words of some language stay as they are."""

REPEATED = 40
"""Characters from which the same line twice is a repetition."""


@dataclass(frozen=True, slots=True)
class Story:
    """`related`: headlines of other stories, each with the element it stands in."""

    body: tuple[Block, ...] = ()
    standfirst: str = ""
    related: Mapping[str, _Element] = field(default_factory=dict)
    agencies: tuple[str, ...] = ()
    sign_off: str = ""


def find_story(layout: Layout, hints: Hints, judge: Judge, captions: Iterable[str]) -> Story:
    """`captions`: the texts of the page's pictures, which are no part of its body."""
    chances = judge.chances(layout, hints)
    kept = with_gaps(layout, chances, judge.least)
    if not kept:
        return Story()
    under = find_standfirst(layout, hints, kept)
    inside, furniture = set(kept), {hints.title.casefold(), *(caption.casefold() for caption in captions)}
    gathered, middle = Gathered(), kept[len(kept) // 2]
    for at in range(kept[0], min(kept[-1] + 1 + AFTER, len(layout.pieces))):
        piece = layout.pieces[at]
        if at > middle and len(piece.text) <= HEADING and presents_writer(piece.text):
            break
        if at != under and piece.text.casefold() not in furniture:
            gathered.take(
                piece, layout.boxes[piece.box].element, told=at in inside, ends=at >= kept[-1] - SIGN_OFF_PIECES
            )
    standfirst = layout.pieces[under].text if under is not None else ""
    return gathered.story(standfirst, hints.title)


def with_gaps(layout: Layout, chances: Sequence[float], least: float) -> list[int]:
    """The pieces with `least` chance; and the short sentences between two such paragraphs of the same kind."""
    kept: list[int] = []
    for at, chance in enumerate(chances):
        if chance >= least:
            if kept and at - kept[-1] <= LONGEST_GAP:
                between = range(kept[-1] + 1, at)
                kept += [gap for gap in between if chances[gap] >= GAP and _is_between(layout, kept[-1], gap, at)]
            kept.append(at)
    return kept


def _is_between(layout: Layout, before: int, at: int, after: int) -> bool:
    """All three are unlinked paragraphs of the same box, called the same."""
    piece = layout.pieces[at]
    if piece.tag != "p" or piece.linked or not is_stopped(piece.text):
        return False
    boxes = [layout.boxes[layout.pieces[each].box] for each in (before, at, after)]
    return len({(box.parent, box.tag, box.marks) for box in boxes}) == 1


class Gathered:
    """What the pieces of a story, and those between and right after them, turn out to be."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._related: dict[str, _Element] = {}
        self._agencies: tuple[str, ...] = ()
        self._sign_off = ""
        self._seen: set[str] = set()

    def take(self, piece: Piece, element: _Element, *, told: bool, ends: bool) -> None:
        """`told`: the piece was judged to be the story's; `ends`: it stands where stories are signed."""
        text = piece.text
        if len(text) >= REPEATED and text in self._seen:
            return
        if ends and is_sign_off(text):
            self._sign_off = text
            self._agencies = sign_off(text) or self._agencies
        elif other := _other_story(piece):
            self._related.setdefault(other, element)
        elif told and not _is_furniture(text):
            self._seen.add(text)
            self._blocks.append(Block(_with_initial(text), kind_of(piece)))

    def story(self, standfirst: str, title: str) -> Story:
        blocks = tuple(_without_headline(_without_loose_subheads(self._blocks), title))
        return Story(blocks, standfirst, self._related, self._agencies, self._sign_off)


def _with_initial(text: str) -> str:
    """A large first letter that is set apart goes to its word."""
    return text[0] + text[2:] if text[1:2] == " " and INITIAL.match(text) else text


def kind_of(piece: Piece) -> BlockKind:
    if piece.tag in HEADINGS:
        return BlockKind.SUBHEAD
    if piece.inside & ITEM or piece.tag in ("tr", "dt", "dd"):
        return BlockKind.ITEM
    bold = piece.bold > 0.9 * len(piece.text) and piece.text.count(" ") < SUBHEAD_WORDS
    if bold and not is_stopped(piece.text):
        return BlockKind.SUBHEAD
    return BlockKind.QUOTE if piece.inside & QUOTE else BlockKind.PARAGRAPH


def _other_story(piece: Piece) -> str:
    """The headline of another story that a line leads to; empty for the story's own."""
    text = piece.text
    lone = piece.linked > 0.9 * len(text) and not piece.inside & ITEM and piece.tag not in HEADINGS
    if lone and not is_stopped(text) and count_words(text) > LABEL_WORDS:
        return text
    return related_headline(text)


def _is_furniture(text: str) -> bool:
    """Only short lines are."""
    length = len(text)
    if length >= CREDIT_LENGTH:
        return False
    if length < LINE and (asks_for_click(text) or AGO.match(text) or is_date_line(text) or byline_names(text)):
        return True
    about = is_trailer(text) or split_credit(text) is not None
    return about and count_words(text) <= TRAILER_WORDS


def _without_loose_subheads(blocks: Sequence[Block]) -> list[Block]:
    """A subhead at the end is a label of what was cut away."""
    kept = list(blocks)
    while kept and kept[-1].kind is BlockKind.SUBHEAD:
        kept.pop()
    return kept


def _without_headline(blocks: Sequence[Block], title: str) -> Sequence[Block]:
    """A heading that opens the body and says what the title says, or most of it, is the headline once more."""
    if not blocks or blocks[0].kind is not BlockKind.SUBHEAD:
        return blocks
    first, whole = letters(blocks[0].text), letters(title)
    said_again = first in whole and len(first) >= HEADLINE_SHARE * len(whole)
    return blocks[1:] if first and said_again else blocks


def letters(text: str) -> str:
    """What two spellings of a headline share, whatever dashes and quotes stand in them."""
    return "".join(words(text))
