"""Cards and messages as JSON for the page. Pure.

The page sets every text with `textContent`; what is left to do here is to let no address through
that is not of the web, and no character that could turn or hide what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from adapters.web.messages import Message, may_delete
from adapters.web.rooms import PERSON_BY_ID, PLATFORM, Person
from bot.chat import Button, Card, Field, Image, Paragraph, Span

Json = dict[str, object]
Preview = Callable[[Card], Mapping[str, object]]

_UNSAFE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_NOT_IN_ADDRESS = re.compile(r"[\s\0-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def message_json(message: Message, viewer: Person, previews: Mapping[str, Preview], images: Sequence[str]) -> Json:
    """One message as `viewer` gets it. `previews` are the other platforms' renderers, `images` see `card_json`."""
    author = PERSON_BY_ID.get(message.by)
    shown: Json = {
        "id": message.id,
        "channel": message.channel,
        "rev": message.rev,
        "at": message.at.isoformat(),
        "edited": message.edited.isoformat() if message.edited else None,
        "author": message.author.value,
        "by": {"id": message.by, "name": author.name if author else message.by},
        "text": words(message.text),
        "private": bool(message.private_to),
        "reply_to": message.reply_to,
        "note": words(message.note),
        "mine": message.by == viewer.id,
        "reactions": [
            {"emoji": emoji, "count": len(who), "mine": viewer.id in who} for emoji, who in message.reactions.items()
        ],
        "can_delete": may_delete(message, viewer),
    }
    if message.card:
        shown["card"] = card_json(message.card, images)
        shown["previews"] = {name: render(message.card) for name, render in previews.items()}
    return shown


def card_json(card: Card, images: Sequence[str] = ()) -> Json:
    """`images` are the `host:port`s that pictures may come from without TLS: the example site's."""
    return {
        "tone": card.tone.value,
        "title": words(card.title),
        "url": web_address(card.url),
        "source": spans(card.source),
        "body": [paragraph(part) for part in card.body],
        "fields": [_field(part) for part in card.fields],
        "image": _image(card.image, images) if card.image else None,
        "buttons": [_button(part) for part in card.buttons],
        "footer": spans(card.footer),
        "file": {"name": words(card.file.name), "text": card.file.text} if card.file else None,
    }


def paragraph(part: Paragraph) -> Json:
    return {"kind": part.kind.value, "spans": spans(part.spans)}


def spans(parts: Sequence[Span]) -> list[Json]:
    return [_span(part) for part in parts]


def _span(part: Span) -> Json:
    """Only what is set: most spans are plain text."""
    shown: Json = {"text": words(part.text)}
    if part.style.value != "plain":
        shown["style"] = part.style.value
    if href := web_address(part.href):
        shown["href"] = href
    if part.message and part.message.place.platform == PLATFORM:
        shown["message"] = {"channel": part.message.place.channel, "id": part.message.id}
    if part.instant:
        shown["instant"] = part.instant.isoformat()
    return shown


def _field(part: Field) -> Json:
    return {"name": words(part.name), "value": paragraph(part.value)}


def _button(part: Button) -> Json:
    return {"action": part.action, "value": part.value, "label": words(part.label)}


def _image(image: Image, hosts: Sequence[str]) -> Json | None:
    """A picture over TLS or from a named host. Another plain one could be aimed at the reader's own network."""
    url = web_address(image.url)
    if url is None or not (url.lower().startswith("https:") or urlsplit(url).netloc in hosts):
        return None
    return {"url": url, "alt": words(image.alt), "credit": words(image.credit)}


def web_address(url: str | None) -> str | None:
    """`url` if it is an http(s) address with a host and nothing invisible in it, else None."""
    if not url or _NOT_IN_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and named and parts.username is None else None


def words(text: str) -> str:
    """`text` without control characters and direction overrides; line breaks and tabs stay."""
    return _UNSAFE.sub("", text)
