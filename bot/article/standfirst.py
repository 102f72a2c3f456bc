"""The line under the headline, where a reader sees one: never a description that only search engines get."""

from __future__ import annotations

from collections.abc import Sequence

from bot.article.hints import Hints
from bot.article.layout import HEADINGS, Layout
from bot.article.marks import STANDFIRST
from bot.article.pieces import Piece
from bot.text.words import words

SHORTEST, LONGEST = 25, 700
NEAREST = 12
"""Pieces after the headline among which it is looked for."""

CUT_OFF = ("…", "...", "[…]", "[...]")
PRESENTED = 80
IS = [["is"], ["writes"], ["covers"], ["ist"], ["schreibt"], ["es"], ["escribe"], ["écrit"]]

ENOUGH = 5
"""Words from which the beginning of a description that was cut off tells that a line is the same."""


def find_standfirst(layout: Layout, hints: Hints, kept: Sequence[int]) -> int | None:
    """The piece that is the standfirst; None where there is none. `kept`: the pieces of the story, in order."""
    opening = next((at for at in kept if layout.pieces[at].prose), None)
    if opening is None:
        return None
    start = layout.title_at if layout.title_at is not None else max(opening - NEAREST, -1)
    for at in range(start + 1, min(opening + 1, start + 1 + NEAREST)):
        piece = layout.pieces[at]
        if (
            SHORTEST <= len(piece.text) <= LONGEST
            and not _opens_body(layout, at, kept)
            and _is_one(layout, piece, hints)
        ):
            return at
    return None


def _is_one(layout: Layout, piece: Piece, hints: Hints) -> bool:
    if piece.linked > len(piece.text) / 2 or piece.tag == "h1" or piece.text.casefold() == hints.title.casefold():
        return False
    if says_summary(piece.text, hints.summary):
        return True
    return piece.tag != "li" and _marked(layout, piece) and not _presents(piece.text, hints.authors)


def _presents(text: str, authors: Sequence[str]) -> bool:
    """`Ana Ruiz is a reporter who …`: what some sites tell of their writers under the headline."""
    opening = words(text[:PRESENTED])
    names = (words(author) for author in authors)
    return any(
        name and opening[: len(known)] == known and opening[len(known) : len(known) + 1] in IS
        for name in names
        for known in (name, name[:1])
    )


def says_summary(text: str, summary: str) -> bool:
    """The page's own description, whole or as much as the page gives of it."""
    whole, cut = words(summary.rstrip("….[] ")), summary.endswith(CUT_OFF)
    told = words(text)
    if cut:
        whole = whole[:-1]
    return len(whole) >= ENOUGH and (told == whole or (cut and told[: len(whole)] == whole))


def _marked(layout: Layout, piece: Piece) -> bool:
    box = layout.boxes[piece.box]
    near = [box, layout.boxes[max(box.parent, 0)]] if box.parent >= 0 else [box]
    return any(STANDFIRST.search(each.marks) is not None and each.prose <= LONGEST for each in near)


def _opens_body(layout: Layout, at: int, kept: Sequence[int]) -> bool:
    """A paragraph like those that follow it, in the same box: the story itself begins so."""
    piece = layout.pieces[at]
    box = layout.boxes[piece.box]
    following = next((other for other in kept if other > at and layout.pieces[other].tag not in HEADINGS), None)
    if following is None:
        return True
    next_box = layout.boxes[layout.pieces[following].box]
    alike = piece.tag == layout.pieces[following].tag and box.marks == next_box.marks
    return next_box.index == box.index or (alike and next_box.parent == box.parent)
