"""A person as a card: what this space has seen of them, with where it says so."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.lines import SEPARATOR, day_or_instant, host, span, web_address
from bot.cards.people import implied_mark
from bot.chat import Button, Card, Kind, Paragraph, Span, Style, Tone
from bot.locale import count, later, said, say
from bot.locale.countries import country
from bot.locale.marks import quoted
from bot.people.profile import HeldRole, Profile, Saying, Seen

MOST_STORIES = 8
FEW = 3
MOST_CHOICES = 5
LONGEST_QUOTE = 220


def profile_card(profile: Profile, background: Paragraph | None = None) -> Card:
    """Everything of one person. `background` is what an encyclopedia adds, where that is switched on."""
    return Card(
        title=span(profile.name).text,
        source=_where_from(profile),
        body=(*_sections(profile, MOST_STORIES), *((background,) if background else ())),
        footer=(Span(said(FOOTER), Style.MUTED),),
        tone=Tone.NOTICE,
    )


FOOTER = later("Only from stories that were shared where you can read them; roles as printed")


def namesakes_card(profiles: Sequence[Profile]) -> Card:
    """Several people of one name: says so, and shows each."""
    name = profiles[0].name
    body = [Paragraph((span(_called(len(profiles), name)),), Kind.LEAD)]
    for number, profile in enumerate(profiles, 1):
        head = [span(f"{number}. {profile.name}", Style.STRONG)]
        for part in _where_from(profile):
            head += [SEPARATOR, part] if part is not SEPARATOR else []
        body.append(Paragraph(tuple(head)))
        body += _sections(profile, FEW)
    return Card(
        title=span(name).text,
        body=tuple(body),
        buttons=_choices(profiles),
        footer=(Span(said(FOOTER), Style.MUTED),),
        tone=Tone.NOTICE,
    )


def _called(number: int, name: str) -> str:
    return count(
        "{number} person called {name} was in stories here:",
        "{number} people called {name} were in stories here:",
        number,
        name=name,
    )


def choice_card(typed: str, profiles: Sequence[Profile]) -> Card:
    """Several people of whom a part of the name was typed."""
    lead = Paragraph((span(say("Several people here go with “{name}”:", name=_short(typed))),), Kind.LEAD)
    lines = []
    for profile in profiles:
        role = profile.roles[0].role.text if profile.roles else country(profile.country)
        spans = (span(profile.name, Style.STRONG), *((SEPARATOR, span(role)) if role else ()))
        lines.append(Paragraph(spans, Kind.POINT))
    return Card(body=(lead, *lines), buttons=_choices(profiles), tone=Tone.NOTICE)


def unknown_card(typed: str, near: Sequence[str]) -> Card:
    """Nobody of this name was seen here: kindly, with the nearest names."""
    lines = [Paragraph((span(say("I have not seen “{name}” in any story that was shared here.", name=_short(typed))),))]
    if near:
        lines.append(Paragraph((Span(say("Did you mean one of these?")),)))
        lines += [Paragraph((span(name, Style.STRONG),), Kind.POINT) for name in near]
    else:
        more = say("As soon as someone shares a story with that name in it, I will know more.")
        lines.append(Paragraph((Span(more),)))
    return Card(body=tuple(lines), tone=Tone.NOTICE)


def background_line(text: str, url: str) -> Paragraph:
    """What Wikipedia says, marked as that and linked; it never mixes with what the stories say."""
    address = web_address(url)
    source = (
        Span("Wikipedia (CC BY-SA)", Style.MUTED, address) if address else Span("Wikipedia (CC BY-SA)", Style.MUTED)
    )
    return Paragraph((Span(say("Background:") + " ", Style.MUTED), span(text), SEPARATOR, source))


def _where_from(profile: Profile) -> tuple[Span, ...]:
    parts = [part for part in (country(profile.country), profile.organisation) if part]
    out: list[Span] = []
    for part in parts:
        out += [SEPARATOR, span(part)] if out else [span(part)]
    return tuple(out)


def _sections(profile: Profile, most: int) -> list[Paragraph]:
    out = [_role(held) for held in profile.roles[:most]]
    if profile.stories:
        number = len(profile.stories)
        told = count("In {number} story here", "In {number} stories here", number)
        out.append(Paragraph((Span(told, Style.STRONG),)))
        out += [_story(seen) for seen in profile.stories[:most]]
        if number > most:
            older = count("and {number} older", "and {number} older", number - most)
            out.append(Paragraph((Span(older, Style.MUTED),)))
    if profile.company:
        named = ", ".join(f"{name} ({times})" if times > 1 else name for name, times in profile.company)
        out.append(Paragraph((Span(say("Named together with") + " ", Style.MUTED), span(named))))
    out += [_saying(saying) for saying in profile.sayings[:most]]
    return out


def _role(held: HeldRole) -> Paragraph:
    implied = () if held.role.stated else (implied_mark(),)
    return Paragraph((span(held.role.text), *implied, *_source(held.seen)), Kind.POINT)


def _story(seen: Seen) -> Paragraph:
    reading = seen.story.reading
    url = web_address(reading.article.canonical_url) or web_address(reading.article.url)
    link = (SEPARATOR, Span(say("see that message"), message=seen.message)) if seen.message else ()
    return Paragraph((span(reading.briefing.headline, href=url), *_source(seen), *link), Kind.POINT)


def _saying(saying: Saying) -> Paragraph:
    text = saying.quote.text
    shown = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
    return Paragraph((span(quoted(shown)), *_source(saying.seen)), Kind.QUOTE)


def _source(seen: Seen) -> tuple[Span, ...]:
    """Date and true host of the story that says so."""
    article = seen.story.reading.article
    day = day_or_instant(article.published or "") or day_or_instant(seen.story.saved_at.date().isoformat())
    at = host(web_address(article.canonical_url) or web_address(article.url))
    out: list[Span] = []
    for part in (day, span(at, Style.MUTED) if at else None):
        if part is not None:
            out += [SEPARATOR, part]
    return tuple(out)


def _choices(profiles: Sequence[Profile]) -> tuple[Button, ...]:
    return tuple(Button("person", str(profile.id), _label(profile)) for profile in profiles[:MOST_CHOICES])


def _label(profile: Profile) -> str:
    more = profile.roles[0].role.text if profile.roles else country(profile.country)
    label = f"{profile.name}, {more}" if more else profile.name
    return span(label if len(label) <= 60 else label[:59] + "…").text


def _short(typed: str) -> str:
    return typed if len(typed) <= 60 else typed[:59] + "…"
