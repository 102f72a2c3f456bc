"""An HTML page becomes an `Article`: body by trafilatura, trimmed; furniture and metadata by our own rules."""

from __future__ import annotations

import re
from datetime import datetime
from typing import cast
from urllib.parse import urlsplit

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from bot.article.blocks import found_blocks
from bot.article.completeness import how_much, is_front_page, what_instead
from bot.article.metadata import Metadata, read_metadata
from bot.article.pictures import captions
from bot.article.trim import linked_lines, trimmed
from bot.errors import NotAnArticle
from bot.model import Article, Block, BlockKind, RelatedLink
from bot.text.language import guess
from bot.text.plain import plain
from bot.text.words import count_words, words

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BOXES = re.compile(r"</?(?:div|span|section|center|font|b|i|u|em|strong|table|tbody|tr|td|ul|li|blockquote)\b[^<>]*>")
PARSER_DEPTH = 2000
"""libxml2 drops all that lies deeper than 2048 elements."""

SAMPLE = 6000
MOST_VISIBLE = 200_000
LEAST_OPENING, OPENING_WORDS = 4, 12
"""How many first words must be, and are looked at to be, those of the body."""

WORDS = lxml.etree.XPath(
    "//text()[normalize-space() and not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)


def read_html(text: str, url: str | None, now: datetime | None = None) -> Article:
    """Raises `NotAnArticle`."""
    tree = _parsed(text)
    said = read_metadata(tree, url, now)
    pictures = captions(tree)
    visible = _visible(tree)
    story = trimmed(found_blocks(tree), said, pictures, linked_lines(tree))
    body = story.body
    _refuse(said, visible, body, tree, url)
    completeness, reason = how_much(visible, body, said.free, said.description)
    return Article(
        title=said.title or body[0].text,
        body=body,
        standfirst=_standfirst(said, body),
        url=url,
        canonical_url=said.canonical_url,
        captions=pictures,
        related_links=tuple(RelatedLink(line) for line in story.related),
        published=said.published,
        modified=said.modified,
        authors=said.authors,
        publisher=said.publisher,
        site_name=said.site_name,
        section=said.section,
        keywords=said.keywords,
        paywalled=said.paywalled,
        found_in=said.found_in,
        agencies=tuple(dict.fromkeys((*said.agencies, *story.agencies))),
        language=guess(" ".join(block.text for block in body)[:SAMPLE]) or said.language,
        image_url=said.image_url,
        completeness=completeness,
        completeness_reason=reason,
    )


def _parsed(text: str) -> HtmlElement:
    """The tree; of a page nested deeper than the parser goes, the tree without its boxes."""
    tree = _tree(text)
    if _last_depth(tree) >= PARSER_DEPTH:
        tree = _tree(BOXES.sub(" ", text))
    return tree


def _tree(text: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    cleaned = DECLARATION.sub("", text)
    try:
        tree = lxml.html.document_fromstring(cleaned.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError as error:
        raise NotAnArticle("empty") from error
    if not isinstance(tree, HtmlElement):
        raise NotAnArticle("empty")
    return tree


def _last_depth(tree: HtmlElement) -> int:
    """How deep the last element lies: where the parser gave up, if it did."""
    last = tree
    while len(last):
        last = last[-1]
    return sum(1 for _ in last.iterancestors())


def _visible(tree: HtmlElement) -> str:
    """The words of the page, in order, without scripts; enough of them to tell what kind of page it is."""
    pieces: list[str] = []
    length = 0
    for piece in cast("list[str]", WORDS(tree)):
        pieces.append(piece)
        length += len(piece)
        if length > MOST_VISIBLE:
            break
    return plain(" ".join(pieces))


def _refuse(said: Metadata, visible: str, body: tuple[Block, ...], tree: HtmlElement, url: str | None) -> None:
    is_article = "article" in said.kind.lower() or said.published is not None
    instead = what_instead(said.title, visible, body, is_article=is_article)
    if instead is None:
        prose = sum(count_words(block.text) for block in body if block.kind is BlockKind.PARAGRAPH)
        links = sum(1 for _ in tree.iter("a"))
        if url and is_front_page(said.kind, links, prose, urlsplit(url).path):
            instead = "home_page"
    if instead:
        raise NotAnArticle(instead)


def _standfirst(said: Metadata, body: tuple[Block, ...]) -> str:
    """The page's own summary, unless it only says again how the body begins."""
    summary = said.description
    if not summary or summary.casefold() == said.title.casefold():
        return ""
    opening = words(" ".join(block.text for block in body[:3]))
    begun = words(summary)[:OPENING_WORDS]
    return "" if len(begun) > LEAST_OPENING and opening[: len(begun)] == begun else summary
