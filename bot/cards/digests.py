"""Several stories as one message: what many told leads, and the last line says honestly what stands behind it."""

from __future__ import annotations

from bot.alerts.digest import Digest, Item
from bot.cards.alerts import novel_lines, same_text, told_by
from bot.cards.lines import SEPARATOR, joined, span
from bot.cards.story import source_line, story_address
from bot.chat import Card, Kind, Paragraph, Span, Style, Tone
from bot.locale import count, say

LEADS = 3
"""Stories of which a sentence is shown; the others are headlines."""

LONGEST = 260


def digest_card(query: str, digest: Digest, *, feeds: int = 0, failing: int = 0) -> Card:
    """`feeds` were looked at for this space, and `failing` of them fail."""
    total = len(digest.shown) + len(digest.updates) + digest.more
    body: list[Paragraph] = []
    for number, item in enumerate(digest.shown):
        body += _story(item, lead=number < LEADS)
    if digest.updates:
        body.append(Paragraph((Span(say("New in stories told before"), Style.STRONG),), Kind.LEAD))
        for item in digest.updates:
            body += [_headline(item), *novel_lines(item.novel[:1])]
    if digest.more:
        more = count("and {number} more story", "and {number} more stories", digest.more)
        body.append(Paragraph((Span(more, Style.MUTED),)))
    return Card(
        title=count("{number} story on {topic}", "{number} stories on {topic}", total, topic=span(query).text),
        body=tuple(body),
        footer=honest_line(feeds, failing, digest.held),
        tone=Tone.BRIEFING,
    )


def honest_line(feeds: int, failing: int, held: int) -> tuple[Span, ...]:
    """`42 feeds checked, 2 failing, 3 stories held overnight`."""
    parts = []
    if feeds:
        parts.append(count("{number} feed checked", "{number} feeds checked", feeds))
        parts.append(count("{number} failing", "{number} failing", failing))
    if held:
        parts.append(count("{number} story was held for you", "{number} stories were held for you", held))
    return joined([Span(part, Style.MUTED) for part in parts])


def _story(item: Item, *, lead: bool) -> list[Paragraph]:
    lines = [_headline(item)]
    briefing = item.story.reading.briefing
    text = briefing.standfirst or (briefing.points[0].text if briefing.points else "")
    if lead and text:
        short = text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"
        lines.append(Paragraph((span(short),)))
    return lines


def _headline(item: Item) -> Paragraph:
    article = item.story.reading.article
    spans = [span(item.story.reading.briefing.headline, Style.STRONG, story_address(article))]
    spans += [one for one in source_line(article) if one is not SEPARATOR][:2]
    many = len(item.outlets)
    spans += [one for one in (told_by(many), same_text(item.copies, many, item.wire)) if one]
    return Paragraph(joined(spans), Kind.POINT)
