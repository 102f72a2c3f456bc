"""Who shared what, where and when: one row per message and link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.chat import MessageRef, Place, Space, Speaker
from bot.store import rows
from bot.store.alert_tables import grouped_stories
from bot.store.engine import Connection
from bot.store.schema import shares, stories


@dataclass(frozen=True, slots=True)
class Share:
    """`url` is the link as it was posted, `key` its identity; `story_id` is None until the story was read."""

    id: int
    ref: MessageRef
    speaker: Speaker
    url: str
    key: str
    story_id: int | None
    at: datetime


INSERT = insert(shares).on_conflict_do_nothing().returning(shares.c.id)
OF_MESSAGE = select(shares).where(rows.stands_at(shares)).order_by(shares.c.id)
STORY_HERE = exists().where(
    stories.c.id == bindparam("new_story"), stories.c.platform == shares.c.platform, stories.c.space == shares.c.space
)
ATTACH = update(shares).where(shares.c.id == bindparam("share_id"), STORY_HERE).values(story_id=bindparam("new_story"))
IN_SPACE = (shares.c.platform == bindparam("in_platform"), shares.c.space == bindparam("in_space"))
OF_STORY = select(shares).where(shares.c.story_id == bindparam("of_story"), *IN_SPACE)
EARLIEST = (shares.c.at, shares.c.id)
FIRST = OF_STORY.where(shares.c.channel == bindparam("in_channel")).order_by(*EARLIEST).limit(1)
FIRST_PUBLIC = (
    OF_STORY.where(shares.c.channel != bindparam("in_channel"), ~shares.c.private, ~shares.c.direct)
    .order_by(*EARLIEST)
    .limit(1)
)
FIRSTS_PUBLIC = (
    select(shares)
    .where(*IN_SPACE, shares.c.story_id.in_(bindparam("ids", expanding=True)), ~shares.c.private, ~shares.c.direct)
    .order_by(shares.c.at.desc(), shares.c.id.desc())
)
FIRST_IN_EACH = (
    select(func.min(shares.c.id))
    .join(grouped_stories, grouped_stories.c.story_id == shares.c.story_id)
    .where(*IN_SPACE, grouped_stories.c.group_id == bindparam("of_group"))
    .group_by(shares.c.channel, shares.c.story_id)
    .correlate(None)
)
OF_GROUP = select(shares).where(shares.c.id.in_(FIRST_IN_EACH)).order_by(*EARLIEST)
LATEST = (
    select(shares)
    .where(*IN_SPACE, shares.c.channel == bindparam("in_channel"))
    .order_by(shares.c.at.desc(), shares.c.id.desc())
    .limit(1)
)
GET = select(shares).where(*IN_SPACE, shares.c.id == bindparam("share_id"))
REMOVE = delete(shares).where(shares.c.id.in_(bindparam("ids", expanding=True)))


async def add(c: Connection, ref: MessageRef, speaker: Speaker, url: str, key: str, at: datetime) -> Share | None:
    """Note that `ref` holds the link; None if that was noted before."""
    who = {"platform": ref.place.platform, "speaker_id": speaker.id, "speaker_name": speaker.name}
    what = {"url": url, "key": key, "key_index": key, "story_id": None, "at": at}
    share_id = (await c.execute(INSERT, who | rows.of_ref(ref) | what)).scalar()
    if share_id is None:
        return None
    return Share(share_id, ref, Speaker(ref.place.platform, speaker.id, speaker.name), url, key, None, at)


async def get(c: Connection, space: Space, share_id: int) -> Share | None:
    return await _one(c, GET, space, share_id=share_id)


async def of_message(c: Connection, ref: MessageRef) -> list[Share]:
    """The message's links, in the order they were added."""
    result = await c.execute(OF_MESSAGE, rows.at_params(ref))
    return [of_row(row) for row in result.mappings()]


async def attach(c: Connection, share_id: int, story_id: int) -> bool:
    """Say which story the link led to. False: the share is gone, or the story is not of its space."""
    result = await c.execute(ATTACH, {"share_id": share_id, "new_story": story_id})
    return result.rowcount == 1


async def first(c: Connection, place: Place, story_id: int) -> Share | None:
    """The story's earliest share in the place's channel, in whatever thread."""
    return await _one(c, FIRST, place.tenant, in_channel=place.channel, of_story=story_id)


async def first_public(c: Connection, space: Space, story_id: int, except_channel: str) -> Share | None:
    """The story's earliest share in the other channels of the space that everyone there may read."""
    return await _one(c, FIRST_PUBLIC, space, in_channel=except_channel, of_story=story_id)


async def firsts_public(c: Connection, space: Space, story_ids: Sequence[int]) -> dict[int, Share]:
    """The earliest share of each story that everyone in the space may read."""
    if not story_ids:
        return {}
    given = {"in_platform": space.platform, "in_space": space.id, "ids": list(story_ids)}
    found = [of_row(row) for row in (await c.execute(FIRSTS_PUBLIC, given)).mappings()]
    return {share.story_id: share for share in found if share.story_id is not None}


async def of_group(c: Connection, space: Space, group_id: int) -> list[Share]:
    """The first share of each story of a group in each channel, private ones too, the earliest first.

    However often a link is pasted again, this stays as short as there are channels and outlets.
    """
    given = {"in_platform": space.platform, "in_space": space.id, "of_group": group_id}
    return [of_row(row) for row in (await c.execute(OF_GROUP, given)).mappings()]


async def latest(c: Connection, place: Place) -> Share | None:
    """The link posted last in the place's channel, in whatever thread."""
    return await _one(c, LATEST, place.tenant, in_channel=place.channel)


async def remove(c: Connection, share_ids: Sequence[int]) -> None:
    if share_ids:
        await c.execute(REMOVE, {"ids": list(share_ids)})


async def _one(c: Connection, statement: Any, space: Space, **given: object) -> Share | None:
    result = await c.execute(statement, {"in_platform": space.platform, "in_space": space.id, **given})
    row = result.mappings().first()
    return None if row is None else of_row(row)


def of_row(row: RowMapping) -> Share:
    speaker = Speaker(row["platform"], row["speaker_id"], row["speaker_name"])
    return Share(row["id"], rows.to_ref(row), speaker, row["url"], row["key"], row["story_id"], row["at"])
