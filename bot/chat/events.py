"""What happened on a platform.

`locale` is the language of the space as the platform names it (`de`, `es-419`), empty where it says none. `author` is
who wrote the message that an event is about, None where the platform does not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.chat.places import MessageRef, Place, Space, Speaker


@dataclass(frozen=True, slots=True)
class MessagePosted:
    """Someone wrote `text`, in the platform's own raw spelling of links; never the bot itself.

    `automated`: a bot, a webhook, a workflow or a channel that this one follows wrote it. `named`: the bot was
    addressed by name, which is asking whatever the channel's mode is.
    """

    event_id: str
    ref: MessageRef
    speaker: Speaker
    text: str
    automated: bool = False
    named: bool = False
    locale: str = ""


@dataclass(frozen=True, slots=True)
class MessageEdited:
    """The message now reads `text`."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    text: str
    automated: bool = False
    named: bool = False
    locale: str = ""


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    event_id: str
    ref: MessageRef


@dataclass(frozen=True, slots=True)
class CommandCalled:
    """A slash command; `name` without the slash (`topics follow` for a part), `options` by option name, blank ones
    left out."""

    event_id: str
    place: Place
    speaker: Speaker
    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    locale: str = ""


@dataclass(frozen=True, slots=True)
class MessageChosen:
    """`speaker` chose the entry `action` in the menu of `author`'s message `ref`, which reads `text`."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    action: str
    text: str
    author: Speaker | None = None
    locale: str = ""


@dataclass(frozen=True, slots=True)
class ButtonPressed:
    """`ref` is the card's message; `action` and `value` are the button's whole meaning."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    action: str
    value: str
    locale: str = ""


@dataclass(frozen=True, slots=True)
class ReactionAdded:
    """`speaker` reacted to `author`'s message `ref`, which reads `text`. `emoji` is the character itself; adapters hand
    over those that the core `listens_for` only. `automated`: a machine wrote the message."""

    event_id: str
    ref: MessageRef
    speaker: Speaker
    emoji: str
    text: str = ""
    automated: bool = False
    locale: str = ""
    author: Speaker | None = None


@dataclass(frozen=True, slots=True)
class SpaceRemoved:
    """The bot was removed from a space: all that is kept of it must go."""

    event_id: str
    space: Space


@dataclass(frozen=True, slots=True)
class PlaceRemoved:
    """A channel or a thread is gone: what is kept of it must go."""

    event_id: str
    place: Place


@dataclass(frozen=True, slots=True)
class PlaceChanged:
    """Who may read `place` has changed: `place.private` is what holds from now on."""

    event_id: str
    place: Place


Event = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | CommandCalled
    | MessageChosen
    | ButtonPressed
    | ReactionAdded
    | SpaceRemoved
    | PlaceRemoved
    | PlaceChanged
)
