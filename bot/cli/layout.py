"""A briefing on a terminal, nicely laid out. Every word of the page passes as plain text, never as markup."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.style import Style as RichStyle
from rich.table import Table
from rich.text import Text

from bot.cards.briefing import briefing_card
from bot.chat import Kind, Paragraph, Span, Style
from bot.model import Reading, Story

WIDTH = 88
STYLES = {Style.STRONG: "bold", Style.EMPHASIS: "italic", Style.MUTED: "dim", Style.CODE: "cyan", Style.PLAIN: ""}


def show(reading: Reading, console: Console | None = None) -> None:
    console = console or Console()
    console.print(Panel(_body(reading), width=min(WIDTH, console.width), padding=(1, 2), border_style="dim"))


def _body(reading: Reading) -> Group:
    card = briefing_card(Story(0, reading, datetime.now(UTC)))
    parts: list[RenderableType] = [Text(card.title, style="bold"), _line(card.source)]
    if card.url:
        parts.append(Text(card.url, style=RichStyle(dim=True, link=card.url)))
    parts.append(Text())
    parts += [_paragraph(paragraph) for paragraph in card.body]
    parts += _captions(reading)
    parts += [Text(), _line(card.footer)]
    return Group(*parts)


def _paragraph(paragraph: Paragraph) -> RenderableType:
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
    plural = "s" if len(captions) > 1 else ""
    line = f"{len(captions)} picture{plural}" + (f" ({credits})" if credits else "")
    return [Padding(Text(line, style="dim"), (1, 0, 0, 0))]
