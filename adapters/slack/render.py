"""A card as a Slack message: Block Kit, and a text that is a complete short briefing by itself. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from adapters.slack.cut import cut, fitted
from adapters.slack.files import file_blocks
from adapters.slack.mrkdwn import clean, code_block, escaped, host, link, styled, web_address, words
from adapters.slack.spelling import spelled
from bot.chat import Button, Card, Field, Image, Kind, MessageRef, Paragraph, Span, Style

Json = dict[str, object]
Links = Callable[[MessageRef], str]

HEADER, SECTION, FIELD, CONTEXT, ALT, LABEL = 150, 3000, 2000, 3000, 500, 75
FIELDS, BUTTONS_IN_ROW, ROWS, VALUE, ACTION = 10, 25, 4, 2000, 240
ALL, TEXT = 12_000, 3_500
"""Characters over all blocks, of some 13,200 that Slack takes; and of the text that stands for them."""

NARROW = 120
"""A field of up to so many characters may stand in half a column."""

BLOCKS = 50
DOT = " · "


def app_link(ref: MessageRef) -> str:
    """Slack's own way to a message where the workspace's address is not known."""
    place = ref.place
    return f"https://slack.com/app_redirect?team={place.space}&channel={place.channel}&message_ts={ref.id}"


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: `text` stands for `blocks` in notifications and for screen readers."""

    text: str
    blocks: tuple[Json, ...]

    def without_image(self) -> Message:
        """For when Slack cannot download the picture, and refuses the whole message for it."""
        return Message(self.text, tuple(block for block in self.blocks if block["type"] != "image"))


def message(card: Card, links: Links = app_link) -> Message:
    return Message(fallback(card), tuple(blocks(card, links)))


def preview(card: Card) -> Json:
    """What `chat.postMessage` gets, for the web page."""
    shown = message(spelled(card))
    return {"text": shown.text, "blocks": list(shown.blocks), "unfurl_links": False, "unfurl_media": False}


def blocks(card: Card, links: Links = app_link) -> list[Json]:
    """Header, body, fields, context line, image, buttons. What frames the story gets its room first, the body what is
    left."""
    head = _header(card)
    file = file_blocks(card.file) if card.file else []
    tail = [*file, *_context(card, links), *_image(card), *_actions(card.buttons)]
    room = ALL - _length(head) - _length(tail)
    fields = _fields(card.fields[:FIELDS], links, room // 3 if card.body else room)
    room -= _length(fields)
    most = BLOCKS - len(head) - len(tail) - len(fields)
    shown = [*head, *_body(card.body, links, room, most), *fields, *tail]
    return shown or [section("…")]


def section(text: str) -> Json:
    return {"type": "section", "text": _mrkdwn(text), "expand": True}


def context(text: str) -> Json:
    return {"type": "context", "elements": [_mrkdwn(text)]}


def _mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain(text: str, room: int) -> Json:
    """One line without any markup, cut to `room` characters."""
    return {"type": "plain_text", "text": fitted(one_line(text), room, escaped), "emoji": False}


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _header(card: Card) -> list[Json]:
    title = plain(card.title, HEADER)
    return [{"type": "header", "text": title}] if title["text"] else []


def _body(body: Sequence[Paragraph], links: Links, room: int, most: int) -> list[Json]:
    """Sections, each as full as it may be; the standfirst stands alone."""
    sections: list[str] = []
    last: Kind | None = None
    for part in body:
        shown = _paragraph(part, links, min(room, SECTION))
        if not shown:
            if room < SECTION and part.text.strip():
                sections = _with_ellipsis(sections)
                break
            continue
        between = "\n" if part.kind is Kind.POINT else "\n\n"
        alone = Kind.LEAD in (part.kind, last) and len(sections) < most
        if sections and not alone and len(sections[-1]) + len(between) + len(shown) <= SECTION:
            sections[-1] += between + shown
        elif len(sections) < most:
            sections.append(shown)
        else:
            break
        room -= len(between) + len(shown)
        last = part.kind
    return [section(text) for text in sections]


def _with_ellipsis(sections: list[str]) -> list[str]:
    """So that nobody takes what was cut for the whole."""
    if not sections or len(sections[-1]) + 2 > SECTION:
        return sections
    return [*sections[:-1], f"{sections[-1]}\n…"]


def _paragraph(part: Paragraph, links: Links, room: int) -> str:
    if part.kind is Kind.CODE:
        whole = code_block(part.text)
        return whole if len(whole) <= room else ""
    before = {Kind.POINT: "•  ", Kind.QUOTE: ">"}.get(part.kind, "")
    shown = line(part.spans, links, room - len(before)).strip()
    if part.kind is Kind.QUOTE:
        shown = shown.replace("\n", " ")  # the mark counts for one line
    return before + shown if shown else ""


def line(spans: Sequence[Span], links: Links, room: int) -> str:
    """Spans as mrkdwn in at most `room` characters."""
    shown, named = "", {each.text.strip() for each in spans}
    for position, each in enumerate(spans):
        style = each.style if _may_be_styled(spans, position) else Style.PLAIN
        piece = _span(each, style, links, named)
        if len(shown) + len(piece) > room:
            return shown + fitted(each.text, room - len(shown), lambda text: styled(text, Style.PLAIN))
        shown += piece
    return shown


def _may_be_styled(spans: Sequence[Span], position: int) -> bool:
    """A style's mark only works at the edge of a word."""
    before = spans[position - 1].text[-1:] if position else ""
    after = spans[position + 1].text[:1] if position + 1 < len(spans) else ""
    return not (before.isalnum() or after.isalnum())


def _span(span: Span, style: Style, links: Links, named: Collection[str]) -> str:
    """`named` is what the line says besides: a host that stands there already is not named twice."""
    if span.instant:
        moment = "{date_short_pretty} {time}" if ":" in span.text else "{date_short_pretty}"
        return f"<!date^{int(span.instant.timestamp())}^{moment}|{escaped(clean(span.text)).replace('|', '¦')}>"
    if span.message:
        return link(links(span.message), words(span.text) or "…")
    address = web_address(span.href)
    if address is None or not span.text.strip():
        return styled(span.text, style)
    label = words(span.text.strip())
    if span.text.strip() == address or host(address) in named:
        return link(address, label)
    return f"{link(address, label)} ({words(host(address))})"


def _context(card: Card, links: Links) -> list[Json]:
    """Source, date, reading time, completeness in one line; the story's address stands under its host's name."""
    address = web_address(card.url)
    spans = list(card.source)
    if address:
        at = next((n for n, each in enumerate(spans) if each.text == host(address)), None)
        linked = Span(host(address), href=address)
        spans = [*spans[:at], linked, *spans[at + 1 :]] if at is not None else [*spans, *_dot(spans), linked]
    spans += [*_dot(spans), *card.footer] if card.footer else []
    text = line(spans, links, CONTEXT).strip()
    return [context(text)] if text else []


def _dot(spans: Sequence[Span]) -> list[Span]:
    return [Span(DOT)] if spans else []


def _fields(fields: Sequence[Field], links: Links, room: int) -> list[Json]:
    """Short ones side by side, long ones over the whole width."""
    shown: list[tuple[str, bool]] = []
    for each in fields:
        name = styled(cut(one_line(each.name), LABEL), Style.STRONG)
        value = line(each.value.spans, links, min(room - len(name) - 1, FIELD - len(name) - 1))
        if name.strip() and value.strip():
            shown.append((f"{name}\n{value}", len(each.value.text) <= NARROW))
            room -= len(shown[-1][0])
    if len(shown) > 1 and all(narrow for _, narrow in shown):
        return [{"type": "section", "fields": [_mrkdwn(text) for text, _ in shown]}]
    return [section(text) for text, _ in shown]


def _image(card: Card) -> list[Json]:
    address = web_address(card.image.url) if card.image else None
    if card.image is None or address is None or not address.startswith("https://"):
        return []
    return [{"type": "image", "image_url": address, "alt_text": alternative(card.image, card.title)}]


def alternative(image: Image, title: str) -> str:
    """What a screen reader says of the picture: its caption, else the story it belongs to."""
    said, credit = one_line(image.alt) or one_line(title) or "…", one_line(image.credit)
    told = f"{said} ({credit})" if credit else said
    return cut(told.translate({ord("<"): "‹", ord(">"): "›"}), ALT)


def _actions(buttons: Sequence[Button]) -> list[Json]:
    """A button whose meaning has no room would do something else than it says, so it is left out."""
    drawn: list[Json] = []
    for number, each in enumerate(buttons[: BUTTONS_IN_ROW * ROWS]):
        label = plain(each.label, LABEL)
        if label["text"] and len(each.value) <= VALUE and 0 < len(each.action) <= ACTION:
            meaning = {"value": each.value} if each.value else {}
            drawn.append({"type": "button", "text": label, "action_id": f"{number}:{each.action}", **meaning})
    rows = [drawn[start : start + BUTTONS_IN_ROW] for start in range(0, len(drawn), BUTTONS_IN_ROW)]
    return [{"type": "actions", "elements": row} for row in rows]


def fallback(card: Card) -> str:
    """The whole card in plain lines, as far as they fit."""
    shown: list[str] = []
    room = TEXT
    for text in _lines(card):
        fit = fitted(" ".join(text.split()), room, words)
        if fit:
            shown.append(fit)
            room -= len(fit) + 1
    return "\n".join(shown) or "…"


def _lines(card: Card) -> Iterator[str]:
    yield card.title
    yield "".join(each.text for each in card.source)
    for part in card.body:
        yield f"• {part.text}" if part.kind is Kind.POINT else part.text
    for each in card.fields:
        yield f"{each.name}: {each.value.text}"
    yield "".join(each.text for each in card.footer)
    yield web_address(card.url) or ""


def _length(shown: Sequence[Json]) -> int:
    """Characters that Slack counts: every text in a block."""
    total = 0
    for block in shown:
        for key, value in block.items():
            if key in ("text", "alt_text") and isinstance(value, str):
                total += len(value)
            elif isinstance(value, dict):
                total += _length([value])
            elif isinstance(value, list):
                total += _length(value)
    return total
