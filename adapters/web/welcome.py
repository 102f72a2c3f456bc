"""What a tab is told first: who and where, what there is to try, and every message it has not seen."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.web.hub import Hub
from adapters.web.inbound import LONGEST
from adapters.web.messages import visible
from adapters.web.render import Json
from adapters.web.rooms import BOT_NAME, PEOPLE, Person, Room, rooms_of
from adapters.web.transcript import Transcript
from bot.chat import Core


def welcome(
    person: Person,
    core: Core,
    transcript: Transcript,
    hub: Hub,
    examples: Sequence[Json],
    previews: Sequence[str],
    since: int,
) -> Json:
    """The `hello` frame. Each channel lists all ids that stand, so that the tab drops what was deleted meanwhile."""
    seen = [[m for m in transcript.room(room.id) if visible(m, person)] for room in rooms_of(person)]
    return {
        "type": "hello",
        "bot": BOT_NAME,
        "you": person.id,
        "people": [_person(each) for each in PEOPLE],
        "channels": [
            _channel(room, [m.id for m in messages], hub.busy(room.id, person))
            for room, messages in zip(rooms_of(person), seen, strict=True)
        ],
        "entries": [{"action": each.action, "label": each.label} for each in core.message_commands_in("")],
        "reactions": list(core.listens_for),
        "examples": list(examples),
        "previews": list(previews),
        "longest": LONGEST,
        "messages": [hub.show(m, person) for messages in seen for m in messages if m.rev > since],
    }


def _person(person: Person) -> Json:
    return {"id": person.id, "name": person.name, "role": person.role, "manages": person.can_manage}


def _channel(room: Room, ids: Sequence[str], working: bool) -> Json:
    private = bool(room.members)
    return {"id": room.id, "topic": room.topic, "private": private, "ids": list(ids), "working": working}
