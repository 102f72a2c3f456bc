"""An HTML page becomes an `Article`: pieces, judged by where and how they stand, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.article.agencies import dateline
from bot.article.completeness import Size, how_much, without_wall
from bot.article.entries import live_entries
from bot.article.hints import hints
from bot.article.impostors import Shown, evidence, what_instead
from bot.article.judge import Judge, shipped
from bot.article.kinds import Signs, labels, story_kind
from bot.article.layout import Layout
from bot.article.metadata import Metadata, read_metadata
from bot.article.notes import corrections, place, signed
from bot.article.pictures import captions
from bot.article.pieces import Piece, walked
from bot.article.related import absolute, related_links
from bot.article.sites.rules import Ruled, rule_for, ruled
from bot.article.story import find_story
from bot.article.survey import Role, Survey, survey
from bot.article.tables import tables
from bot.article.told import body_of
from bot.article.tree import parsed
from bot.errors import NotAnArticle
from bot.model import Article, StoryKind
from bot.text.language import guess

SAMPLE = 1500
MOST_VISIBLE = 200_000


def read_html(text: str, url: str | None, now: datetime | None = None, judge: Judge | None = None) -> Article:
    """`judge`: other weights than the shipped ones, for measuring. Raises `NotAnArticle`."""
    root = parsed(text)
    told = read_metadata(root, url, now)
    # All that is read from tags inside of lines comes before the walk, which takes those tags away.
    seen = survey(root)
    pictures = captions(seen)
    signs = Signs(told.claims.kinds, told.kind, told.title, told.section, url, len(pictures), len(seen.of("video")))
    entries = live_entries(root, seen, told.claims) if StoryKind.LIVE_BLOG in labels(signs) else {}
    grids, notes = tables(seen), corrections(seen)
    rule = rule_for(url)
    site = (ruled(root, rule) if rule else None) or Ruled(())
    pieces, boxes = walked(root)
    page = hints(told.title, told.description, told.types, told.authors)
    story = find_story(Layout(pieces, boxes, told.title), page, judge or shipped(), [each.text for each in pictures])
    body = site.body or body_of(seen, told.claims, without_wall(story.body), signs, pictures, entries)
    visible = _visible(pieces)
    shown = Shown(told.title, url, visible, body)
    if instead := what_instead(evidence(root, seen, told.claims, shown, og_type=told.kind.lower())):
        raise NotAnArticle(instead)
    completeness, reason = how_much(visible, body, _size(told, seen))
    return Article(
        title=site.title or told.title or body[0].text,
        body=body,
        standfirst=site.standfirst or story.standfirst,
        summary=told.description,
        url=url,
        canonical_url=told.canonical_url,
        captions=pictures,
        related_links=related_links(seen, partial(absolute, url), story.related, told.canonical_url or url),
        tables=grids,
        corrections=notes,
        sign_off=story.sign_off or signed([block.text for block in body]),
        place=place(body),
        kind=story_kind(signs, body, grids),
        published=told.published,
        modified=told.modified,
        authors=told.authors or site.authors or told.credited,
        publisher=told.publisher,
        site_name=told.site_name,
        section=told.section,
        keywords=told.keywords,
        paywalled=told.paywalled,
        found_in=told.found_in,
        agencies=tuple(dict.fromkeys((*told.agencies, *dateline(body[0].text), *story.agencies))),
        language=guess(" ".join(block.text for block in body)[:SAMPLE]) or told.language,
        image_url=told.image_url,
        completeness=completeness,
        completeness_reason=reason,
    )


def _size(told: Metadata, seen: Survey) -> Size:
    claims = told.claims
    free = told.free if claims.free is None else claims.free
    return Size(free, claims.whole_words, told.description, bool(seen.having(Role.WALL)))


def _visible(pieces: Sequence[Piece]) -> str:
    """The words of the page, in order; enough of them to tell what kind of page it is."""
    shown, length = [], 0
    for piece in pieces:
        shown.append(piece.text)
        length += len(piece.text)
        if length > MOST_VISIBLE:
            break
    return " ".join(shown)
