"""Who spoke, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Space:
    """The tenant, the first half of every look-up: a Discord guild, a Slack workspace."""

    platform: str
    id: str


@dataclass(frozen=True, slots=True)
class Place:
    """A channel as its platform names it. The core stores these strings and hands them back, never parses them.

    `space` is the tenant's id. `private` means that not everyone in the space may read
    the channel; `direct` that it is one person's own.
    """

    platform: str
    space: str
    channel: str
    thread: str | None = None
    direct: bool = False
    private: bool = False

    @property
    def tenant(self) -> Space:
        return Space(self.platform, self.space)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person; `name` is what the platform shows, `can_manage` whether they may set the channel up, `can_moderate`
    whether they may take others' messages away (who may manage may do that too).

    `manages_space`: they may set up the whole space, its defaults and who else may.
    """

    platform: str
    id: str
    name: str
    can_manage: bool = False
    can_moderate: bool = False
    manages_space: bool = False


class Managers(StrEnum):
    """Who may set channels up, where the platform itself has no such right: who runs the space, who made the channel
    as well, or anyone in it."""

    ADMINS = "admins"
    CREATORS = "creators"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class MessageRef:
    """One message; `id` is unique within its channel."""

    place: Place
    id: str
