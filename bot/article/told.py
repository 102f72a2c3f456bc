"""What a page tells, once its kind is known: entries with their times, slides, a film's words, a story in a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.etree import _Element

from bot.article.claims import Claims
from bot.article.entries import gallery_blocks, live_blocks, stamped, video_blocks
from bot.article.kinds import Signs, labels
from bot.article.lengths import body_length
from bot.article.pictures import slides
from bot.article.script_body import script_body
from bot.article.survey import Survey
from bot.model import Block, BlockKind, Caption, StoryKind

LITTLE = 60
"""Words; a body with fewer may have its story elsewhere in the page."""

SLIDES = 3
OPENING = 8
ALIKE = 0.8


def body_of(
    seen: Survey,
    claimed: Claims,
    found: Sequence[Block],
    signs: Signs,
    captions: Sequence[Caption],
    entries: Mapping[_Element, str],
) -> tuple[Block, ...]:
    """`found`, what was taken for the body, with the times of a live blog's `entries`; or what is told elsewhere."""
    body = tuple(found)
    called = labels(signs)
    if StoryKind.LIVE_BLOG in called:
        body = stamped(body, entries)
        updates = live_blocks(claimed)
        body = updates if _words(updates) > 2 * _words(body) else body
    if StoryKind.GALLERY in called and len(captions) >= SLIDES and not any(block.stamp for block in body):
        body = _gallery(body, captions)
    if len(body) > 1 and (_words(body[:OPENING]) >= LITTLE or _words(body) >= LITTLE):
        return body
    words = _words(body)
    other = max(_elsewhere(seen, claimed, captions), key=_words)
    # One long block is a story whose paragraphs were lost; where they are known they are better.
    return other if _words(other) > (words if len(body) > 1 else words * ALIKE) else body


def _gallery(body: tuple[Block, ...], captions: Sequence[Caption]) -> tuple[Block, ...]:
    """What introduces the pictures, then what is said of each; a story with many pictures stays as it is."""
    texts = [caption.text for caption in captions]
    introduction = tuple(block for block in body if not any(text in block.text for text in texts))
    shown = gallery_blocks(captions)
    return (*introduction, *shown) if _words(introduction) < _words(shown) else body


def _elsewhere(seen: Survey, claimed: Claims, captions: Sequence[Caption]) -> list[tuple[Block, ...]]:
    scripted = script_body(seen, claimed)
    if scripted:
        return [scripted]
    shown = captions if len(captions) >= SLIDES else slides(seen)
    film = video_blocks(claimed, "")
    return [film, gallery_blocks(shown) if len(shown) >= SLIDES else ()]


def _words(blocks: Sequence[Block]) -> int:
    return body_length(block for block in blocks if block.kind is not BlockKind.SUBHEAD)
