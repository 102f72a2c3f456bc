"""A message as the page keeps it: what a person wrote, the command they called, or the bot's card."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from adapters.web.rooms import ROOM_BY_ID, Person
from bot.chat import Card, MessageRef


class Author(StrEnum):
    PERSON = "person"
    COMMAND = "command"
    BOT = "bot"


class Message(Struct, frozen=True, omit_defaults=True):
    """`id` sorts by time; `rev` grows with every change to any message.

    `by` is the author's id (of a bot's message: empty). `private_to` is the only person who
    sees it; empty means everyone in the channel. `key` is the reply's own. `note` says what a
    bot's message answers where nothing else does ("Jonas Weber used /brief"). `reactions`
    are the ids of who reacted, by emoji.
    """

    id: str
    channel: str
    rev: int
    at: datetime
    author: Author
    by: str = ""
    text: str = ""
    card: Card | None = None
    key: str = ""
    private_to: str = ""
    reply_to: str = ""
    note: str = ""
    edited: datetime | None = None
    reactions: dict[str, tuple[str, ...]] = {}

    @property
    def ref(self) -> MessageRef:
        return MessageRef(ROOM_BY_ID[self.channel].place, self.id)


def visible(message: Message, person: Person) -> bool:
    """Whether `person` may see `message`: the channel is open to them and it is not private to another."""
    room = ROOM_BY_ID.get(message.channel)
    return bool(room and room.open_to(person)) and message.private_to in ("", person.id)


def may_delete(message: Message, person: Person) -> bool:
    """One's own, whatever is shown to one alone, and for a moderator anything."""
    return person.can_manage or person.id in (message.by, message.private_to)
