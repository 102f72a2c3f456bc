"""What a topic would have brought in the last days, shown before it is followed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from bot.alerts.topic import Delivery
from bot.cards.following import manner, plain_words
from bot.cards.lines import SEPARATOR, host, span
from bot.cards.story import story_address
from bot.cards.topics import why_line
from bot.chat import Button, Card, Kind, Paragraph, Span, Style, Tone
from bot.locale import count, language, say
from bot.model import Story
from bot.topics import Reason


def rehearsal_card(
    query: str,
    delivery: Delivery,
    days: Sequence[tuple[date, int]],
    examples: Sequence[tuple[Story, Sequence[Reason]]],
    *,
    known: int,
    floods: bool,
    draft: int | None = None,
) -> Card:
    """`known` stories were looked at. With the id of a `draft` it asks whether to follow."""
    body = [plain_words(query), *([Paragraph(manner(delivery))] if draft else [])]
    body += _history(days, known)
    body += [_example(story, reasons) for story, reasons in examples]
    if floods:
        body.append(Paragraph((Span(_warning(delivery), Style.STRONG),)))
    buttons = (
        (Button("follow", str(draft), say("Follow")), Button("not_follow", str(draft), say("Cancel"))) if draft else ()
    )
    return Card(title=span(query).text, body=tuple(body), buttons=buttons, tone=Tone.NOTICE)


def _history(days: Sequence[tuple[date, int]], known: int) -> list[Paragraph]:
    if not known:
        nothing = say("I know no story here yet, so I cannot say how much it would bring. Share links, or add feeds.")
        return [Paragraph((Span(nothing),))]
    total = sum(number for _, number in days)
    lead = count(
        "In the last 7 days it would have brought {number} story, of {known} that I know here.",
        "In the last 7 days it would have brought {number} stories, of {known} that I know here.",
        total,
        known=known,
    )
    lines = [Paragraph((Span(lead),))]
    if total:
        shown = [f"{format_date(day, 'EEE', locale=language())} {number}" for day, number in days]
        lines.append(Paragraph((Span(" · ".join(shown), Style.MUTED),)))
    return lines


def _example(story: Story, reasons: Sequence[Reason]) -> Paragraph:
    url = story_address(story.reading.article)
    at = host(url)
    spans = [span(story.reading.briefing.headline, href=url), *((SEPARATOR, span(at, Style.MUTED)) if at else ())]
    return Paragraph((*spans, SEPARATOR, *why_line(reasons).spans), Kind.POINT)


def _warning(delivery: Delivery) -> str:
    if delivery.rhythm.digests:
        return say("That is a lot, even for a digest. A narrower query brings what matters.")
    return say("That would be a flood. Make it narrower, or choose a digest: hourly, or daily at 08:00.")
