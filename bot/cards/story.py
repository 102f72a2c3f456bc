"""What frames a story on every card: its address, its kind, who publishes it, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.lines import day_or_instant, host, joined, span, web_address
from bot.cards.people import in_short
from bot.chat import Field, Image, Paragraph, Span, Style
from bot.model import Article, Completeness, Part, Person, Story, StoryKind

KINDS = {
    StoryKind.OPINION: "Opinion",
    StoryKind.INTERVIEW: "Interview",
    StoryKind.LIVE_BLOG: "Live blog",
    StoryKind.LISTICLE: "List",
    StoryKind.GALLERY: "Pictures",
    StoryKind.VIDEO: "Video",
    StoryKind.SCORES: "Results",
    StoryKind.OBITUARY: "Obituary",
    StoryKind.TOPIC: "Topic page",
}
"""Said first where a story is not plain news: an opinion must never pass for a report."""

GALLERY_OPENS = "A gallery of {count} pictures; this is what stands under them."
VIDEO_OPENS = "A video; this is what its page says of it."

HOW_MUCH = {
    Completeness.PARTIAL: "the page gave only a part of it",
    Completeness.TEASER: "the page gave only a teaser",
    Completeness.WALL: "the rest is behind a subscription",
}
NAMED = 6
"""People in the line of who's who; the button tells the others."""

MOST_CORRECTIONS, LONGEST_CORRECTION = 2, 300


def story_address(article: Article) -> str | None:
    return web_address(article.canonical_url) or web_address(article.url)


def source_line(article: Article) -> tuple[Span, ...]:
    """Kind, the site's name, true host, place and date: a page may call itself anything, so its host always shows."""
    at = host(story_address(article))
    publisher = span(article.site_name or article.publisher).text
    named = publisher and not f".{at}".endswith("." + publisher.casefold().removeprefix("www."))
    spans = [Span(KINDS[article.kind], Style.EMPHASIS)] if article.kind in KINDS else []
    if named:
        spans.append(span(publisher, Style.STRONG))
    if at:
        spans.append(span(at))
    if place := span(article.place).text:
        spans.append(span(place))
    published = day_or_instant(article.published or "")
    return joined([*spans, published] if published else spans)


def opening(story: Story) -> tuple[Paragraph, ...]:
    """What it is, said before anything else, where the briefing cannot tell the half of it: pictures must be seen."""
    article, points = story.reading.article, story.reading.briefing.points
    if article.kind is StoryKind.VIDEO:
        return (Paragraph((Span(VIDEO_OPENS, Style.EMPHASIS),)),)
    if article.kind is StoryKind.GALLERY and any(point.source.part is Part.CAPTION for point in points):
        return (Paragraph((Span(GALLERY_OPENS.format(count=len(article.captions)), Style.EMPHASIS),)),)
    return ()


def fields(story: Story) -> tuple[Field, ...]:
    """Who is in it, and what the publisher had to correct."""
    found = [Field("Who's who", Paragraph((span(_named(story.reading.people)),)))] if story.reading.people else []
    for correction in story.reading.article.corrections[:MOST_CORRECTIONS]:
        text = span(correction).text
        text = text if len(text) <= LONGEST_CORRECTION else text[: LONGEST_CORRECTION - 1].rsplit(" ", 1)[0] + "…"
        found.append(Field("Corrected", Paragraph((Span(text),))))
    return tuple(found)


def _named(people: Sequence[Person]) -> str:
    named = ", ".join(in_short(person) for person in people[:NAMED])
    return named + (f" and {len(people) - NAMED} more" if len(people) > NAMED else "")


def image(article: Article) -> Image | None:
    url = web_address(article.image_url)
    if url is None:
        return None
    first = article.captions[0] if article.captions else None
    return Image(url, span(first.text).text if first else "", span(first.credit).text if first else "")


def footer(story: Story) -> tuple[Span, ...]:
    article, briefing = story.reading.article, story.reading.briefing
    spans = [Span(f"{briefing.reading_minutes} min read", Style.MUTED)]
    if article.authors:
        spans.append(span("By " + _listed(article.authors), Style.MUTED))
    if others := tuple(name for name in article.agencies if name not in article.authors):
        spans.append(span("with " + _listed(others), Style.MUTED))
    if article.completeness is not Completeness.FULL:
        reason = article.completeness_reason or HOW_MUCH[article.completeness]
        spans.append(span(f"Not the whole story: {reason}", Style.EMPHASIS))
    if changed := _changed(article):
        spans.append(changed)
    if briefing.engine:
        spans.append(span(f"Written by {briefing.engine} and checked against the article", Style.EMPHASIS))
    if briefing.dropped:
        plural = "s" if briefing.dropped > 1 else ""
        spans.append(Span(f"{briefing.dropped} sentence{plural} dropped that it does not bear out", Style.MUTED))
    return joined(spans)


def _changed(article: Article) -> Span | None:
    """The day of a later update; a change on the day of publication is no news."""
    modified, published = article.modified or "", article.published or ""
    if not published or modified[:10] <= published[:10]:
        return None
    when = day_or_instant(modified)
    return span(f"Updated {when.text}", Style.MUTED) if when else None


def _listed(names: tuple[str, ...]) -> str:
    shown = names[:3]
    return ", ".join(shown) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
