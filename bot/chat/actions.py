"""What an adapter carries out, and the commands it registers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.cards import Card
from bot.chat.places import MessageRef, Place, Speaker


@dataclass(frozen=True, slots=True)
class Working:
    """Slow work has begun: a platform that can show that someone is typing may do so now."""

    place: Place


@dataclass(frozen=True, slots=True)
class Reply:
    """Send `card`. `key` names this reply for ever, so a repeated send can be recognised.

    `private_to` is the one person who may see it; None means everyone in `to`.
    """

    key: str
    card: Card
    to: Place
    in_reply_to: MessageRef | None = None
    private_to: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the bot's own message `ref`."""

    ref: MessageRef
    reply: Reply


@dataclass(frozen=True, slots=True)
class Delete:
    """Take the bot's own message `ref` back."""

    ref: MessageRef


Action = Working | Reply | Edit | Delete


@dataclass(frozen=True, slots=True)
class OptionSpec:
    name: str
    help: str
    required: bool = False
    suggests: bool = False


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """A slash command to register. `usage` is how a person would type it."""

    name: str
    help: str
    usage: str
    options: tuple[OptionSpec, ...] = ()
    manage: bool = False
