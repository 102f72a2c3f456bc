"""Who is in the stories of a space: one row per person, and the first letters of every part of the name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or

from bot.chat import Space
from bot.model import Person
from bot.people.across import Evidence, choose, evidence, name_key, tail_key, terms
from bot.store.columns import storable
from bot.store.engine import Connection
from bot.store.schema import mentions, name_prefixes, people

LONGEST_PREFIX = 6
"""Letters that are indexed; of a longer beginning the rest is compared."""

DECODER = msgspec.json.Decoder(Evidence)
ENCODER = msgspec.json.Encoder()


IN_SPACE = (people.c.platform == bindparam("in_platform"), people.c.space == bindparam("in_space"))
CANDIDATES = (
    select(people.c.id, people.c.key, people.c.evidence)
    .where(*IN_SPACE, people.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(people.c.id)
)
BY_TAIL = (
    select(people.c.id, people.c.evidence)
    .where(*IN_SPACE, people.c.tail == bindparam("of_tail"), people.c.key != bindparam("of_tail"))
    .order_by(people.c.id)
    .limit(3)
)
INSERT = insert(people).returning(people.c.id)
UPDATE = (
    update(people)
    .where(people.c.id == bindparam("person"))
    .values(evidence=bindparam("new_evidence"), last_at=bindparam("now"))
)
FORGET = delete(mentions).where(mentions.c.story_id == bindparam("of_story"))
MENTION = insert(mentions)
PREFIX = insert_or(name_prefixes)
PREFIXES = PREFIX.on_conflict_do_update(
    index_elements=["person_id", "term", "prefix"], set_={"last_at": PREFIX.excluded.last_at}
)


async def note(c: Connection, space: Space, story_id: int, found: Sequence[Person], at: datetime) -> None:
    """Keep who is in the story, instead of who was; call it where one transaction at a time writes for the space."""
    await c.execute(FORGET, {"of_story": story_id})
    if not found:
        return
    known = await _candidates(c, space, [name_key(person.name) for person in found])
    rows, prefixes = [], []
    for position, person in enumerate(found):
        person_id = await _person(c, space, person, evidence(person, found), known, at)
        rows.append({"story_id": story_id, "position": position, "person_id": person_id})
        prefixes += _prefixes(space, person_id, person.name, at)
    await c.execute(MENTION, rows)
    await c.execute(PREFIXES, list({(p["person_id"], p["term"], p["prefix"]): p for p in prefixes}.values()))


Rows = dict[str, list[tuple[int, Evidence]]]


async def _candidates(c: Connection, space: Space, keys: Sequence[str]) -> Rows:
    given = {"in_platform": space.platform, "in_space": space.id, "keys": list(dict.fromkeys(keys))}
    known: Rows = {}
    for row in await c.execute(CANDIDATES, given):
        known.setdefault(row.key, []).append((row.id, DECODER.decode(row.evidence)))
    return known


async def _person(c: Connection, space: Space, person: Person, told: Evidence, known: Rows, at: datetime) -> int:
    """The id of who `person` is, known from other stories or new."""
    key = name_key(person.name)
    candidates = known.setdefault(key, [])
    lone = " " not in key
    if lone and not candidates:
        candidates = await _with_tail(c, space, key)
    chosen = choose([row[1] for row in candidates], told)
    if chosen is not None:
        person_id, before = candidates[chosen]
        now = before.joined(told)
        await c.execute(UPDATE, {"person": person_id, "new_evidence": ENCODER.encode(now).decode(), "now": at})
        candidates[chosen] = (person_id, now)
        return person_id
    row = {
        "platform": space.platform,
        "space": space.id,
        "key": key,
        "tail": tail_key(person.name),
        "name": person.name,
        "evidence": ENCODER.encode(told).decode(),
        "last_at": at,
    }
    person_id = int((await c.execute(INSERT, row)).scalar_one())
    known.setdefault(key, []).append((person_id, told))
    return person_id


async def _with_tail(c: Connection, space: Space, tail: str) -> list[tuple[int, Evidence]]:
    """The one person whose family name a lone word is; of several nobody can be meant."""
    given = {"in_platform": space.platform, "in_space": space.id, "of_tail": tail}
    rows = (await c.execute(BY_TAIL, given)).all()
    return [(row.id, DECODER.decode(row.evidence)) for row in rows] if len(rows) == 1 else []


def _prefixes(space: Space, person_id: int, name: str, at: datetime) -> list[dict[str, object]]:
    where = {"platform": space.platform, "space": space.id, "person_id": person_id, "last_at": at}
    return [
        where | {"term": term, "prefix": term[:length]}
        for term in map(storable, terms(name)[:6])
        for length in range(1, min(LONGEST_PREFIX, len(term)) + 1)
    ]
