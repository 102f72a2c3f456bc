"""What a channel is told unasked: a new story with the reason, what is new in it, and that nothing can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.alerts.topic import Topic
from bot.cards.briefing import briefing_card
from bot.cards.lines import SEPARATOR, joined, pieced, span
from bot.cards.story import source_line, story_address
from bot.cards.topics import why_line
from bot.chat import Button, Card, Kind, MessageRef, Paragraph, Span, Style, Tone
from bot.locale import count, say
from bot.model import Length, Story
from bot.topics import Reason

MOST_NOVEL = 3
LONGEST_NOVEL = 300


def alert_card(
    story: Story,
    query: str,
    reasons: Sequence[Reason],
    *,
    outlets: int = 1,
    shared: Paragraph | None = None,
    length: Length = Length.MEDIUM,
) -> Card:
    """The briefing, and one line why it is here. `outlets` have told the story; `shared` says who shared it where."""
    card = briefing_card(story, length=length, first_shared=shared)
    body = (*card.body, because(query, reasons))
    told = told_by(outlets)
    return replace(card, body=body, footer=(*card.footer, SEPARATOR, told) if told else card.footer)


def because(query: str, reasons: Sequence[Reason]) -> Paragraph:
    """`Topic taiwan: matches taiwan in paragraph 1`."""
    why = why_line(reasons).spans if reasons else ()
    topic = pieced(say("Topic {topic}"), topic=span(query, Style.CODE))
    return Paragraph((*topic, *((SEPARATOR, *why) if why else ())))


def told_by(outlets: int) -> Span | None:
    """`told by 7 outlets`; one is nothing to speak of."""
    if outlets < 2:
        return None
    return Span(count("told by {number} outlet", "told by {number} outlets", outlets), Style.MUTED)


def same_text(copies: int, outlets: int, wire: str) -> Span | None:
    """`7 of 9 carry the same AFP text`."""
    if copies < 2 or outlets < copies:
        return None
    named = span(wire).text
    text = (
        say("{copies} of {outlets} carry the same {agency} text", copies=copies, outlets=outlets, agency=named)
        if named
        else say("{copies} of {outlets} carry the same text", copies=copies, outlets=outlets)
    )
    return Span(text, Style.MUTED)


def update_card(story: Story, novel: Sequence[str]) -> Card:
    """What is new in a story that was told before, with the article that says so."""
    head = Paragraph((Span(say("New in this story"), Style.STRONG),), Kind.LEAD)
    return Card(
        body=(head, *novel_lines(novel), _where(story)),
        buttons=(Button("show", str(story.id), say("Show the briefing")),),
        tone=Tone.POINTER,
    )


def told_card(
    story: Story, at: Span, message: MessageRef, novel: Sequence[str], *, by: str = "", same: bool = False
) -> Card:
    """Instead of a briefing of what this channel heard of already: where, and what this article adds.

    `by` shared it then, or it was an alert; `same` means the very same article.
    """
    headline = span(story.reading.briefing.headline, Style.STRONG)
    told = (
        pieced(say("{headline} is a story that {name} brought here"), headline=headline, name=span(by))
        if by
        else pieced(say("{headline} is a story that I told here"), headline=headline)
    )
    lines = [Paragraph((*told, SEPARATOR, at, SEPARATOR, Span(say("see that message"), message=message)))]
    if novel:
        lines += [Paragraph((Span(say("New in this article:"), Style.STRONG),)), *novel_lines(novel)]
    elif not same:
        lines.append(Paragraph((Span(say("This article adds nothing that matters."), Style.MUTED),)))
    again = Button("show", str(story.id), say("Show the briefing"))
    return Card(body=tuple(lines), buttons=(again,), tone=Tone.POINTER)


def novel_lines(novel: Sequence[str]) -> list[Paragraph]:
    return [Paragraph((span(_short(sentence)),), Kind.POINT) for sentence in novel[:MOST_NOVEL]]


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_NOVEL else sentence[:LONGEST_NOVEL].rsplit(" ", 1)[0] + "…"


def _where(story: Story) -> Paragraph:
    article = story.reading.article
    headline = span(story.reading.briefing.headline, href=story_address(article))
    return Paragraph(joined([headline, *(one for one in source_line(article) if one is not SEPARATOR)]))


def silenced_card(topic: Topic, why: str = "") -> Card:
    """To whoever followed, privately and once: nothing arrives there any more. `why` is a sentence, or ""."""
    told = say(
        "I can no longer write where {topic} is followed. Give me the right to, or unfollow it. I will not repeat this."
    )
    body = [Paragraph(pieced(told, topic=span(topic.query, Style.CODE)))]
    return Card(body=(*body, *([Paragraph((span(why),))] if why else [])), tone=Tone.PROBLEM)
