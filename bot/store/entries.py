"""What an outbox holds, and how it is spelt as a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import RowMapping

from bot.alerts.note import Note, decoded, encoded
from bot.chat import MessageRef, Place
from bot.errors import StoreError


class Kind(StrEnum):
    STORY = "story"
    UPDATE = "update"
    NOTICE = "notice"


class State(StrEnum):
    DUE = "due"
    SENT = "sent"
    SEEN = "seen"
    """The channel heard of it in another way: somebody shared it there."""
    DEAD = "dead"
    """Given up, for `reason`."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A channel: one thing at a time goes to it."""

    platform: str
    space: str
    channel: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row. `batch` is the message that it is in, "" if none was begun; `ref` is where it stands, once it does."""

    id: int
    key: str
    place: Place
    kind: Kind
    topic_id: int | None
    group_id: int | None
    story_id: int | None
    note: Note
    state: State
    at: datetime
    due_at: datetime
    held: bool = False
    batch: str = ""
    attempts: int = 0
    reason: str = ""
    ref: MessageRef | None = None
    sent_at: datetime | None = None

    @property
    def lane(self) -> Lane:
        return Lane(self.place.platform, self.place.space, self.place.channel)


def alert_key(topic_id: int, group_id: int) -> str:
    return f"alert:{topic_id}:{group_id}"


def update_key(topic_id: int, group_id: int, story_id: int) -> str:
    return f"update:{topic_id}:{group_id}:{story_id}"


def to_row(entry: Entry) -> dict[str, object]:
    """A new row for `entry`, whose id counts for nothing."""
    return {
        "key": entry.key,
        "platform": entry.place.platform,
        "space": entry.place.space,
        "channel": entry.place.channel,
        "thread": entry.place.thread or "",
        "direct": entry.place.direct,
        "private": entry.place.private,
        "topic_id": entry.topic_id,
        "group_id": entry.group_id,
        "story_id": entry.story_id,
        "kind": entry.kind,
        "note": encoded(entry.note),
        "state": entry.state,
        "at": entry.at,
        "due_at": entry.due_at,
        "held": entry.held,
        "batch": entry.batch,
        "attempts": entry.attempts,
        "reason": entry.reason,
        "message": entry.ref.id if entry.ref else None,
        "sent_at": entry.sent_at,
    }


def of_row(row: RowMapping) -> Entry:
    """The entry of a row. Raises `StoreError` for a note that cannot be read."""
    place = Place(row["platform"], row["space"], row["channel"], row["thread"] or None, row["direct"], row["private"])
    try:
        note = decoded(row["note"])
    except ValueError as error:
        raise StoreError(f"what is kept of {row['key']} in the outbox: {error}") from error
    return Entry(
        row["id"],
        row["key"],
        place,
        Kind(row["kind"]),
        row["topic_id"],
        row["group_id"],
        row["story_id"],
        note,
        State(row["state"]),
        row["at"],
        row["due_at"],
        row["held"],
        row["batch"],
        row["attempts"],
        row["reason"],
        None if row["message"] is None else MessageRef(place, row["message"]),
        row["sent_at"],
    )
