"""The words of a briefing as paragraphs, with what their relative dates mean beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.cards.lines import day_or_instant, instant
from bot.chat import Kind, Paragraph, Span, Style
from bot.locale.dates import day, days, month
from bot.model import Briefing, Dated, Length, Point
from bot.text.plain import plain

LONGEST_HEADING = 160


def shown(briefing: Briefing, length: Length) -> tuple[Point, ...]:
    """The points of `briefing` at `length`, in reading order: one, about three, or all."""
    if length is Length.FULL:
        return in_order(briefing.points + briefing.more, briefing)
    if length is Length.SHORT:
        return tuple(sorted(briefing.points, key=lambda point: point.rank)[:1])
    return briefing.points


def in_order(points: Sequence[Point], briefing: Briefing) -> tuple[Point, ...]:
    """As the medium briefing has them: by their place in the story, or, where that is not its order, by rank."""
    by_place = sorted(points, key=lambda point: (point.source.paragraph, point.source.start))
    medium = [point for point in by_place if point in briefing.points]
    return tuple(by_place if medium == list(briefing.points) else sorted(points, key=lambda point: point.rank))


def point_paragraph(point: Point) -> Paragraph:
    return Paragraph((*_heading(point.heading), *with_dates(point.text, point.dates)), Kind.POINT)


def _heading(heading: str) -> tuple[Span, ...]:
    """The time of a live blog's entry, the question of an answer, or the subhead of a list's piece."""
    if not heading:
        return ()
    try:
        at = datetime.fromisoformat(heading)
    except ValueError:
        text = plain(heading)
        text = text if len(text) <= LONGEST_HEADING else text[: LONGEST_HEADING - 1] + "…"
        return Span(text, Style.STRONG), Span(" ")
    when = instant(at) if at.tzinfo else day_or_instant(heading)
    return (when, Span(" · ", Style.MUTED)) if when else ()


def with_dates(text: str, dates: Sequence[Dated]) -> tuple[Span, ...]:
    """`text` in its own words; each resolved date follows its words in brackets, set apart by its style."""
    spans: list[Span] = []
    at = 0
    for dated in dates:
        spans += [Span(_piece(text, at, dated.end)), Span(f" ({in_words(dated.date)})", Style.MUTED)]
        at = dated.end
    rest = _piece(text, at, len(text))
    return tuple([*spans, Span(rest)] if rest or not spans else spans)


def _piece(text: str, start: int, end: int) -> str:
    """A safe piece of a line that keeps the spaces at its edges: others stand beside it."""
    raw = text[start:end]
    left = " " if start and raw[:1].isspace() else ""
    right = " " if end < len(text) and raw[-1:].isspace() else ""
    return f"{left}{plain(raw)}{right}"


def in_words(iso: str) -> str:
    """`2023-07-13` as `13 Jul 2023`, `2023-06` as `Jun 2023`, `2022`, an interval as `3–9 Jul 2023`."""
    first, _, last = iso.partition("/")
    if last:
        return days(date.fromisoformat(first), date.fromisoformat(last))
    if len(iso) == len("2023"):
        return iso
    if len(iso) == len("2023-06"):
        return month(date.fromisoformat(f"{iso}-01"))
    return day(date.fromisoformat(iso))
