"""A channel or thread is gone, or who may read it has changed: all that is kept of it follows at once."""

from __future__ import annotations

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    select,
    update,
)

from bot.chat import Place
from bot.store.alert_tables import outbox, topics
from bot.store.engine import Connection
from bot.store.schema import channel_settings, replies, shares, stories, story_keys

WHOLE: BindParameter[bool] = bindparam("whole", type_=Boolean)
PRIVATE: BindParameter[bool] = bindparam("now_private", type_=Boolean)

TEXTS_ONLY = (
    select(story_keys.c.story_id)
    .where(story_keys.c.platform == bindparam("in_platform"), story_keys.c.space == bindparam("in_space"))
    .where(story_keys.c.key.startswith("text:", autoescape=True))
)
"""Stories that someone pasted as a text; the others are public pages, which say nothing of a channel."""


def _stands_in(table: Table, prefix: str = "") -> ColumnElement[bool]:
    """Rows of the place; without a thread, of the whole channel."""
    return and_(
        table.c.platform == bindparam("in_platform"),
        table.c[f"{prefix}space"] == bindparam("in_space"),
        table.c[f"{prefix}channel"] == bindparam("in_channel"),
        or_(WHOLE, table.c[f"{prefix}thread"] == bindparam("in_thread")),
    )


def _changed(table: Table, prefix: str = "") -> ColumnElement[bool]:
    """What becomes public is the channel itself: a private thread in it stays private until that is said of it."""
    return and_(
        _stands_in(table, prefix),
        or_(PRIVATE, table.c[f"{prefix}thread"] == bindparam("in_thread")),
    )


TEXTS = delete(stories).where(
    stories.c.id.in_(TEXTS_ONLY),
    stories.c.id.in_(select(shares.c.story_id).where(_stands_in(shares))),
    ~exists().where(shares.c.story_id == stories.c.id, ~_stands_in(shares)),
)
REMOVALS = (
    TEXTS,
    delete(replies).where(or_(_stands_in(replies), _stands_in(replies, "answers_"))),
    delete(shares).where(_stands_in(shares)),
    delete(outbox).where(_stands_in(outbox)),
    delete(topics).where(_stands_in(topics)),
)
SETTINGS = delete(channel_settings).where(
    channel_settings.c.platform == bindparam("in_platform"),
    channel_settings.c.space == bindparam("in_space"),
    channel_settings.c.channel == bindparam("in_channel"),
)
CHANGES = (
    update(shares).where(_changed(shares)).values(private=PRIVATE),
    update(replies).where(_changed(replies)).values(private=PRIVATE),
    update(outbox).where(_changed(outbox)).values(private=PRIVATE),
    update(topics).where(_changed(topics)).values(private=PRIVATE),
    update(replies).where(_changed(replies, "answers_")).values(answers_private=PRIVATE),
)


async def remove(c: Connection, place: Place) -> None:
    """Who shared what there, the answers, what is followed, texts pasted nowhere else; of a channel its settings."""
    for removal in REMOVALS:
        await c.execute(removal, _where(place))
    if not place.thread:
        await c.execute(SETTINGS, _where(place))


async def change(c: Connection, place: Place) -> None:
    """From now on `place.private` holds, for what was shared before as well."""
    for changing in CHANGES:
        await c.execute(changing, _where(place) | {"now_private": place.private})


def _where(place: Place) -> dict[str, object]:
    return {
        "in_platform": place.platform,
        "in_space": place.space,
        "in_channel": place.channel,
        "in_thread": place.thread or "",
        "whole": not place.thread,
    }
