"""Who people are and what channels are, asked of Slack and remembered for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import structlog
from slack_sdk.errors import SlackApiError

from adapters.slack.errors import LOST
from adapters.slack.workspaces import Workspace, Workspaces
from bot.chat import KeyValue, Managers, Place, Speaker

PLATFORM = "slack"
FRESH, MOST = 600.0, 5000
"""Seconds for which an answer is good, and answers kept at most."""

PRIVATE = {"channel": False, "group": True, "mpim": True, "im": True}
"""Slack's kinds of conversations, by whether only some of a workspace may read them."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Person:
    """`admin`: of the workspace that asks. `guest`: someone from elsewhere, or with a guest's account."""

    id: str
    name: str
    admin: bool = False
    guest: bool = False
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    private: bool
    creator: str = ""


@dataclass
class Remembered(Generic[V]):
    """The last answers, oldest out first."""

    kept: OrderedDict[tuple[str, str], tuple[float, V]] = field(default_factory=OrderedDict)

    def get(self, key: tuple[str, str]) -> V | None:
        at, value = self.kept.get(key, (0.0, None))
        return value if value is not None and time.monotonic() - at < FRESH else None

    def put(self, key: tuple[str, str], value: V) -> V:
        self.kept[key] = (time.monotonic(), value)
        self.kept.move_to_end(key)
        if len(self.kept) > MOST:
            self.kept.popitem(last=False)
        return value

    def drop(self, key: tuple[str, str]) -> None:
        self.kept.pop(key, None)


class Directory:
    def __init__(self, workspaces: Workspaces, values: KeyValue) -> None:
        self._workspaces, self._values = workspaces, values
        self._people: Remembered[Person] = Remembered()
        self._conversations: Remembered[Conversation] = Remembered()
        self._open_to: Remembered[bool] = Remembered()

    async def person(self, space: Workspace, user: str) -> Person:
        """Of whom Slack tells nothing, only the id is known."""
        known = self._people.get((space.id, user))
        if known:
            return known
        try:
            told = await self._workspaces.client(space).users_info(user=user, include_locale=True)
        except (SlackApiError, *LOST) as error:
            structlog.get_logger().info("slack_person_unknown", space=space.id, error=str(error)[:200])
            return Person(user, user, guest=True)
        return self._people.put((space.id, user), person(told["user"], space.id))

    async def conversation(self, space: Workspace, channel: str) -> Conversation:
        """What Slack does not tell of is taken for private: nothing of it may show elsewhere."""
        if channel.startswith(("D", "U", "W")):
            return Conversation(private=True)
        known = self._conversations.get((space.id, channel))
        if known:
            return known
        try:
            told = (await self._workspaces.client(space).conversations_info(channel=channel))["channel"]
        except (SlackApiError, *LOST):
            return Conversation(private=True)
        found = Conversation(bool(told.get("is_private", True)), str(told.get("creator", "")))
        return self._conversations.put((space.id, channel), found)

    async def place(self, space: Workspace, channel: str, kind: str = "", thread: str | None = None) -> Place:
        """`kind` is Slack's `channel_type`, where an event names it."""
        private = PRIVATE[kind] if kind in PRIVATE else (await self.conversation(space, channel)).private
        direct = kind == "im" or channel.startswith(("D", "U", "W"))
        return Place(PLATFORM, space.id, channel, thread, direct, private)

    async def turned(self, place: Place) -> bool:
        """Whether who may read a channel has changed since it was last heard of, also before a restart."""
        key = (place.space, place.channel)
        known = self._open_to.get(key)
        if known is None:
            kept = await self._values.get(f"private:{place.space}:{place.channel}")
            known = None if kept is None else kept == "yes"
        self._open_to.put(key, place.private)
        if known is place.private:
            return False
        self._conversations.drop(key)
        await self._values.put(f"private:{place.space}:{place.channel}", "yes" if place.private else "no")
        return known is not None

    async def speaker(
        self, space: Workspace, user: str, channel: str, managers: Callable[[], Awaitable[Managers]] | None = None
    ) -> tuple[Speaker, str]:
        """Who speaks, and their locale. `managers` says who may set channels up, where it matters."""
        found = await self.person(space, user)
        manages = found.admin
        if not manages and managers and not found.guest:
            who = await managers()
            if who is Managers.CREATORS:
                manages = user == (await self.conversation(space, channel)).creator
            else:
                manages = who is Managers.ANYONE
        speaker = Speaker(
            PLATFORM, user, found.name, can_manage=manages, can_moderate=found.admin, manages_space=found.admin
        )
        return speaker, found.locale

    async def forget(self, team: str) -> None:
        """Nothing of a workspace stays, here or where values are kept."""
        for remembered in (self._people, self._conversations, self._open_to):
            for key in [key for key in remembered.kept if key[0] == team]:
                remembered.drop(key)
        for name, _ in await self._values.items(f"private:{team}:"):
            await self._values.delete(name)


def person(told: Mapping[str, Any], team: str) -> Person:
    """`users.info`'s answer. In a shared channel someone may run another workspace, and nothing here."""
    profile = told.get("profile") or {}
    teams = (told.get("enterprise_user") or {}).get("teams") or [told.get("team_id")]
    stranger = bool(told.get("is_stranger")) or team not in teams
    name = profile.get("display_name") or profile.get("real_name") or told.get("real_name") or told.get("name")
    admin = not stranger and bool(told.get("is_admin") or told.get("is_owner"))
    guest = stranger or bool(told.get("is_restricted"))
    return Person(str(told["id"]), str(name or told["id"]), admin, guest, str(told.get("locale") or ""))
