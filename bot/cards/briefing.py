"""A story as a card: the headline, the standfirst, the points, and the frame around them."""

from __future__ import annotations

from bot.cards.lines import SEPARATOR, day_or_instant, host, joined, span, web_address
from bot.cards.people import in_short
from bot.chat import Button, Card, Field, Image, Kind, MessageRef, Paragraph, Span, Style, Tone
from bot.model import Article, Completeness, Story

REMOVE = Button("remove", "", "Delete")
NAMED = 6
"""People a briefing names; the button tells the rest."""


def briefing_card(story: Story, *, first_shared: Paragraph | None = None, removable: bool = True) -> Card:
    """The briefing of `story`. `first_shared` says who brought it up before, where that is known."""
    article, briefing = story.reading.article, story.reading.briefing
    body = []
    if briefing.standfirst:
        body.append(Paragraph((span(briefing.standfirst),), Kind.LEAD))
    body += [Paragraph((span(point.text),), Kind.POINT) for point in briefing.points]
    if first_shared:
        body.append(first_shared)
    return Card(
        title=span(briefing.headline).text,
        url=story_address(article),
        source=_source(article),
        body=tuple(body),
        fields=_people(story),
        image=_image(article),
        buttons=_buttons(story, removable=removable),
        footer=_footer(story),
        tone=Tone.BRIEFING,
    )


def first_shared_line(name: str, at: Span, message: MessageRef) -> Paragraph:
    spans = (
        Span("First shared by ", Style.MUTED),
        span(name, Style.MUTED),
        SEPARATOR,
        at,
        SEPARATOR,
        Span("see that message", message=message),
    )
    return Paragraph(spans)


def story_address(article: Article) -> str | None:
    return web_address(article.canonical_url) or web_address(article.url)


def _source(article: Article) -> tuple[Span, ...]:
    """The site's name, true host and date: a page may call itself anything, so its host always shows."""
    at = host(story_address(article))
    publisher = span(article.site_name or article.publisher).text
    named = publisher and not f".{at}".endswith("." + publisher.casefold().removeprefix("www."))
    spans = [span(publisher, Style.STRONG)] if named else []
    if at:
        spans.append(span(at))
    published = day_or_instant(article.published or "")
    return joined([*spans, published] if published else spans)


def _people(story: Story) -> tuple[Field, ...]:
    people = story.reading.people
    if not people:
        return ()
    named = ", ".join(in_short(person) for person in people[:NAMED])
    more = f" and {len(people) - NAMED} more" if len(people) > NAMED else ""
    return (Field("Who's who", Paragraph((span(named + more),))),)


def _buttons(story: Story, *, removable: bool) -> tuple[Button, ...]:
    who = (Button("who", str(story.id), "Who's who"),) if story.reading.people and story.id else ()
    return (*who, REMOVE) if removable else who


def _image(article: Article) -> Image | None:
    url = web_address(article.image_url)
    if url is None:
        return None
    first = article.captions[0] if article.captions else None
    return Image(url, span(first.text).text if first else "", span(first.credit).text if first else "")


def _footer(story: Story) -> tuple[Span, ...]:
    article = story.reading.article
    minutes = story.reading.briefing.reading_minutes
    spans = [Span(f"{minutes} min read", Style.MUTED)]
    if article.authors:
        spans.append(span("By " + _listed(article.authors), Style.MUTED))
    if others := tuple(name for name in article.agencies if name not in article.authors):
        spans.append(span("with " + _listed(others), Style.MUTED))
    if article.completeness is not Completeness.FULL:
        reason = article.completeness_reason or HOW_MUCH[article.completeness]
        spans.append(span(f"Not the whole story: {reason}", Style.EMPHASIS))
    if changed := _changed(article):
        spans.append(changed)
    return joined(spans)


HOW_MUCH = {
    Completeness.PARTIAL: "the page gave only a part of it",
    Completeness.TEASER: "the page gave only a teaser",
    Completeness.WALL: "the rest is behind a subscription",
}


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
