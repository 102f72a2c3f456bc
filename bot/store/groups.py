"""Which stories of a space are one, and what clustering must remember of each to go on after a restart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, Select, and_, bindparam, delete, exists, func, insert, or_, select, update

from bot.chat import Place, Space
from bot.model import Story
from bot.store import stories as stored
from bot.store.alert_tables import grouped_stories as grouped
from bot.store.alert_tables import story_groups as groups
from bot.store.engine import Connection
from bot.store.schema import shares, stories


@dataclass(frozen=True, slots=True)
class Grouped:
    """A public story in its group. `copy_of` is the id of the one whose text it repeats, `wire` the agency credited."""

    id: int
    group_id: int
    story_id: int
    copy_of: int | None
    outlet: str
    wire: str
    from_feed: bool
    traits: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """Who told a group's story: outlets, and how many of them carry the text of the agency `wire`."""

    outlets: tuple[str, ...] = ()
    copies: int = 0
    wire: str = ""


PUBLIC_SHARE = exists().where(shares.c.story_id == grouped.c.story_id, ~shares.c.private, ~shares.c.direct)
VISIBLE = or_(grouped.c.from_feed, PUBLIC_SHARE)
"""Decided when it is asked: what was taken back, or sealed since, is not told any more."""

IN_SPACE = (grouped.c.platform == bindparam("of_platform"), grouped.c.space == bindparam("of_space"))
NEWER = (
    select(grouped)
    .where(*IN_SPACE, grouped.c.id > bindparam("after"), grouped.c.at >= bindparam("since"))
    .order_by(grouped.c.id)
)
OF_STORY = select(grouped).where(*IN_SPACE, grouped.c.story_id == bindparam("of_story"))
STARTED = select(groups.c.at).where(groups.c.id == bindparam("group_id"))
START = insert(groups).returning(groups.c.id)
PUT = insert(grouped).returning(grouped.c.id)
TOUCH = update(groups).where(groups.c.id == bindparam("group_id")).values(last_at=bindparam("told_at"))
FED = update(grouped).where(grouped.c.story_id == bindparam("of_story")).values(from_feed=True)
VISIBLE_OF = (
    select(grouped)
    .where(*IN_SPACE, grouped.c.group_id.in_(bindparam("ids", expanding=True)), VISIBLE)
    .order_by(grouped.c.id)
)
HEARD_HERE = exists().where(
    shares.c.story_id == stories.c.id,
    or_(and_(~shares.c.private, ~shares.c.direct), shares.c.channel == bindparam("in_channel")),
)
SINCE: Select[tuple[int, str, datetime, int | None]] = (
    select(stories.c.id, stories.c.reading, stories.c.saved_at, grouped.c.group_id)
    .select_from(stories.outerjoin(grouped, grouped.c.story_id == stories.c.id))
    .where(
        stories.c.platform == bindparam("of_platform"),
        stories.c.space == bindparam("of_space"),
        stories.c.saved_at >= bindparam("since"),
        or_(grouped.c.from_feed, HEARD_HERE),
    )
    .order_by(stories.c.id.desc())
    .limit(bindparam("most"))
)
FORGET = update(grouped).where(grouped.c.at < bindparam("before"), grouped.c.traits != b"").values(traits=b"")
EXPIRE_GROUPS = delete(groups).where(groups.c.last_at < bindparam("before"))
COUNT = select(func.count()).select_from(grouped).where(*IN_SPACE)


async def newer(c: Connection, space: Space, after: int, since: datetime) -> list[Grouped]:
    """What was grouped after the row `after`, and not before `since`."""
    return [_of_row(row) for row in (await c.execute(NEWER, _of(space) | {"after": after, "since": since})).mappings()]


async def of_story(c: Connection, space: Space, story_id: int) -> Grouped | None:
    row = (await c.execute(OF_STORY, _of(space) | {"of_story": story_id})).mappings().first()
    return None if row is None else _of_row(row)


async def started(c: Connection, group_id: int) -> datetime | None:
    """When the first story of the group became known."""
    at: datetime | None = (await c.execute(STARTED, {"group_id": group_id})).scalar()
    return at


async def start(c: Connection, space: Space, at: datetime) -> int:
    row = {"platform": space.platform, "space": space.id, "at": at, "last_at": at}
    return int((await c.execute(START, row)).scalar_one())


async def put(c: Connection, space: Space, item: Grouped) -> int:
    """Keep `item`, whose id counts for nothing; returns its id."""
    row = {
        "platform": space.platform,
        "space": space.id,
        "group_id": item.group_id,
        "story_id": item.story_id,
        "copy_of": item.copy_of,
        "outlet": item.outlet,
        "wire": item.wire,
        "from_feed": item.from_feed,
        "traits": item.traits,
        "at": item.at,
    }
    await c.execute(TOUCH, {"group_id": item.group_id, "told_at": item.at})
    return int((await c.execute(PUT, row)).scalar_one())


async def fed(c: Connection, story_id: int) -> None:
    """The story is in a feed too, so everyone in the space may hear of it."""
    await c.execute(FED, {"of_story": story_id})


async def visible(c: Connection, space: Space, group_ids: Sequence[int]) -> list[Grouped]:
    """The articles of these groups that everyone in the space may hear of, in the order of arrival."""
    if not group_ids:
        return []
    return [_of_row(row) for row in (await c.execute(VISIBLE_OF, _of(space) | {"ids": list(group_ids)})).mappings()]


def tally(told: Sequence[Grouped]) -> Tally:
    """Of the articles of one group, in the order of arrival."""
    outlets = tuple(dict.fromkeys(one.outlet for one in told if one.outlet))
    wires = [one.wire for one in told if one.wire]
    wire = max(dict.fromkeys(wires), key=wires.count, default="")
    same = {one.outlet for one in told if one.copy_of is not None}
    return Tally(outlets, len(same) + 1 if same else 0, wire)


async def since(c: Connection, place: Place, after: datetime, most: int) -> list[tuple[Story, int]]:
    """The latest stories that the place's channel may hear of, the newest first, each with its group (0: none)."""
    given = _of(place.tenant) | {"in_channel": place.channel, "since": after, "most": most}
    return [(stored.of_row(row), row.group_id or 0) for row in await c.execute(SINCE, given)]


async def forget_traits(c: Connection, before: datetime) -> int:
    """Clustering looks back some days only; who told what stays as long as the stories."""
    return (await c.execute(FORGET, {"before": before})).rowcount


async def expire(c: Connection, before: datetime) -> int:
    """Drop groups that nothing was added to since; their alerts go with them."""
    return (await c.execute(EXPIRE_GROUPS, {"before": before})).rowcount


async def count(c: Connection, space: Space) -> int:
    return int((await c.execute(COUNT, _of(space))).scalar_one())


def _of(space: Space) -> dict[str, object]:
    return {"of_platform": space.platform, "of_space": space.id}


def _of_row(row: RowMapping) -> Grouped:
    return Grouped(
        row["id"],
        row["group_id"],
        row["story_id"],
        row["copy_of"],
        row["outlet"],
        row["wire"],
        row["from_feed"],
        row["traits"],
        row["at"],
    )
