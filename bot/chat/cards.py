"""What the core says: one neutral card that each platform draws its own way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.chat.places import MessageRef


class Style(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    MUTED = "muted"
    CODE = "code"


class Kind(StrEnum):
    """What a paragraph is, so that each platform can set it its own way.

    CODE keeps its lines and its spaces, in letters of one width.
    """

    TEXT = "text"
    LEAD = "lead"
    POINT = "point"
    QUOTE = "quote"
    CODE = "code"


class Tone(StrEnum):
    BRIEFING = "briefing"
    POINTER = "pointer"
    NOTICE = "notice"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of plain text. At most one of the three targets is set.

    `href` is an http(s) address. `message` is a message to link to: only the adapter
    knows how its platform writes that. `instant` (aware) may be shown in the reader's
    own time; `text` is what to show where that is impossible.
    """

    text: str
    style: Style = Style.PLAIN
    href: str | None = None
    message: MessageRef | None = None
    instant: datetime | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: tuple[Span, ...]
    kind: Kind = Kind.TEXT

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Field:
    """A short labelled value, such as who is who."""

    name: str
    value: Paragraph


@dataclass(frozen=True, slots=True)
class Image:
    url: str
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text to take along; a platform that cannot hand files over shows it as text."""

    name: str
    text: str
    content_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Button:
    """Carries its whole meaning, so that it works after a restart."""

    action: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to show. `title` may be empty (a pointer is a line of body only).

    `source` says where the title's story is from (publisher, date); `footer` is small print.
    """

    title: str = ""
    url: str | None = None
    source: tuple[Span, ...] = ()
    body: tuple[Paragraph, ...] = ()
    fields: tuple[Field, ...] = ()
    image: Image | None = None
    buttons: tuple[Button, ...] = ()
    footer: tuple[Span, ...] = ()
    tone: Tone = Tone.NOTICE
    file: TextFile | None = None
