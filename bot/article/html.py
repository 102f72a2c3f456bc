"""An HTML page becomes an `Article`: pieces, judged by where and how they stand, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from bot.article.agencies import dateline
from bot.article.completeness import how_much, is_front_page, what_instead
from bot.article.hints import hints
from bot.article.judge import Judge, shipped
from bot.article.layout import Layout
from bot.article.metadata import Metadata, read_metadata
from bot.article.pictures import captions
from bot.article.pieces import Piece, walked
from bot.article.story import find_story
from bot.article.tree import parsed
from bot.errors import NotAnArticle
from bot.model import Article, Block, BlockKind
from bot.text.language import guess
from bot.text.plain import plain
from bot.text.words import count_words

SAMPLE = 1500
MOST_VISIBLE = 200_000


def read_html(text: str, url: str | None, now: datetime | None = None, judge: Judge | None = None) -> Article:
    """`judge`: other weights than the shipped ones, for measuring. Raises `NotAnArticle`."""
    root = parsed(text)
    told = read_metadata(root, url, now)
    pictures = captions(root)
    pieces, boxes = walked(root)
    layout = Layout(pieces, boxes, told.title)
    page = hints(told.title, told.description, told.types)
    story = find_story(layout, page, judge or shipped(), [caption.text for caption in pictures])
    visible = _visible(pieces)
    _refuse(told, visible, story.body, root, url)
    completeness, reason = how_much(visible, story.body, told.free, told.description)
    return Article(
        title=told.title or story.body[0].text,
        body=story.body,
        standfirst=story.standfirst,
        summary=told.description,
        url=url,
        canonical_url=told.canonical_url,
        captions=pictures,
        related_links=story.related,
        published=told.published,
        modified=told.modified,
        authors=told.authors or told.credited,
        publisher=told.publisher,
        site_name=told.site_name,
        section=told.section,
        keywords=told.keywords,
        paywalled=told.paywalled,
        found_in=told.found_in,
        agencies=tuple(dict.fromkeys((*told.agencies, *dateline(story.body[0].text), *story.agencies))),
        language=guess(" ".join(block.text for block in story.body)[:SAMPLE]) or told.language,
        image_url=told.image_url,
        completeness=completeness,
        completeness_reason=reason,
    )


def _visible(pieces: Sequence[Piece]) -> str:
    """The words of the page, in order; enough of them to tell what kind of page it is."""
    shown, length = [], 0
    for piece in pieces:
        shown.append(piece.text)
        length += len(piece.text)
        if length > MOST_VISIBLE:
            break
    return plain(" ".join(shown))


def _refuse(told: Metadata, visible: str, body: tuple[Block, ...], root: etree._Element, url: str | None) -> None:
    is_article = "article" in told.kind.lower() or told.published is not None
    instead = what_instead(told.title, visible, body, is_article=is_article)
    if instead is None:
        prose = sum(count_words(block.text) for block in body if block.kind is BlockKind.PARAGRAPH)
        links = sum(1 for _ in root.iter("a"))
        if url and is_front_page(told.kind, links, prose, urlsplit(url).path):
            instead = "home_page"
    if instead:
        raise NotAnArticle(instead)
