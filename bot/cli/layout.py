"""Cards on a terminal, nicely laid out. Every word of the page passes as plain text, never as markup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style as RichStyle
from rich.table import Table
from rich.text import Text

from bot.cards.briefing import briefing_card
from bot.chat import Card, Kind, Paragraph, Span, Style
from bot.locale import count
from bot.model import Reading, Story

WIDTH = 88
STYLES = {Style.STRONG: "bold", Style.EMPHASIS: "italic", Style.MUTED: "dim", Style.CODE: "cyan", Style.PLAIN: ""}


def show(reading: Reading, console: Console | None = None) -> None:
    card = briefing_card(Story(0, reading, datetime.now(UTC)))
    show_card(card, _captions(reading), console)


def show_card(card: Card, more: Sequence[RenderableType] = (), console: Console | None = None) -> None:
    """`card` in a frame; `more` stands above its small print."""
    console = console or Console()
    parts: list[RenderableType] = []
    if card.title:
        parts.append(Text(card.title, style="bold"))
    if card.source:
        parts.append(_line(card.source))
    if card.url:
        parts.append(Text(card.url, style=RichStyle(dim=True, link=card.url)))
    parts += [Text(), *map(_paragraph, card.body)]
    parts += [Text.assemble((f"{field.name}: ", "bold"), _line(field.value.spans)) for field in card.fields]
    parts += [*more, Text(), _line(card.footer)]
    console.print(Panel(Group(*parts), width=min(WIDTH, console.width), padding=(1, 2), border_style="dim"))


def _paragraph(paragraph: Paragraph) -> RenderableType:
    if paragraph.kind is Kind.CODE:
        return Padding(Text(paragraph.text, no_wrap=True), (0, 0, 1, 2))
    text = _line(paragraph.spans)
    if paragraph.kind is Kind.POINT:
        row = Table.grid(padding=(0, 1))
        row.add_row("•", text)
        return row
    if paragraph.kind is Kind.LEAD:
        text.stylize("italic")
    return Padding(text, (0, 0, 1, 0))


def _line(spans: tuple[Span, ...]) -> Text:
    return Text.assemble(*((span.text, STYLES[span.style]) for span in spans))


def _captions(reading: Reading) -> list[RenderableType]:
    captions = reading.article.captions
    if not captions:
        return []
    credits = ", ".join(dict.fromkeys(caption.credit for caption in captions if caption.credit))
    line = count("{number} picture", "{number} pictures", len(captions)) + (f" ({credits})" if credits else "")
    return [Padding(Text(line, style="dim"), (1, 0, 0, 0))]
