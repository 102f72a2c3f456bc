"""The JSON contract of `standfirst brief`: what programs read. Documented in the README; keys are always all there.

Unknown dates and addresses are null, unknown names and languages are "". `body` is the
text of every block in order, and `points[].source.paragraph` counts in it (in
`captions` where the source is in a `caption`).
"""

from __future__ import annotations

from typing import Any

from bot.errors import StandfirstError
from bot.model import Article, Briefing, Part, Person, Point, Reading, Spot
from bot.people.profile import Profile, Seen

Json = dict[str, Any]


def reading_json(reading: Reading) -> Json:
    return {
        "ok": True,
        "article": _article(reading.article),
        "briefing": _briefing(reading.briefing),
        "people": [person_json(person) for person in reading.people],
        "cpu_ms": reading.cpu_ms,
    }


def person_json(person: Person) -> Json:
    """`mentions` count in `body`; those in captions, standfirst and title are in `elsewhere`, which names the part."""
    return {
        "name": person.name,
        "roles": [{"text": role.text, "stated": role.stated, "source": _place(role.source)} for role in person.roles],
        "country": person.country,
        "country_stated": person.country_stated,
        "organisation": person.organisation,
        "mentions": [_span(spot) for spot in person.mentions if spot.part is Part.BODY],
        "elsewhere": [_place(spot) for spot in person.mentions if spot.part is not Part.BODY],
        "in_caption_only": person.in_caption_only,
        "quotes": [{"text": quote.text, "source": _place(quote.source)} for quote in person.quotes],
    }


def profile_json(profile: Profile) -> Json:
    """What `standfirst who --name NAME --json` says of one person; stories are newest first."""
    return {
        "name": profile.name,
        "country": profile.country,
        "organisation": profile.organisation,
        "roles": [{"text": held.role.text, "stated": held.role.stated, **_story(held.seen)} for held in profile.roles],
        "stories": [{"headline": seen.story.reading.briefing.headline, **_story(seen)} for seen in profile.stories],
        "with": [{"name": name, "stories": count} for name, count in profile.company],
        "quotes": [{"text": saying.quote.text, **_story(saying.seen)} for saying in profile.sayings],
    }


def _story(seen: Seen) -> Json:
    article = seen.story.reading.article
    return {"url": article.canonical_url or article.url, "published": article.published}


def _span(spot: Spot) -> Json:
    return {"paragraph": spot.paragraph, "start": spot.start, "end": spot.end}


def _place(spot: Spot) -> Json:
    return {"in": str(spot.part), **_span(spot)}


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
        "completeness_reason": article.completeness_reason,
        "kind": str(article.kind),
        "summary": article.summary,
        "related_links": [{"text": link.text, "url": link.url} for link in article.related_links],
        "tables": [[list(row) for row in table.rows] for table in article.tables],
        "corrections": list(article.corrections),
        "sign_off": article.sign_off,
        "place": article.place,
        "site_name": article.site_name,
        "section": article.section,
        "keywords": list(article.keywords),
        "paywalled": article.paywalled,
        "found_in": dict(article.found_in),
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
        "source": {
            "in": str(point.source.part),
            "paragraph": point.source.paragraph,
            "start": point.source.start,
            "end": point.source.end,
        },
        "dates": [{"start": each.start, "end": each.end, "date": each.date} for each in point.dates],
        "heading": point.heading,
    }
