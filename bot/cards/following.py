"""What a channel follows, in plain words: what it says back after each command, and the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.alerts.rhythm import Mode
from bot.alerts.topic import Delivery, State, Topic
from bot.cards.lines import SEPARATOR, instant, joined, pieced, span
from bot.cards.readback import read_back
from bot.chat import Card, Kind, Paragraph, Span, Style, Tone
from bot.errors import QueryProblem
from bot.locale import count, say
from bot.topics import parse


def manner(delivery: Delivery) -> tuple[Span, ...]:
    """How a channel is told: `at once, at most 10 an hour · quiet from 22:00 to 07:00 (Europe/Berlin)`."""
    parts = [rhythm_words(delivery)]
    if delivery.hours:
        start, end = f"{delivery.hours.start:%H:%M}", f"{delivery.hours.end:%H:%M}"
        parts.append(say("quiet from {start} to {end} ({zone})", start=start, end=end, zone=delivery.zone))
    if delivery.updates:
        parts.append(say("what is new in a story follows"))
    return joined([Span(part) for part in parts])


def rhythm_words(delivery: Delivery) -> str:
    at, zone = f"{delivery.rhythm.at:%H:%M}", delivery.zone
    match delivery.rhythm.mode:
        case Mode.AT_ONCE if delivery.most:
            return count("at once, at most {number} an hour", "at once, at most {number} an hour", delivery.most)
        case Mode.AT_ONCE:
            return say("at once, however many")
        case Mode.HOURLY:
            return say("a digest every hour")
        case Mode.DAILY:
            return say("a digest every day at {time} ({zone})", time=at, zone=zone)
        case Mode.WEEKDAYS:
            return say("a digest from Monday to Friday at {time} ({zone})", time=at, zone=zone)


def plain_words(query: str) -> Paragraph:
    """The query read back; one that cannot be read any more says so."""
    try:
        return Paragraph((span(read_back(parse(query))),))
    except QueryProblem:
        return Paragraph(
            (Span(say("I cannot read this query any more. Change it with /topics edit."), Style.EMPHASIS),)
        )


def followed_card(topic: Topic) -> Card:
    """To the channel: this is followed here from now on."""
    head = say("This channel follows {topic} from now on.", topic=span(topic.query).text)
    rest = say("What is known already counts as seen: you hear of what comes.")
    return _about(head, topic, Paragraph((Span(rest, Style.MUTED),)))


def changed_card(topic: Topic) -> Card:
    return _about(say("Changed."), topic)


def standing_card(topic: Topic) -> Card:
    """It is followed already."""
    more = say("It is followed here already. Change it with /topics edit.")
    return _about(more, topic)


def _about(head: str, topic: Topic, *more: Paragraph) -> Card:
    lead = Paragraph((Span(head, Style.STRONG),), Kind.LEAD)
    return Card(body=(lead, plain_words(topic.query), Paragraph(manner(topic.delivery)), *more), tone=Tone.NOTICE)


def unfollowed_card(topic: Topic) -> Card:
    return _line(say("This channel no longer follows {topic}.", topic=span(topic.query).text))


def muted_card(topic: Topic) -> Card:
    name = span(topic.query).text
    if topic.state is State.LIVE:
        return _line(say("{topic} is heard again. What came meanwhile counts as seen.", topic=name))
    if topic.muted_until is None:
        return _line(say("{topic} is mute until someone says /topics mute with “off”.", topic=name))
    until = pieced(say("{topic} is mute until {time}."), topic=span(topic.query), time=instant(topic.muted_until))
    return Card(body=(Paragraph(until),), tone=Tone.NOTICE)


def cancelled_card(query: str) -> Card:
    return _line(say("{topic} is not followed.", topic=span(query).text))


def _line(text: str) -> Card:
    return Card(body=(Paragraph((span(text),)),), tone=Tone.NOTICE)


def list_card(topics: Sequence[Topic], heard: Mapping[int, int], now: datetime) -> Card:
    """What is followed here. `heard` is how many stories each brought in the last 7 days."""
    if not topics:
        return _line(say("Nothing is followed here yet. Try /topics follow with a word, such as taiwan."))
    body: list[Paragraph] = []
    for place, topic in enumerate(topics, 1):
        body += [_entry(place, topic, now), Paragraph((*manner(topic.delivery), *_record(topic, heard)))]
    return Card(title=say("What this channel follows"), body=tuple(body), tone=Tone.NOTICE)


def _entry(place: int, topic: Topic, now: datetime) -> Paragraph:
    spans = [Span(f"{place}. ", Style.MUTED), span(topic.query, Style.CODE)]
    if topic.place.thread:
        spans += [SEPARATOR, Span(say("in a thread"), Style.MUTED)]
    if not topic.listens(now):
        until = topic.muted_until
        told = pieced(say("mute until {time}"), time=instant(until)) if until else (Span(say("mute"), Style.EMPHASIS),)
        spans += [SEPARATOR, *told]
    if topic.trouble:
        spans += [SEPARATOR, Span(say("I cannot write here: give me the right to."), Style.EMPHASIS)]
    return Paragraph(tuple(spans))


def _record(topic: Topic, heard: Mapping[int, int]) -> tuple[Span, ...]:
    brought = count("{number} story in 7 days", "{number} stories in 7 days", heard.get(topic.id, 0))
    who = say("followed by {name}", name=span(topic.made_by.name).text)
    return (SEPARATOR, Span(brought, Style.MUTED), SEPARATOR, Span(who, Style.MUTED))


def following_lines(topics: Sequence[Topic]) -> list[Paragraph]:
    """For a page that shows what a whole space follows."""
    return [
        Paragraph(
            (span(topic.query, Style.CODE), SEPARATOR, Span(rhythm_words(topic.delivery), Style.MUTED)), Kind.POINT
        )
        for topic in topics
    ]
