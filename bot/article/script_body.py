"""The story of a page that shows none of it but holds it in its scripts: JSON-LD, Next.js, Fusion, other states."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from lxml.etree import HTMLParser, ParserError, XMLSyntaxError, _Element, fromstring

from bot.article.claims import Claims
from bot.article.entries import paragraphs
from bot.article.survey import Survey, text_of
from bot.model import Block, BlockKind
from bot.text.plain import plain
from bot.text.words import count_words

LEAST_WORDS = 60
MOST_BYTES = 3_000_000
MOST_VALUES = 50_000
MOST_SCRIPTS = 400
BIG_ENOUGH = 300
MOST_NAMES = 5
ASSIGNED = re.compile(
    r"^\s*(?:(?:var|let|const)\s+)?(?:window\.|self\.|globalThis\.)?[\w.$\[\]\"']{1,80}\s*=\s*(?=[{\[])"
)
FUSION = "globalContent="
PUSHED = re.compile(r"^\s*self\.__next_f\.push\((?=\[)")
STORY_KEYS = frozenset(
    "body bodyhtml body_html articlebody article_body content contenthtml content_html html text fulltext full_text"
    " story storybody maintext main_text articletext article_text bodytext rawhtml markup value".split()
)
TEXT_TYPES = {
    "text": BlockKind.PARAGRAPH,
    "paragraph": BlockKind.PARAGRAPH,
    "p": BlockKind.PARAGRAPH,
    "core/paragraph": BlockKind.PARAGRAPH,
    "header": BlockKind.SUBHEAD,
    "heading": BlockKind.SUBHEAD,
    "subheading": BlockKind.SUBHEAD,
    "subhead": BlockKind.SUBHEAD,
    "core/heading": BlockKind.SUBHEAD,
    "quote": BlockKind.QUOTE,
    "blockquote": BlockKind.QUOTE,
}
"""The `type` of an element of a story, as editing systems name them."""

TYPE_KEYS = ("type", "_type", "__typename", "kind", "component", "name")
CONTENT_KEYS = ("content", "text", "html", "value", "body", "originalHtml")
KINDS = {"p": BlockKind.PARAGRAPH, "li": BlockKind.ITEM, "blockquote": BlockKind.QUOTE} | dict.fromkeys(
    ("h2", "h3", "h4"), BlockKind.SUBHEAD
)
NO_STORY = ("figure", "figcaption", "script", "style", "aside", "iframe", "nav")
MARKS = re.compile(r"\$\$\w{1,40}\$\$|\{\{[^{}]{0,80}\}\}|\[/?\w{1,20}[^\[\]]{0,80}\]")
"""Places that an editing system fills in later."""


def script_body(seen: Survey, claimed: Claims) -> tuple[Block, ...]:
    """The longest story that the scripts hold; empty where none has 60 words. Not cheap: for pages without a body."""
    told = [tuple(Block(line) for line in paragraphs(claimed.body))]
    for value in _values(seen):
        told += _stories(value)
    best = max(told, key=_words)
    return best if _words(best) >= LEAST_WORDS else ()


def _words(blocks: Sequence[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)


def _values(seen: Survey) -> Iterator[Any]:
    """The values that scripts are, hold or assign."""
    for script in seen.of("script")[:MOST_SCRIPTS]:
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if not BIG_ENOUGH < len(text) < MOST_BYTES or "ld+json" in kind:
            continue
        if "json" in kind:
            start: int | None = 0
        elif (at := text.find(FUSION)) >= 0:
            start = at + len(FUSION)
        else:
            match = PUSHED.match(text) or ASSIGNED.match(text)
            start = match.end() if match else None
        if start is not None and (value := _parsed(text[start:].lstrip())) is not None:
            yield value


def _parsed(text: str) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _stories(value: Any) -> Iterator[tuple[Block, ...]]:
    """Texts under a name that stories have, and lists of elements that are paragraphs; outermost first."""
    queue: list[tuple[str, Any]] = [("", value)]
    for key, current in queue:
        if len(queue) > MOST_VALUES:
            return
        if isinstance(current, str):
            if len(current) > BIG_ENOUGH and _is_prose(key, current):
                yield html_blocks(current)
        elif isinstance(current, dict):
            queue += [(str(name).lower(), inner) for name, inner in current.items() if inner]
        elif isinstance(current, list):
            if elements := tuple(_elements(current)):
                yield elements
            queue += [("", inner) for inner in current if inner]


def _is_prose(key: str, text: str) -> bool:
    """Not a state inside a state, with its names and brackets."""
    if text.count('":') > MOST_NAMES:
        return False
    return key in STORY_KEYS or "<p" in text or "<br" in text


def _elements(items: Sequence[Any]) -> Iterator[Block]:
    """The paragraphs of a list such as Fusion's `content_elements`."""
    for item in items[:2000]:
        if not isinstance(item, dict):
            continue
        named = next((str(item[key]).lower() for key in TYPE_KEYS if isinstance(item.get(key), str)), "")
        kind = TEXT_TYPES.get(named)
        text = next((item[key] for key in CONTENT_KEYS if isinstance(item.get(key), str)), "")
        if kind is not None and text:
            yield from (Block(line, kind) for line in paragraphs(text))


def html_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML that is nothing but a story; captions and frames in it are left out."""
    if "<" not in text:
        return tuple(Block(line) for line in paragraphs(text))
    try:
        tree = fromstring(f"<div>{MARKS.sub(' ', text)}</div>", HTMLParser(remove_comments=True, remove_pis=True))
    except (ParserError, XMLSyntaxError, ValueError):
        return ()
    for element in list(tree.iter("*") if tree is not None else ()):
        parent = element.getparent()
        if parent is not None and (element.tag in NO_STORY or "caption" in (element.get("class") or "").lower()):
            tail = element.tail
            element.clear()
            element.tail = tail
    blocks = tuple(_told(tree)) if tree is not None else ()
    return blocks or tuple(Block(line) for line in paragraphs(text))


def _told(tree: _Element) -> Iterator[Block]:
    for element in islice(tree.iter(*KINDS), 5000):
        inside = any(above.tag in KINDS for above in islice(element.iterancestors(), 4))
        if not inside and (line := plain(text_of(element, 20_000))):
            yield Block(line, KINDS[str(element.tag)])
