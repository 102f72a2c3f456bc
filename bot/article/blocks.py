"""The body of an HTML page as blocks: what trafilatura finds, or the plainest guess where it finds nothing."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import trafilatura
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura.settings import Document

from bot.model import Block, BlockKind
from bot.text.plain import plain
from bot.text.words import count_words

KINDS = {
    "p": BlockKind.PARAGRAPH,
    "head": BlockKind.SUBHEAD,
    "item": BlockKind.ITEM,
    "quote": BlockKind.QUOTE,
    "row": BlockKind.ITEM,
}
CONTAINERS = ("body", "div", "list", "table", "row", "code")
BREAKS = ("lb", "cell")
LEAST_WORDS = 25


def found_blocks(tree: HtmlElement) -> list[Block]:
    """All that may be the story, in reading order, with what stands around it still in it."""
    found = _extracted(tree)
    # On a page with few words trafilatura gives up on paragraphs and runs all its text together.
    if len(found) < 2 or _words(found) < LEAST_WORDS:
        plainest = _best_paragraphs(tree)
        if _words(plainest) > _words(found) / 2:
            return plainest
    return found


def _words(blocks: list[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)


def _extracted(tree: HtmlElement) -> list[Block]:
    """What trafilatura takes for the body; nothing where a tree is too deep for it."""
    try:
        document = trafilatura.bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False)
        body = document.body if isinstance(document, Document) else None
        return list(_blocks(body)) if body is not None else []
    except RecursionError:
        return []


def _best_paragraphs(tree: HtmlElement) -> list[Block]:
    """The paragraphs of the one element that holds most of them: plain, but no depth can hide them."""
    by_parent: dict[HtmlElement, list[Block]] = {}
    for tag in tree.iter("p"):
        parent, text = tag.getparent(), plain(tag.text_content())
        if parent is not None and text:
            by_parent.setdefault(parent, []).append(Block(text))
    return max(by_parent.values(), key=lambda blocks: sum(len(block.text) for block in blocks), default=[])


def _blocks(element: _Element, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Block]:
    """The element's own text and its inner blocks, in reading order."""
    pieces: list[str] = [element.text or ""]
    for child in element:
        tag = str(child.tag)
        if tag in KINDS or tag in CONTAINERS:
            yield from _block(pieces, kind)
            pieces = []
            inner = KINDS.get(tag, kind)
            # A paragraph inside a list item or a quote is still a part of it.
            yield from _blocks(child, kind if inner is BlockKind.PARAGRAPH else inner)
        else:
            pieces.append(" " if tag in BREAKS else "")
            pieces += [str(piece) for piece in child.itertext()]
        pieces.append(child.tail or "")
    yield from _block(pieces, kind)


def _block(pieces: list[str], kind: BlockKind) -> Iterator[Block]:
    text = plain("".join(pieces))
    if text:
        yield Block(text, kind)
