"""A card as lines for a terminal. Every word passes as plain text: no escape sequence of the web survives."""

from __future__ import annotations

import re

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.style import Style as RichStyle
from rich.table import Table
from rich.text import Text

from bot.chat import Card, Kind, Paragraph, Reply, Span, Style, Tone

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
STYLES = {Style.STRONG: "bold", Style.EMPHASIS: "italic", Style.MUTED: "dim", Style.CODE: "cyan", Style.PLAIN: ""}
BORDERS = {Tone.BRIEFING: "blue", Tone.POINTER: "dim", Tone.NOTICE: "cyan", Tone.PROBLEM: "red"}


def safe(text: str) -> str:
    """Without control, direction and zero-width characters."""
    return UNSAFE.sub("", text)


def message(name: str, number: int, text: str) -> Text:
    return Text.assemble((f"#{number} ", "dim"), (f"{name}: ", "bold"), safe(text))


def reply(number: int, sent: Reply) -> RenderableType:
    """A reply in its frame; its number is how a person names it."""
    note = f" (only you, {safe(sent.private_to.name)})" if sent.private_to else ""
    answered = f" → #{sent.in_reply_to.id}" if sent.in_reply_to else ""
    title = Text(f"#{number} Standfirst{answered}{note}")
    return Panel(card(sent.card), title=title, title_align="left", border_style=BORDERS[sent.card.tone], padding=(0, 1))


def card(shown: Card) -> Group:
    parts: list[RenderableType] = []
    if shown.title:
        parts.append(Text(safe(shown.title), style="bold"))
    if address := web_address(shown.url):
        parts.append(Text(address, style=RichStyle(dim=True, link=address)))
    if shown.source:
        parts.append(line(shown.source))
    parts += [paragraph(each) for each in shown.body]
    parts += [Text.assemble((f"{safe(f.name)}: ", "bold"), line(f.value.spans)) for f in shown.fields]
    if shown.file:
        parts.append(Text(f"— {safe(shown.file.name)} —", style="dim"))
        parts += [Text(safe(each)) for each in shown.file.text.splitlines()]
    if shown.footer:
        parts.append(line(shown.footer))
    if shown.buttons:
        names = [f"[{n}] {safe(button.label)}" for n, button in enumerate(shown.buttons, 1)]
        parts.append(Text("  ".join(names), style="cyan"))
    return Group(*parts)


def paragraph(shown: Paragraph) -> RenderableType:
    if shown.kind is Kind.CODE:
        return Text("\n".join(f"  {safe(each)}" for each in shown.text.split("\n")), no_wrap=True)
    text = line(shown.spans)
    if shown.kind is Kind.POINT:
        row = Table.grid(padding=(0, 1))
        row.add_row("•", text)
        return row
    if shown.kind is Kind.LEAD:
        text.stylize("italic")
    if shown.kind is Kind.QUOTE:
        return Text("│ ") + text
    return text


def line(spans: tuple[Span, ...]) -> Text:
    return Text.assemble(*(piece for span in spans for piece in pieces(span)))


def pieces(span: Span) -> list[tuple[str, str | RichStyle]]:
    """A link's address stands beside its words, so that no label can pretend to lead elsewhere."""
    words = safe(span.text)
    style = STYLES[span.style]
    if span.message:
        return [(words, style), (f" (#{safe(span.message.id)})", "dim")]
    address = web_address(span.href)
    if address is None:
        return [(words, style)]
    shown = [(words, RichStyle(underline=True, link=address))]
    return [*shown] if words == address else [*shown, (f" ({address})", "dim")]


def web_address(url: str | None) -> str | None:
    """`url` if it is of the web, with nothing in it that a terminal could take for an order."""
    if not url or not url.lower().startswith(("https://", "http://")) or UNSAFE.search(url) or " " in url:
        return None
    return url
