"""What an adapter carries out, and the commands it registers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.cards import Card
from bot.chat.places import MessageRef, Place, Speaker


@dataclass(frozen=True, slots=True)
class Working:
    """Slow work has begun: a platform that can show that someone is typing may do so now.

    `private`: what comes will be seen by the person who asked alone.
    """

    place: Place
    private: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Send `card`. `key` names this reply for ever, so a repeated send can be recognised.

    `private_to` is the one person who may see it; None means everyone in `to`. `in_thread`: as a thread on
    `in_reply_to`, made if there is none; a platform that has no threads there replies plainly.
    """

    key: str
    card: Card
    to: Place
    in_reply_to: MessageRef | None = None
    private_to: Speaker | None = None
    in_thread: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the bot's own message `ref`."""

    ref: MessageRef
    reply: Reply


@dataclass(frozen=True, slots=True)
class Delete:
    """Take the bot's own message `ref` back."""

    ref: MessageRef


@dataclass(frozen=True, slots=True)
class HidePreview:
    """Take the platform's own preview off the person's message `ref`, where the bot may; else nothing happens."""

    ref: MessageRef


Action = Working | Reply | Edit | Delete | HidePreview


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that an option takes; `label` is what a person reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """`label` is the option's name in the reader's language, where it has one. `file`: a text file, handed over as its
    text."""

    name: str
    help: str
    required: bool = False
    suggests: bool = False
    choices: tuple[Choice, ...] = ()
    file: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """A slash command to register. `usage` is how a person would type it.

    A command with `parts` is called by one of them only: `topics` with the part `follow` is the event named
    `topics follow`. `private`: all that it answers is for the person who asked. `label` is its name in the reader's
    language, where it has one.
    """

    name: str
    help: str
    usage: str
    options: tuple[OptionSpec, ...] = ()
    manage: bool = False
    parts: tuple[CommandSpec, ...] = ()
    private: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class MessageCommandSpec:
    """An entry in a message's menu; choosing it is a `MessageChosen` with `action`."""

    action: str
    label: str
    private: bool = False
