"""The stories that everyone in a space may know of, the latest first."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from bot.chat import MessageRef, Space
from bot.model import Story
from bot.store import stories
from bot.store.engine import Connection
from bot.store.schema import shares
from bot.store.shares import IN_SPACE, of_row

LOOKED_AT = 40
"""Shares; a story that many share is one story."""

PUBLIC = (
    select(shares)
    .where(*IN_SPACE, shares.c.story_id.is_not(None), ~shares.c.private, ~shares.c.direct)
    .order_by(shares.c.at.desc(), shares.c.id.desc())
    .limit(bindparam("most"))
)


async def public(c: Connection, space: Space, most: int) -> list[tuple[Story, MessageRef]]:
    """Up to `most` stories, each with the message that shared it last."""
    given = {"in_platform": space.platform, "in_space": space.id, "most": LOOKED_AT}
    found = [of_row(row) for row in (await c.execute(PUBLIC, given)).mappings()]
    last = {share.story_id: share.ref for share in reversed(found) if share.story_id is not None}
    ids = list(dict.fromkeys(share.story_id for share in found if share.story_id is not None))[:most]
    told = [(await stories.get(c, space, story_id), last[story_id]) for story_id in ids]
    return [(story, ref) for story, ref in told if story is not None]
