"""An HTML page becomes an `Article`: body by trafilatura, trimmed; furniture and metadata by our own rules."""

from __future__ import annotations

import re
from functools import partial
from typing import cast

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from bot.article import json_ld
from bot.article.blocks import found_blocks
from bot.article.claims import Claims, claims
from bot.article.completeness import Size, how_much, without_wall
from bot.article.impostors import Shown, evidence, what_instead
from bot.article.kinds import Signs, story_kind
from bot.article.metadata import Metadata, read_metadata
from bot.article.notes import corrections, place, signed
from bot.article.pictures import captions
from bot.article.related import absolute, related_links
from bot.article.sites.rules import rule_for, ruled
from bot.article.survey import Role, Survey, survey
from bot.article.tables import tables
from bot.article.told import told
from bot.article.trim import linked_lines, trimmed
from bot.errors import NotAnArticle
from bot.model import Article, Block
from bot.text.language import guess
from bot.text.plain import plain
from bot.text.words import words

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


def read_html(text: str, url: str | None) -> Article:
    """Raises `NotAnArticle`."""
    tree = _parsed(text)
    said = read_metadata(tree, url)
    seen = survey(tree)
    claimed = _claims(seen)
    pictures = captions(seen)
    visible = _visible(tree)
    found = found_blocks(tree)
    story = trimmed(found, said, pictures, linked_lines(tree))
    signs = Signs(claimed.kinds, said.kind.lower(), said.title, "", url, len(pictures), len(seen.of("video")))
    rule = rule_for(url)
    site = ruled(tree, rule) if rule else None
    body = site.body if site else told(tree, seen, claimed, without_wall(story.body), signs, pictures)
    shown = Shown(said.title, url, visible, body)
    if instead := what_instead(evidence(tree, seen, claimed, shown, og_type=said.kind.lower())):
        raise NotAnArticle(instead)
    size = Size(claimed.free, claimed.whole_words, said.description, bool(seen.having(Role.WALL)))
    completeness, reason = how_much(visible, body, size)
    grids = tables(seen)
    return Article(
        title=(site.title if site else "") or said.title or body[0].text,
        body=body,
        standfirst=(site.standfirst if site else "") or _standfirst(said, body),
        url=url,
        canonical_url=said.canonical_url,
        captions=pictures,
        related_links=related_links(seen, partial(absolute, url), story.related, said.canonical_url or url),
        tables=grids,
        corrections=corrections(seen),
        sign_off=signed([block.text for block in found]),
        place=place(body),
        kind=story_kind(signs, body, grids),
        published=said.published,
        modified=said.modified,
        authors=said.authors or (site.authors if site else ()),
        publisher=said.publisher,
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


def _claims(seen: Survey) -> Claims:
    """What the page's JSON-LD says, its scripts parsed."""
    scripts = [tag.text or "" for tag in seen.of("script") if "ld+json" in (tag.get("type") or "").lower()]
    return claims(json_ld.parsed(script) for script in scripts)


def _standfirst(said: Metadata, body: tuple[Block, ...]) -> str:
    """The page's own summary, unless it only says again how the body begins."""
    summary = said.description
    if not summary or summary.casefold() == said.title.casefold():
        return ""
    opening = words(" ".join(block.text for block in body[:3]))
    begun = words(summary)[:OPENING_WORDS]
    return "" if len(begun) > LEAST_OPENING and opening[: len(begun)] == begun else summary
