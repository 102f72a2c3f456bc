"""The story's blocks alone: without headline, bylines, dates, captions, calls to click, other stories and sign-off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from bot.article.agencies import dateline, sign_off
from bot.article.dates import is_date_line
from bot.article.furniture import AGO, CLICKS, TRAILERS, byline_names, related_headline, split_credit
from bot.article.metadata import Metadata
from bot.model import Block, BlockKind, Caption
from bot.text.plain import plain
from bot.text.words import count_words, words

TRAILER_WORDS = 40
LONE_LABEL_WORDS = 3
SIGN_OFF_BLOCKS = 4
LINES = ("p", "div", "li", "h2", "h3", "h4", "h5", "span", "strong", "b", "em")


@dataclass(frozen=True, slots=True)
class Trimmed:
    body: tuple[Block, ...]
    related: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def trimmed(found: Sequence[Block], said: Metadata, captions: Sequence[Caption], linked: frozenset[str]) -> Trimmed:
    """`linked`: the page's lines that are nothing but a link, as `linked_lines` gives them."""
    furniture = {_key(caption.text) for caption in captions} | {_key(said.title)}
    kept: list[Block] = []
    related: list[str] = []
    agencies: tuple[str, ...] = ()
    seen: set[str] = set()
    for at, block in enumerate(found):
        key = _key(block.text)
        if not key or key in furniture or (key in seen and count_words(block.text) > LONE_LABEL_WORDS):
            continue
        seen.add(key)
        if at >= len(found) - SIGN_OFF_BLOCKS and (signed := sign_off(block.text)) is not None:
            agencies = signed
        elif other := _other_story(block, linked):
            related.append(other)
        elif not (_is_furniture(block.text) or (len(kept) < 2 and _key(said.description) == key)):
            kept.append(block)
    opening = dateline(kept[0].text) if kept else ()
    return Trimmed(
        tuple(_without_loose_subheads(kept)),
        tuple(dict.fromkeys(related)),
        tuple(dict.fromkeys((*opening, *agencies))),
    )


def linked_lines(tree: HtmlElement) -> frozenset[str]:
    """The lines of the page that are one link and no more: mostly the headlines of other stories."""
    return frozenset(_linked(tree))


def _linked(tree: HtmlElement) -> Iterator[str]:
    for link in tree.iter("a"):
        line = link
        while (parent := line.getparent()) is not None and _holds_only(parent, line):
            line = parent
        if line is not link:
            yield plain(link.text_content())


def _holds_only(parent: HtmlElement, child: HtmlElement) -> bool:
    return (
        parent.tag in LINES and len(parent) == 1 and not (parent.text or "").strip() and not (child.tail or "").strip()
    )


def _other_story(block: Block, linked: frozenset[str]) -> str:
    """The headline of another story that `block` leads to; empty for the story's own."""
    alone = block.text in linked and block.kind is BlockKind.PARAGRAPH and not block.text.endswith((".", "。"))
    return block.text if alone and count_words(block.text) > LONE_LABEL_WORDS else related_headline(block.text)


def _is_furniture(text: str) -> bool:
    if CLICKS.match(text) or AGO.match(text) or is_date_line(text) or byline_names(text):
        return True
    short = count_words(text) <= TRAILER_WORDS
    return short and (TRAILERS.match(text) is not None or (split_credit(text) is not None and len(text) < 300))


def _without_loose_subheads(blocks: list[Block]) -> list[Block]:
    """A subhead over nothing is a label of what was cut away."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if block.kind is BlockKind.SUBHEAD and (not kept or kept[-1].kind is BlockKind.SUBHEAD):
            continue
        kept.append(block)
    return kept[::-1]


def _key(text: str) -> str:
    return " ".join(words(text))
