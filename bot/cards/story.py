"""What frames a story on every card: its address, its kind, who publishes it, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.completeness import in_words
from bot.cards.lines import day_or_instant, host, joined, span, web_address
from bot.cards.people import and_more, in_short
from bot.chat import Field, Image, Paragraph, Span, Style
from bot.locale import count, later, said, say
from bot.model import Article, Completeness, Part, Person, Story, StoryKind

KINDS = {
    StoryKind.OPINION: later("Opinion"),
    StoryKind.INTERVIEW: later("Interview"),
    StoryKind.LIVE_BLOG: later("Live blog"),
    StoryKind.LISTICLE: later("List"),
    StoryKind.GALLERY: later("Pictures"),
    StoryKind.VIDEO: later("Video"),
    StoryKind.SCORES: later("Results"),
    StoryKind.OBITUARY: later("Obituary"),
    StoryKind.TOPIC: later("Topic page"),
}
"""Said first where a story is not plain news: an opinion must never pass for a report."""

HOW_MUCH = {
    Completeness.PARTIAL: later("the page gave only a part of it"),
    Completeness.TEASER: later("the page gave only a teaser"),
    Completeness.WALL: later("the rest is behind a subscription"),
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
    spans = [Span(said(KINDS[article.kind]), Style.EMPHASIS)] if article.kind in KINDS else []
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
        return (Paragraph((Span(say("A video; this is what its page says of it."), Style.EMPHASIS),)),)
    if article.kind is StoryKind.GALLERY and any(point.source.part is Part.CAPTION for point in points):
        return (Paragraph((Span(_gallery(len(article.captions)), Style.EMPHASIS),)),)
    return ()


def _gallery(pictures: int) -> str:
    return count(
        "A gallery of {number} picture; this is what stands under it.",
        "A gallery of {number} pictures; this is what stands under them.",
        pictures,
    )


def fields(story: Story) -> tuple[Field, ...]:
    """Who is in it, and what the publisher had to correct."""
    found = [Field(say("Who's who"), Paragraph((span(_named(story.reading.people)),)))] if story.reading.people else []
    for correction in story.reading.article.corrections[:MOST_CORRECTIONS]:
        text = span(correction).text
        text = text if len(text) <= LONGEST_CORRECTION else text[: LONGEST_CORRECTION - 1].rsplit(" ", 1)[0] + "…"
        found.append(Field(say("Corrected"), Paragraph((Span(text),))))
    return tuple(found)


def _named(people: Sequence[Person]) -> str:
    named = ", ".join(in_short(person) for person in people[:NAMED])
    return named + (f" {and_more(len(people) - NAMED)}" if len(people) > NAMED else "")


def image(article: Article) -> Image | None:
    url = web_address(article.image_url)
    if url is None:
        return None
    first = article.captions[0] if article.captions else None
    return Image(url, span(first.text).text if first else "", span(first.credit).text if first else "")


def footer(story: Story) -> tuple[Span, ...]:
    article, briefing = story.reading.article, story.reading.briefing
    spans = [Span(say("{minutes} min read", minutes=briefing.reading_minutes), Style.MUTED)]
    if article.authors:
        spans.append(span(say("By {names}", names=_listed(article.authors)), Style.MUTED))
    if others := tuple(name for name in article.agencies if name not in article.authors):
        spans.append(span(say("with {names}", names=_listed(others)), Style.MUTED))
    if article.completeness is not Completeness.FULL:
        reason = in_words(article.completeness_reason) or said(HOW_MUCH[article.completeness])
        spans.append(span(say("Not the whole story: {reason}", reason=reason), Style.EMPHASIS))
    if changed := _changed(article):
        spans.append(changed)
    if briefing.engine:
        spans.append(
            span(say("Written by {engine} and checked against the article", engine=briefing.engine), Style.EMPHASIS)
        )
    if briefing.dropped:
        spans.append(Span(_dropped(briefing.dropped), Style.MUTED))
    return joined(spans)


def _dropped(sentences: int) -> str:
    return count(
        "{number} sentence dropped that it does not bear out",
        "{number} sentences dropped that it does not bear out",
        sentences,
    )


def _changed(article: Article) -> Span | None:
    """The day of a later update; a change on the day of publication is no news."""
    modified, published = article.modified or "", article.published or ""
    if not published or modified[:10] <= published[:10]:
        return None
    when = day_or_instant(modified)
    return span(say("Updated {date}", date=when.text), Style.MUTED) if when else None


def _listed(names: tuple[str, ...]) -> str:
    shown = names[:3]
    return ", ".join(shown) + (f" {and_more(len(names) - 3)}" if len(names) > 3 else "")
