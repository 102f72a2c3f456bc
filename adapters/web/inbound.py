"""What the page sends, checked, and as the events that the core hears. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from adapters.web.errors import Refused
from adapters.web.rooms import PERSON_BY_ID, ROOM_BY_ID, Person, Room
from bot.chat import CommandSpec, Typed, typed

LONGEST = 50_000
"""Characters of a message: a long article, with room to spare."""

_COMMAND = re.compile(r"/[^\W\d_][\w-]{0,31}(?:\s|$)")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Asked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every request names who asks and where."""

    who: str = field(name="as")
    channel: str


class Post(Asked, frozen=True, kw_only=True):
    text: str


class Change(Asked, frozen=True, kw_only=True):
    id: str
    text: str


class Removal(Asked, frozen=True, kw_only=True):
    id: str


class Choice(Asked, frozen=True, kw_only=True):
    """An entry of a message's menu."""

    id: str
    action: str


class Reaction(Asked, frozen=True, kw_only=True):
    """`emoji` is put under a message, or taken away again."""

    id: str
    emoji: str


class Press(Asked, frozen=True, kw_only=True):
    id: str
    action: str
    value: str


A = TypeVar("A", bound=Asked)


def read(kind: type[A], body: bytes) -> A:
    """Decode a request's JSON body. Raises `Refused`."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Refused(400, f"That request is not understood: {error}") from error


def who_and_where(who: str, channel: str) -> tuple[Person, Room]:
    """The person and a channel that they may read. Raises `Refused`; a closed channel looks like none."""
    person, room = PERSON_BY_ID.get(who), ROOM_BY_ID.get(channel)
    if person is None:
        raise Refused(404, "There is nobody of that name here.")
    if room is None or not room.open_to(person):
        raise Refused(404, "There is no such channel.")
    return person, room


def written(text: str) -> str:
    """A message's text as it is kept. Raises `Refused` where there is nothing, or too much."""
    text = _UNSTORABLE.sub("\ufffd", text.replace("\r\n", "\n")).strip()
    if not text:
        raise Refused(400, "That message is empty.")
    if len(text) > LONGEST:
        raise Refused(413, f"That message is too long: {len(text):,} characters, {LONGEST:,} at most.")
    return text


def command(text: str, specs: Sequence[CommandSpec]) -> Typed | None:
    """The slash command that `text` calls, or None for an ordinary message. An unknown name is one, too."""
    return typed(text, specs) if _COMMAND.match(text) else None
