"""What people set for a channel or a whole space, and who did so when."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from bot.channels import Chosen
from bot.chat import Place, Space
from bot.store.engine import Connection
from bot.store.schema import channel_settings as settings

WHOLE_SPACE = ""

IN_SPACE = (settings.c.platform == bindparam("in_platform"), settings.c.space == bindparam("in_space"))
HOLDING = select(settings).where(*IN_SPACE, settings.c.channel.in_([WHOLE_SPACE, bindparam("in_channel")]))
INSERT = insert(settings)
PUT = INSERT.on_conflict_do_update(
    index_elements=["platform", "space", "channel", "name"],
    set_={name: INSERT.excluded[name] for name in ("value", "set_by", "at")},
)
DROP = delete(settings).where(
    *IN_SPACE, settings.c.channel == bindparam("in_channel"), settings.c.name == bindparam("of_name")
)


async def holding(c: Connection, place: Place) -> list[Chosen]:
    """What was set for the place's channel and for its space."""
    result = await c.execute(HOLDING, _where(place.tenant, place.channel))
    return [Chosen(row.name, row.value, row.channel, row.set_by, row.at) for row in result]


async def of_space(c: Connection, space: Space) -> list[Chosen]:
    """What was set for the whole space."""
    result = await c.execute(HOLDING, _where(space, WHOLE_SPACE))
    return [Chosen(row.name, row.value, row.channel, row.set_by, row.at) for row in result]


async def put(c: Connection, space: Space, chosen: Chosen) -> None:
    """Keep `chosen` instead of what was set before for the same channel (or, with an empty one, the space)."""
    own = {"platform": space.platform, "space": space.id, "channel": chosen.channel}
    await c.execute(PUT, own | {"name": chosen.name, "value": chosen.value, "set_by": chosen.by, "at": chosen.at})


async def drop(c: Connection, space: Space, channel: str, name: str) -> None:
    """Back to what holds without it."""
    await c.execute(DROP, _where(space, channel) | {"of_name": name})


def _where(space: Space, channel: str) -> dict[str, object]:
    return {"in_platform": space.platform, "in_space": space.id, "in_channel": channel}
