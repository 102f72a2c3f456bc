"""What `/feeds` says: added, listed, how each is doing, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards.lines import SEPARATOR, host, instant, joined, span, web_address
from bot.chat import Card, Kind, Paragraph, Span, Style, TextFile, Tone
from bot.locale import count, later, said, say

SHOWN = 25
"""Feeds of one card; the rest is counted."""

OPML = "feeds.opml"
FORMATS = {"rss": "RSS", "rdf": "RSS 1.0", "atom": "Atom", "json": "JSON Feed", "sitemap": later("news sitemap")}


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A feed as it is shown. `problem` is a sentence, "" where it is well; `fixed`: the settings have it, for all."""

    name: str
    url: str
    last: datetime | None = None
    next: datetime | None = None
    problem: str = ""
    gone: bool = False
    fixed: bool = False


def added_card(name: str, url: str, kind: str, entries: int, *, followed: bool) -> Card:
    """`followed`: something is followed in this space, so its stories can be told."""
    head = Paragraph((span(say("I look at {name} from now on.", name=span(name).text), Style.STRONG),), Kind.LEAD)
    form = Span(said(FORMATS[kind]) if kind in FORMATS else kind)
    held = Span(count("{number} entry now", "{number} entries now", entries))
    about = Paragraph(joined([span(host(url), href=web_address(url)), form, held]))
    seen = say("What it holds already counts as seen: you hear of what comes.")
    rest = [Paragraph((Span(seen, Style.MUTED),))]
    if not followed:
        rest.append(Paragraph((Span(say("Nothing is told of it until a channel follows a topic: /topics follow")),)))
    return Card(body=(head, about, *rest), tone=Tone.NOTICE)


def here_already_card(name: str) -> Card:
    return _line(say("{name} is here already.", name=span(name).text))


def removed_card(name: str) -> Card:
    return _line(say("I look at {name} no longer.", name=span(name).text))


def fixed_card(name: str) -> Card:
    return _line(say("{name} is in the settings, for all spaces, so it cannot be removed here.", name=span(name).text))


def list_card(feeds: Sequence[FeedLine]) -> Card:
    """All feeds of a space, by name."""
    if not feeds:
        return _line(say("There are no feeds here yet. Add a site with /feeds add."))
    lines = [Paragraph(_named(feed), Kind.POINT) for feed in feeds[:SHOWN]]
    return Card(title=count("{number} feed", "{number} feeds", len(feeds)), body=(*lines, *_more(feeds)))


def status_card(feeds: Sequence[FeedLine]) -> Card:
    """How each is doing, those that fail first."""
    if not feeds:
        return list_card(feeds)
    failing = sum(bool(feed.problem) for feed in feeds)
    title = count("{number} feed checked", "{number} feeds checked", len(feeds))
    if failing:
        title += ", " + count("{number} failing", "{number} failing", failing)
    ordered = sorted(feeds, key=lambda feed: not feed.problem)
    lines = [Paragraph(_doing(feed), Kind.POINT) for feed in ordered[:SHOWN]]
    return Card(title=title, body=(*lines, *_more(feeds)), tone=Tone.PROBLEM if failing else Tone.NOTICE)


def imported_card(added: int, here: int, refused: int) -> Card:
    """`here` were here already, `refused` found no room or are no addresses."""
    parts = [count("{number} feed added.", "{number} feeds added.", added)]
    if here:
        parts.append(count("{number} was here already.", "{number} were here already.", here))
    if refused:
        parts.append(count("{number} could not be added.", "{number} could not be added.", refused))
    if added:
        parts.append(say("I look at each within minutes; what it holds then counts as seen."))
    return _line(" ".join(parts))


def exported_card(number: int, text: str) -> Card:
    told = count(
        "{number} feed, for any reader that takes OPML.", "{number} feeds, for any reader that takes OPML.", number
    )
    return Card(body=(Paragraph((Span(told),)),), file=TextFile(OPML, text, "text/x-opml"))


def _named(feed: FeedLine) -> tuple[Span, ...]:
    spans = [span(feed.name, Style.STRONG, web_address(feed.url)), span(host(feed.url), Style.MUTED)]
    if feed.fixed:
        spans.append(Span(say("for all spaces"), Style.MUTED))
    if feed.problem:
        spans.append(Span(say("failing"), Style.EMPHASIS))
    return joined(spans)


def _doing(feed: FeedLine) -> tuple[Span, ...]:
    spans: list[Span] = [*_named(feed)]
    if feed.last:
        spans += [SEPARATOR, Span(say("last look") + " "), instant(feed.last)]
    if feed.gone:
        spans += [SEPARATOR, Span(say("gone for good, not looked at any more"))]
    elif feed.next:
        spans += [SEPARATOR, Span(say("next look") + " "), instant(feed.next)]
    if feed.problem:
        spans += [SEPARATOR, span(feed.problem)]
    return tuple(spans)


def _more(feeds: Sequence[FeedLine]) -> tuple[Paragraph, ...]:
    rest = len(feeds) - SHOWN
    if rest <= 0:
        return ()
    return (Paragraph((Span(count("and {number} more", "and {number} more", rest), Style.MUTED),)),)


def _line(text: str) -> Card:
    return Card(body=(Paragraph((Span(text),)),), tone=Tone.NOTICE)
