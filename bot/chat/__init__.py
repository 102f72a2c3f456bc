"""The boundary between the core and every chat platform: events in, cards out.

An adapter turns what its platform says into an `Event`, hands it to `Core.handle`
and carries out the `Action`s that come back, as they come. Nothing else crosses:
no Markdown, no length limit, no mention syntax. This package imports nothing but errors.
"""

from __future__ import annotations

from bot.chat.actions import (
    Action,
    Choice,
    CommandSpec,
    Delete,
    Edit,
    HidePreview,
    MessageCommandSpec,
    OptionSpec,
    Reply,
    Working,
)
from bot.chat.cards import Button, Card, Field, Image, Kind, Paragraph, Span, Style, TextFile, Tone
from bot.chat.events import (
    ButtonPressed,
    CommandCalled,
    Event,
    MessageChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PlaceChanged,
    PlaceRemoved,
    ReactionAdded,
    SpaceRemoved,
)
from bot.chat.findings import Finding
from bot.chat.places import Managers, MessageRef, Place, Space, Speaker
from bot.chat.ports import Checked, Core, KeyValue, Platform, Ports, answer
from bot.chat.typed import Hint, Typed, hints, typed

__all__ = [
    "Action",
    "Button",
    "ButtonPressed",
    "Card",
    "Checked",
    "Choice",
    "CommandCalled",
    "CommandSpec",
    "Core",
    "Delete",
    "Edit",
    "Event",
    "Field",
    "Finding",
    "HidePreview",
    "Hint",
    "Image",
    "KeyValue",
    "Kind",
    "Managers",
    "MessageChosen",
    "MessageCommandSpec",
    "MessageDeleted",
    "MessageEdited",
    "MessagePosted",
    "MessageRef",
    "OptionSpec",
    "Paragraph",
    "Place",
    "PlaceChanged",
    "PlaceRemoved",
    "Platform",
    "Ports",
    "ReactionAdded",
    "Reply",
    "Space",
    "SpaceRemoved",
    "Span",
    "Speaker",
    "Style",
    "TextFile",
    "Tone",
    "Typed",
    "Working",
    "answer",
    "hints",
    "typed",
]
