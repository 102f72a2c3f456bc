"""Small pieces that several cards share: a safe span, a date, a host name."""

from __future__ import annotations

from datetime import date, datetime
from string import Formatter
from urllib.parse import urlsplit

from bot.chat import Kind, Paragraph, Span, Style
from bot.locale.dates import day
from bot.text.plain import plain

SEPARATOR = Span(" · ", Style.MUTED)


def span(text: str, style: Style = Style.PLAIN, href: str | None = None) -> Span:
    """A span whose text is one safe line, whatever the web or a chat put in it."""
    return Span(plain(text), style, href)


def line(*texts: str, kind: Kind = Kind.TEXT) -> Paragraph:
    return Paragraph(tuple(span(text) for text in texts), kind)


def pieced(template: str, **parts: Span) -> tuple[Span, ...]:
    """`template` with a span of its own at each `{name}`: every language orders them its own way."""
    out: list[Span] = []
    for text, name, _, _ in Formatter().parse(template):
        out += [Span(text)] if text else []
        out += [parts[name]] if name else []
    return tuple(out)


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """`spans` with a separator between each two."""
    out: list[Span] = []
    for item in spans:
        out += [SEPARATOR, item] if out else [item]
    return tuple(out)


def instant(at: datetime) -> Span:
    """A moment; `at` is aware. Platforms that can show it in the reader's own time."""
    return Span(f"{day(at)}, {at:%H:%M} UTC", instant=at)


def day_or_instant(iso: str) -> Span | None:
    """What a page gave as its date: a day stays a day, a time becomes an instant; None if it is neither."""
    try:
        if len(iso) == 10:
            return Span(day(date.fromisoformat(iso)))
        at = datetime.fromisoformat(iso)
    except ValueError:
        return None
    if at.tzinfo is None:
        return Span(f"{day(at)}, {at:%H:%M}")
    return Span(day(at), instant=at)


def host(url: str | None) -> str:
    """The host as people know it, without `www.`; empty where there is none."""
    name = urlsplit(url or "").hostname or ""
    return name.removeprefix("www.")


def web_address(url: str | None) -> str | None:
    """`url` if a reader may be sent there, else None."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
