"""The bot's own messages: what each answers, so that an edit or a removal finds it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from bot.chat import MessageRef
from bot.store import rows
from bot.store.engine import Connection
from bot.store.schema import replies, shares, stories


@dataclass(frozen=True, slots=True)
class StoredReply:
    """A reply that stands at `ref`. `key` is `chat.Reply.key`; `asked_by` the id of who caused it.

    `answers` is the message it answers; `story_id` and `share_id` become None when those go.
    """

    key: str
    ref: MessageRef
    asked_by: str
    at: datetime
    answers: MessageRef | None = None
    story_id: int | None = None
    share_id: int | None = None


ANSWERS = "answers_"
NO_ANSWERS = dict.fromkeys((ANSWERS + name for name in rows.PLACE_COLUMNS), None)
IDENTITY = ("platform", "key")


def _upsert() -> Any:
    """A story or share that went meanwhile is left out: the reply is there all the same."""
    story = select(stories.c.id).where(stories.c.id == bindparam("its_story")).scalar_subquery()
    share = select(shares.c.id).where(shares.c.id == bindparam("its_share")).scalar_subquery()
    plain = [c.name for c in replies.c if c.name not in {"id", "story_id", "share_id"}]
    statement = insert(replies).values({n: bindparam(n) for n in plain} | {"story_id": story, "share_id": share})
    changed = {name: statement.excluded[name] for name in (*plain, "story_id", "share_id") if name not in IDENTITY}
    return statement.on_conflict_do_update(index_elements=IDENTITY, set_=changed)


SAVE = _upsert()
OF_MESSAGE = select(replies).where(rows.stands_at(replies, ANSWERS)).order_by(replies.c.id)
AT = select(replies).where(rows.stands_at(replies)).order_by(replies.c.at.desc(), replies.c.id.desc()).limit(1)
BY_KEY = select(replies).where(replies.c.platform == bindparam("of_platform"), replies.c.key == bindparam("of_key"))
REMOVE = delete(replies).where(rows.stands_at(replies))


async def save(c: Connection, reply: StoredReply) -> None:
    """Keep where `reply` stands; one of the same platform and key is replaced."""
    await save_all(c, [reply])


async def save_all(c: Connection, many: Sequence[StoredReply]) -> None:
    """As `save`, for several."""
    if many:
        await c.execute(SAVE, [_row(reply) for reply in many])


def _row(reply: StoredReply) -> dict[str, object]:
    answers = NO_ANSWERS if reply.answers is None else rows.of_ref(reply.answers, ANSWERS)
    own = {
        "platform": reply.ref.place.platform,
        "key": reply.key,
        "its_story": reply.story_id,
        "its_share": reply.share_id,
        "asked_by": reply.asked_by,
        "at": reply.at,
    }
    return own | rows.of_ref(reply.ref) | answers


async def of_message(c: Connection, answered: MessageRef) -> list[StoredReply]:
    """All replies to a message, in the order they were first saved."""
    result = await c.execute(OF_MESSAGE, rows.at_params(answered))
    return [_reply(row) for row in result.mappings()]


async def at(c: Connection, ref: MessageRef) -> StoredReply | None:
    """The reply that stands at `ref`: the newest, if the message was reused."""
    row = (await c.execute(AT, rows.at_params(ref))).mappings().first()
    return None if row is None else _reply(row)


async def by_key(c: Connection, platform: str, key: str) -> StoredReply | None:
    row = (await c.execute(BY_KEY, {"of_platform": platform, "of_key": key})).mappings().first()
    return None if row is None else _reply(row)


async def remove(c: Connection, ref: MessageRef) -> None:
    """Forget what stood at `ref`."""
    await c.execute(REMOVE, rows.at_params(ref))


def _reply(row: RowMapping) -> StoredReply:
    answers = None if row[ANSWERS + "message"] is None else rows.to_ref(row, ANSWERS)
    return StoredReply(
        row["key"], rows.to_ref(row), row["asked_by"], row["at"], answers, row["story_id"], row["share_id"]
    )
