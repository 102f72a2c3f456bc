"""A card as the message that Discord shows: one embed and rows of buttons, within every limit. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from adapters.discord.addresses import web_address
from adapters.discord.budget import MORE, cut, fit, units
from adapters.discord.custom_ids import custom_id
from adapters.discord.markdown import block, clean, escape, line, text_of
from bot.chat import Button, Card, Field, Kind, Paragraph, Span, Tone

Json = dict[str, Any]

TITLE, DESCRIPTION, FIELD_NAME, FIELD_VALUE, FOOTER, TOTAL = 256, 4096, 256, 1024, 500, 6000
FIELDS, BUTTONS, IN_A_ROW, LABEL = 25, 25, 5, 80
FOR_FIELDS = 1500
"""Units that fields may always take from a long body."""

COLOURS = {Tone.BRIEFING: 0x2A9D8F, Tone.POINTER: 0x8A93A6, Tone.NOTICE: 0x5865F2, Tone.PROBLEM: 0xE0604C}
PREFIXES = {Kind.POINT: "- ", Kind.QUOTE: "> "}
BUTTON, ROW, SECONDARY = 2, 1, 2


def render(card: Card) -> Mapping[str, object]:
    """`embeds` and `components` of a message, as Discord's API takes them."""
    return {"embeds": [embed(card)], "components": components(card.buttons)}


preview = render
"""What the try-out page shows of a card: the very payload."""


def embed(card: Card) -> Json:
    """Title and footer first, then as much of the body and the fields as there is room for."""
    told: Json = {"color": COLOURS[card.tone]}
    url = web_address(card.url)
    title = _title(card, url)
    if title:
        told["title"] = title
        if url:
            told["url"] = url
    footer = _footer(card)
    if footer:
        told["footer"] = {"text": footer}
    room = TOTAL - units(title) - units(footer)
    body_need = sum(units(line(part.spans)) + 3 + 8 * (part.kind is Kind.CODE) for part in _paragraphs(card)) + 1
    fields_room = max(min(FOR_FIELDS, room), room - min(body_need, DESCRIPTION))
    fields = _fields(card.fields, fields_room)
    room -= sum(units(field["name"]) + units(field["value"]) for field in fields)
    description = _description(card, min(DESCRIPTION, room))
    if description:
        told["description"] = description
    if fields:
        told["fields"] = fields
    if card.image and (picture := web_address(card.image.url)):
        told["image"] = {"url": picture}
    if len(told) == 1:
        told["description"] = MORE
    return told


def components(buttons: Sequence[Button]) -> list[Json]:
    shown = [_button(button, number) for number, button in enumerate(buttons[:BUTTONS])]
    return [{"type": ROW, "components": shown[at : at + IN_A_ROW]} for at in range(0, len(shown), IN_A_ROW)]


def _button(button: Button, number: int) -> Json:
    label = cut(clean(button.label), LABEL, written=str) or MORE
    return {"type": BUTTON, "style": SECONDARY, "label": label, "custom_id": custom_id(button, number)}


def _title(card: Card, url: str | None) -> str:
    """A card with a link but no title is titled by the link's host, so that the link is there."""
    words = clean(card.title) or (urlsplit(url).hostname or "" if url else "")
    return escape(cut(words, TITLE))


def _footer(card: Card) -> str:
    """Small print takes no markdown: what has a link or a date of the reader's own stands in the body instead."""
    small = "" if _is_rich(card.footer) else text_of(card.footer)
    credit = clean(card.image.credit) if card.image and web_address(card.image.url) else ""
    return "\n".join(cut(part, FOOTER // 2 - 1, written=str) for part in (small, credit) if part)


def _is_rich(spans: Iterable[Span]) -> bool:
    return any(span.href or span.message or span.instant for span in spans)


def _paragraphs(card: Card) -> list[Paragraph]:
    """The source line, the body, and small print that needs markdown."""
    out = [Paragraph(card.source)] if card.source else []
    out += card.body
    return [*out, Paragraph(card.footer)] if _is_rich(card.footer) else out


def _description(card: Card, room: int) -> str:
    """Paragraph by paragraph; the first that is too long is cut, and those after it are left out."""
    out = ""
    for kind, part in _set(card):
        between = _between(out, kind)
        shown = _written(kind, part, room - units(out + between))
        if not line(part.spans):
            continue
        out += between + shown if shown else ""
        if not shown or shown.endswith(MORE):
            break
    return out


def _written(kind: Kind | None, part: Paragraph, room: int) -> str:
    """As much of a paragraph as there is room for; code is shown whole or not at all."""
    if kind is Kind.CODE:
        whole = block(part.text)
        return whole if units(whole) <= room else ""
    return fit(part.spans, room, prefix="-# " if kind is None else PREFIXES.get(kind, ""))


def _set(card: Card) -> Iterable[tuple[Kind | None, Paragraph]]:
    """Each paragraph with how it is set; None is small print."""
    if card.source:
        yield None, Paragraph(card.source)
    yield from ((part.kind, part) for part in card.body)
    if _is_rich(card.footer):
        yield None, Paragraph(card.footer)


def _between(before: str, kind: Kind | None) -> str:
    """Lists and quotes stand close to what they follow, and the story to its source; else a blank line parts."""
    if not before:
        return ""
    after_source = before.startswith("-# ") and "\n" not in before and kind is not None
    return "\n" if kind in PREFIXES or after_source else "\n\n"


def _fields(fields: Sequence[Field], room: int) -> list[Json]:
    out = []
    for each in fields[:FIELDS]:
        name = escape(cut(clean(each.name), FIELD_NAME)) or MORE
        value = fit(each.value.spans, min(FIELD_VALUE, room - units(name)))
        if not value:
            continue
        room -= units(name) + units(value)
        out.append({"name": name, "value": value, "inline": False})
    return out
