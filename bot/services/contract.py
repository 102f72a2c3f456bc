"""The JSON contract of `standfirst brief`: what programs read. Documented in the README; keys are always all there.

Unknown dates and addresses are null, unknown names and languages are "". `body` is the
text of every block in order, and `points[].source.paragraph` counts in it.
"""

from __future__ import annotations

from typing import Any

from bot.errors import StandfirstError
from bot.model import Article, Briefing, Point, Reading

Json = dict[str, Any]


def reading_json(reading: Reading) -> Json:
    return {
        "ok": True,
        "article": _article(reading.article),
        "briefing": _briefing(reading.briefing),
        "people": [{"name": person.name} for person in reading.people],
        "cpu_ms": reading.cpu_ms,
    }


def error_json(error: StandfirstError, message: str) -> Json:
    """`message` is the sentence a person would be told."""
    return {"ok": False, "error": {"code": error.code, "message": message}}


def _article(article: Article) -> Json:
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "standfirst": article.standfirst,
        "body": [block.text for block in article.body],
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "published": article.published,
        "modified": article.modified,
        "authors": list(article.authors),
        "publisher": article.publisher,
        "agencies": list(article.agencies),
        "language": article.language,
        "image_url": article.image_url,
        "completeness": str(article.completeness),
    }


def _briefing(briefing: Briefing) -> Json:
    return {
        "headline": briefing.headline,
        "standfirst": briefing.standfirst,
        "points": [_point(point) for point in briefing.points],
        "more": [_point(point) for point in briefing.more],
        "engine": briefing.engine,
        "reading_minutes": briefing.reading_minutes,
    }


def _point(point: Point) -> Json:
    return {
        "text": point.text,
        "source": {"paragraph": point.source.paragraph, "start": point.source.start, "end": point.source.end},
        "dates": [{"start": each.start, "end": each.end, "date": each.date} for each in point.dates],
        "heading": point.heading,
    }
