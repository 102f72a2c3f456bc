"""Stories as one space keeps them, found by any of their keys.

A key is an address's identity (`bot.links.clean.identity`) or "text:<hash>". Within a
space a key belongs to one story; between spaces nothing is shared.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or

from bot.chat import Space
from bot.errors import StoreError
from bot.model import Reading, Story
from bot.store import people
from bot.store.columns import indexable
from bot.store.engine import Connection
from bot.store.schema import shares, stories, story_keys
from bot.store.spaces_lock import one_writer

DECODER = msgspec.json.Decoder(Reading)
ENCODER = msgspec.json.Encoder()

IN_SPACE = (stories.c.platform == bindparam("platform"), stories.c.space == bindparam("space"))
STORY = select(stories.c.id, stories.c.reading, stories.c.saved_at)
GET = STORY.where(stories.c.id == bindparam("story_id"), *IN_SPACE)
MANY = STORY.where(stories.c.id.in_(bindparam("ids", expanding=True)), *IN_SPACE)
OLDEST_WITH_KEY = (
    select(func.min(story_keys.c.story_id))
    .where(
        story_keys.c.platform == bindparam("platform"),
        story_keys.c.space == bindparam("space"),
        story_keys.c.key.in_(bindparam("keys", expanding=True)),
    )
    .scalar_subquery()
)
FIND = STORY.where(stories.c.id == OLDEST_WITH_KEY)
EXISTS = select(stories.c.id).where(stories.c.id == bindparam("story_id"), *IN_SPACE)
INSERT = insert(stories).returning(stories.c.id)
INSERT_KEYS = insert_or(story_keys).on_conflict_do_nothing()
REFRESH = (
    update(stories)
    .where(stories.c.id == bindparam("story_id"))
    .values(reading=bindparam("reading"), saved_at=bindparam("saved_at"))
)

FORGET_TEXTS = delete(stories).where(
    stories.c.id.in_(bindparam("ids", expanding=True)),
    *IN_SPACE,
    exists().where(story_keys.c.story_id == stories.c.id, story_keys.c.key.startswith("text:", autoescape=True)),
    ~exists().where(shares.c.story_id == stories.c.id),
)


async def find(c: Connection, space: Space, keys: Sequence[str]) -> Story | None:
    """The story that any of `keys` belongs to; the one saved first where they belong to several."""
    result = await c.execute(FIND, {"platform": space.platform, "space": space.id, "keys": list(keys)})
    return _story(result.first())


async def get(c: Connection, space: Space, story_id: int) -> Story | None:
    result = await c.execute(GET, {"platform": space.platform, "space": space.id, "story_id": story_id})
    return _story(result.first())


async def many(c: Connection, space: Space, ids: Sequence[int]) -> list[Story]:
    """Those of `ids` that the space has."""
    if not ids:
        return []
    rows = await c.execute(MANY, {"platform": space.platform, "space": space.id, "ids": list(ids)})
    return [of_row(row) for row in rows]


async def forget_texts(c: Connection, space: Space, ids: Collection[int]) -> None:
    """Drop those of `ids` that someone pasted as a text and that stand in no message any more: unlike a public page,
    such a text belongs to who pasted it."""
    if ids:
        await c.execute(FORGET_TEXTS, {"platform": space.platform, "space": space.id, "ids": list(ids)})


async def save(
    c: Connection, space: Space, reading: Reading, keys: Sequence[str], at: datetime, *, refresh: bool = False
) -> Story:
    """Keep `reading` under `keys`, unless one of them has a story here: then that story gets the other keys.

    With `refresh` such a story's reading and time are replaced. Returns what is now kept.
    """
    await one_writer(c, space)
    story = await find(c, space, keys)
    if story is None:
        story = await _insert(c, space, reading, at)
        await people.note(c, space, story.id, reading.people, at)
    elif refresh:
        new = {"story_id": story.id, "reading": ENCODER.encode(reading).decode(), "saved_at": at}
        await c.execute(REFRESH, new)
        story = Story(story.id, reading, at)
        await people.note(c, space, story.id, reading.people, at)
    await _insert_keys(c, space, story.id, keys)
    return story


async def add_keys(c: Connection, space: Space, story_id: int, keys: Sequence[str]) -> bool:
    """Let `keys` find the story too; a key that has a story keeps it. False: there is no such story here."""
    await one_writer(c, space)
    given = {"platform": space.platform, "space": space.id, "story_id": story_id}
    if (await c.execute(EXISTS, given)).first() is None:
        return False
    await _insert_keys(c, space, story_id, keys)
    return True


async def _insert(c: Connection, space: Space, reading: Reading, at: datetime) -> Story:
    text = ENCODER.encode(reading).decode()
    result = await c.execute(INSERT, {"platform": space.platform, "space": space.id, "reading": text, "saved_at": at})
    return Story(result.scalar_one(), reading, at)


async def _insert_keys(c: Connection, space: Space, story_id: int, keys: Sequence[str]) -> None:
    rows = [
        {"platform": space.platform, "space": space.id, "key": key, "story_id": story_id}
        for key in dict.fromkeys(map(indexable, keys))
    ]
    if rows:
        await c.execute(INSERT_KEYS, rows)


def _story(row: Row[Any, Any, Any] | None) -> Story | None:
    return None if row is None else of_row(row)


def of_row(row: Row[*tuple[Any, ...]]) -> Story:
    """The story of a row with `id`, `reading` and `saved_at`. Raises `StoreError` for a reading that cannot be read."""
    try:
        return Story(row.id, DECODER.decode(row.reading), row.saved_at)
    except msgspec.DecodeError as error:
        raise StoreError(f"the reading kept of story {row.id} cannot be read: {error}") from error
