"""What everything that comes in needs at hand: the core, who people are, and the way out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from adapters.slack.answering import Answering
from adapters.slack.directory import PLATFORM, Directory
from adapters.slack.interaction import Interaction
from adapters.slack.workspaces import Workspace, Workspaces
from bot.chat import Core, Managers, Place, Space, Speaker

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """`forget` takes a workspace's token out of where tokens are kept."""

    core: Core
    workspaces: Workspaces
    directory: Directory
    answering: Answering
    forget: Callable[[str], Awaitable[None]]

    async def asking(
        self, space: Workspace, user: str, channel: str, thread: str | None = None
    ) -> tuple[Place, Speaker, str]:
        """Where and by whom something is asked that may need rights, and in what language."""
        place = await self.directory.place(space, channel, thread=thread)

        async def managers() -> Managers:
            return await self.core.managers(Space(PLATFORM, space.id))

        speaker, locale = await self.directory.speaker(space, user, channel, managers)
        return place, speaker, locale


def way_back(
    body: Json, space: Workspace, channel: str, *, locale: str = "", thread: str | None = None, asked: str = ""
) -> Interaction:
    """Of a command, a press or a form. A form says in `response_urls` where it may answer."""
    container, urls = body.get("container") or {}, body.get("response_urls") or [{}]
    user = body["user"]["id"] if isinstance(body.get("user"), Mapping) else body["user_id"]
    return Interaction(
        space.id,
        str(user),
        channel,
        url=str(body.get("response_url") or urls[0].get("response_url") or ""),
        thread=thread,
        pressed=str(container.get("message_ts") or ""),
        ephemeral=bool(container.get("is_ephemeral")),
        view=str(container.get("view_id") or ""),
        locale=locale,
        asked=asked,
    )
