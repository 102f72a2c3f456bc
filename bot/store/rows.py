"""Places and messages as columns, and back: the one spelling that shares and replies have in common."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, RowMapping, Table, and_, bindparam

from bot.chat import MessageRef, Place

PLACE_COLUMNS = ("space", "channel", "thread", "message", "direct", "private")


def of_ref(ref: MessageRef, prefix: str = "") -> dict[str, object]:
    """The six columns of a message; the platform is the row's own."""
    place = ref.place
    values = (place.space, place.channel, place.thread or "", ref.id, place.direct, place.private)
    return {prefix + name: value for name, value in zip(PLACE_COLUMNS, values, strict=True)}


def to_ref(row: RowMapping, prefix: str = "") -> MessageRef:
    space, channel, thread, message, direct, private = (row[prefix + name] for name in PLACE_COLUMNS)
    return MessageRef(Place(row["platform"], space, channel, thread or None, direct, private), message)


def stands_at(table: Table, prefix: str = "") -> ColumnElement[bool]:
    """The condition that a row's message is the one of `at_params`; threads don't matter, ids are a channel's."""
    columns: list[Column[Any]] = [table.c.platform, *(table.c[prefix + n] for n in ("space", "channel", "message"))]
    names = ("at_platform", "at_space", "at_channel", "at_message")
    return and_(*(column == bindparam(name) for column, name in zip(columns, names, strict=True)))


def at_params(ref: MessageRef) -> dict[str, object]:
    place = ref.place
    return {
        "at_platform": place.platform,
        "at_space": place.space,
        "at_channel": place.channel,
        "at_message": ref.id,
    }
