"""Where people were seen: completion, look-up by name, and the stories of one person.

What a channel may know of a person is what was shared in it, and what was shared where
everyone of the space may read: every question names the channel. None is for the owner
of the machine, who may see all of a space.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select

from bot.chat import Space
from bot.people.across import name_key
from bot.people.lexicon import folded
from bot.people.profile import Seen
from bot.store import stories
from bot.store.columns import storable
from bot.store.engine import Connection
from bot.store.people import LONGEST_PREFIX
from bot.store.schema import mentions, name_prefixes, people, shares
from bot.store.schema import stories as stories_table
from bot.store.shares import Share, of_row


@dataclass(frozen=True, slots=True)
class Known:
    """A person of a space; `name` as it was printed first."""

    id: int
    name: str


MOST_TYPED = 60
IN_SPACE = (people.c.platform == bindparam("in_platform"), people.c.space == bindparam("in_space"))
MAY_KNOW = and_(
    shares.c.platform == bindparam("in_platform"),
    shares.c.space == bindparam("in_space"),
    or_(shares.c.channel == bindparam("in_channel"), and_(~shares.c.private, ~shares.c.direct)),
)


def _seen() -> ColumnElement[bool]:
    """The condition that a person is in a story which the channel may know of."""
    return exists().where(mentions.c.person_id == people.c.id, shares.c.story_id == mentions.c.story_id, MAY_KNOW)


@cache
def _starting(*, all_seen: bool) -> Select[Any]:
    """People with a part of the name that begins as typed, the latest first."""
    conditions = [
        name_prefixes.c.platform == bindparam("in_platform"),
        name_prefixes.c.space == bindparam("in_space"),
        name_prefixes.c.prefix == bindparam("prefix"),
        func.substr(name_prefixes.c.term, 1, bindparam("length")) == bindparam("typed"),
    ]
    return (
        select(people.c.id, people.c.name, name_prefixes.c.term)
        .join(name_prefixes, name_prefixes.c.person_id == people.c.id)
        .where(*conditions, *(() if all_seen else (_seen(),)))
        .order_by(name_prefixes.c.last_at.desc())
        .limit(bindparam("most"))
    )


@cache
def _latest(*, all_seen: bool) -> Select[Any]:
    return (
        select(people.c.id, people.c.name)
        .where(*IN_SPACE, *(() if all_seen else (_seen(),)))
        .order_by(people.c.last_at.desc())
        .limit(bindparam("most"))
    )


@cache
def _by_key(*, all_seen: bool) -> Select[Any]:
    return (
        select(people.c.id, people.c.name)
        .where(*IN_SPACE, people.c.key == bindparam("of_key"), *(() if all_seen else (_seen(),)))
        .order_by(people.c.last_at.desc())
        .limit(10)
    )


STORIES = (
    select(mentions.c.position, stories_table.c.id, stories_table.c.reading, stories_table.c.saved_at)
    .join(stories_table, stories_table.c.id == mentions.c.story_id)
    .where(
        mentions.c.person_id == bindparam("of_person"),
        stories_table.c.platform == bindparam("in_platform"),
        stories_table.c.space == bindparam("in_space"),
    )
    .order_by(stories_table.c.saved_at.desc(), stories_table.c.id.desc())
    .limit(bindparam("most"))
)
SHARED = STORIES.where(exists().where(shares.c.story_id == stories_table.c.id, MAY_KNOW))
FIRST_SHARES = (
    select(shares)
    .where(shares.c.story_id.in_(bindparam("story_ids", expanding=True)), MAY_KNOW)
    .order_by((shares.c.channel == bindparam("in_channel")).desc(), shares.c.at, shares.c.id)
)
"""Of a story's shares the earliest in the channel itself goes first."""


async def starting(c: Connection, space: Space, typed: str, channel: str | None, most: int = 25) -> list[Known]:
    """People whose name, or any further word of it, begins with `typed` in whatever accents and capitals.

    Where nothing is typed yet: who was seen last.
    """
    start = storable(folded(typed.strip()))[:200]
    if not start:
        latest = await c.execute(_latest(all_seen=channel is None), _where(space, channel) | {"most": most})
        return [Known(row.id, row.name) for row in latest]
    given = _where(space, channel) | {
        "prefix": start[:LONGEST_PREFIX],
        "typed": start,
        "length": len(start),
        "most": most + MOST_TYPED,
    }
    found = await c.execute(_starting(all_seen=channel is None), given)
    return list(dict.fromkeys(Known(row.id, row.name) for row in found))[:most]


async def named(c: Connection, space: Space, name: str, channel: str | None) -> list[Known]:
    """Everyone known by this name: in full and in any spelling; else those with a part of it that reads so."""
    if not name.strip():
        return []
    given = _where(space, channel) | {"of_key": name_key(name)}
    found = [Known(row.id, row.name) for row in await c.execute(_by_key(all_seen=channel is None), given)]
    if found and " " in name_key(name):
        return found
    typed = folded(name.strip())
    partly = await starting(c, space, name, channel)
    whole = [known for known in partly if typed in _parts(known.name)]
    return list(dict.fromkeys([*found, *whole])) or partly


def _parts(name: str) -> set[str]:
    words = folded(name).split()
    return {" ".join(words[at:end]) for at in range(len(words)) for end in range(at + 1, len(words) + 1)}


async def near(c: Connection, space: Space, name: str, channel: str | None) -> list[str]:
    """Names to compare a mistyped one with: those with a part that begins like a part of it, the latest first."""
    found: list[str] = []
    for word in folded(name).split()[:4]:
        for letters in (2, 1):
            found += [known.name for known in await starting(c, space, word[:letters], channel, 150)]
    return list(dict.fromkeys(found))


async def of_person(c: Connection, space: Space, person_id: int, channel: str | None, most: int = 20) -> list[Seen]:
    """The person's stories, the newest first."""
    given = _where(space, channel) | {"of_person": person_id, "most": most}
    found = (await c.execute(STORIES if channel is None else SHARED, given)).all()
    told = [(row.position, stories.of_row(row)) for row in found]
    first = await _first_shares(c, space, channel, [story.id for _, story in told])
    return [
        Seen(story, story.reading.people[position], share.ref if (share := first.get(story.id)) else None)
        for position, story in told
        if position < len(story.reading.people)
    ]


async def _first_shares(c: Connection, space: Space, channel: str | None, ids: Sequence[int]) -> dict[int, Share]:
    if channel is None or not ids:
        return {}
    found = await c.execute(FIRST_SHARES, _where(space, channel) | {"story_ids": list(ids)})
    first: dict[int, Share] = {}
    for row in found.mappings():
        first.setdefault(row["story_id"], of_row(row))
    return first


def _where(space: Space, channel: str | None) -> dict[str, object]:
    where: dict[str, object] = {"in_platform": space.platform, "in_space": space.id}
    return where if channel is None else where | {"in_channel": channel}
