"""What happened on a platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.chat.places import MessageRef, Place, Space, Speaker


@dataclass(frozen=True, slots=True)
class MessagePosted:
    """A person (never a bot: adapters drop those) wrote `text`, in the platform's own raw spelling of links."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class MessageEdited:
    """The message now reads `text`."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    event_id: str
    ref: MessageRef


@dataclass(frozen=True, slots=True)
class CommandCalled:
    """A slash command; `name` without the slash, `options` by option name, blank ones left out."""

    event_id: str
    place: Place
    speaker: Speaker
    name: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ButtonPressed:
    """`ref` is the card's message; `action` and `value` are the button's whole meaning."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    action: str
    value: str


@dataclass(frozen=True, slots=True)
class ReactionAdded:
    event_id: str
    ref: MessageRef
    speaker: Speaker
    emoji: str


@dataclass(frozen=True, slots=True)
class SpaceRemoved:
    """The bot was removed from a space: all that is kept of it must go."""

    event_id: str
    space: Space


Event = MessagePosted | MessageEdited | MessageDeleted | CommandCalled | ButtonPressed | ReactionAdded | SpaceRemoved
