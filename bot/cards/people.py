"""The people of one story as a card: most important first, each with role and country as the article prints them."""

from __future__ import annotations

from bot.cards.lines import SEPARATOR, joined, span, web_address
from bot.chat import Card, Kind, Paragraph, Span, Style, Tone
from bot.locale import count, say
from bot.locale.countries import country
from bot.model import Person, Role, Story

MOST = 25
"""People on one card; a longer list is cut, and says so."""

KNOWN_TITLES = frozenset({"", "en", "de", "es", "fr"})
"""Languages whose titles we know ("" is English for all we can tell); of others only names are told."""


def who_card(story: Story) -> Card:
    """Everyone in `story`."""
    reading = story.reading
    article = reading.article
    people = reading.people
    lines = [_line(person) for person in people[:MOST]]
    if len(people) > MOST:
        lines.append(Paragraph((Span(and_more(len(people) - MOST), Style.MUTED),)))
    if not people:
        lines = [Paragraph((Span(say("I found nobody named in this story.")),))]
    return Card(
        title=say("Who's who"),
        url=web_address(article.canonical_url) or web_address(article.url),
        source=(span(reading.briefing.headline, Style.STRONG),),
        body=tuple(lines),
        footer=joined([Span(note, Style.MUTED) for note in _notes(story)]),
        tone=Tone.NOTICE,
    )


def and_more(number: int) -> str:
    """What stands under a list that was cut."""
    return count("and {number} more", "and {number} more", number)


def implied_mark() -> Span:
    return Span(" (" + say("implied") + ")", Style.MUTED)


def in_short(person: Person) -> str:
    """A name with its first role, for a line of names."""
    role = best_role(person)
    return f"{person.name} ({role.text})" if role else person.name


def best_role(person: Person) -> Role | None:
    """What the article says outright goes before what follows from it."""
    return next((role for role in person.roles if role.stated), person.roles[0] if person.roles else None)


def _line(person: Person) -> Paragraph:
    spans = [span(person.name, Style.STRONG)]
    for role in person.roles[:3]:
        spans += [SEPARATOR, span(role.text)]
        if not role.stated:
            spans.append(implied_mark())
    spans += country_spans(person)
    if person.in_caption_only:
        spans += [SEPARATOR, Span(say("only in a picture's caption"), Style.MUTED)]
    return Paragraph(tuple(spans), Kind.POINT)


def country_spans(person: Person) -> list[Span]:
    """The country, marked where it only follows from the text."""
    if not person.country:
        return []
    implied = [] if person.country_stated else [implied_mark()]
    return [SEPARATOR, span(country(person.country)), *implied]


def _notes(story: Story) -> list[str]:
    reading = story.reading
    notes = []
    if any(not role.stated for person in reading.people for role in person.roles) or any(
        person.country and not person.country_stated for person in reading.people
    ):
        notes.append(say("“Implied” follows from the text without being said"))
    if reading.article.language.split("-", maxsplit=1)[0] not in KNOWN_TITLES:
        notes.append(say("I do not know this language's titles, so these are names only"))
    return notes or [say("Roles as the article prints them")]
