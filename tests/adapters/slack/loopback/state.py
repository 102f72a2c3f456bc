"""What a Slack knows: workspaces with their people, channels and messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class User:
    id: str
    name: str
    team: str
    admin: bool = False
    locale: str = "en-US"
    bot: bool = False

    def json(self) -> Json:
        profile = {"display_name": self.name.split()[0], "real_name": self.name}
        return {
            "id": self.id,
            "team_id": self.team,
            "name": self.name.split()[0].lower(),
            "real_name": self.name,
            "profile": profile,
            "is_admin": self.admin,
            "is_owner": False,
            "is_bot": self.bot,
            "deleted": False,
            "locale": self.locale,
        }


@dataclass
class Message:
    """`private_to` is set on an ephemeral one. `bot_id` is set where an app wrote it."""

    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    thread_ts: str = ""
    bot_id: str = ""
    metadata: Json | None = None
    private_to: str = ""
    edited: str = ""
    reactions: dict[str, set[str]] = field(default_factory=dict)
    unfurls: bool = True

    def json(self) -> Json:
        shown: Json = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text}
        optional = {
            "blocks": self.blocks,
            "attachments": self.attachments,
            "thread_ts": self.thread_ts,
            "bot_id": self.bot_id,
            "edited": {"user": self.user, "ts": self.edited} if self.edited else None,
        }
        return shown | {key: value for key, value in optional.items() if value}


@dataclass
class Channel:
    """`kind` is channel (public), group (private), mpim or im. `shared` are other workspaces that see it."""

    id: str
    name: str
    team: str
    kind: str = "channel"
    members: set[str] = field(default_factory=set)
    creator: str = ""
    archived: bool = False
    shared: set[str] = field(default_factory=set)
    messages: dict[str, Message] = field(default_factory=dict)

    def json(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "is_channel": self.kind == "channel",
            "is_group": self.kind == "group",
            "is_im": self.kind == "im",
            "is_mpim": self.kind == "mpim",
            "is_private": self.kind != "channel",
            "is_archived": self.archived,
            "is_ext_shared": bool(self.shared),
            "creator": self.creator,
        }


@dataclass
class Workspace:
    """One that has the app: `token` and `scopes` are the app's; without a token it is not installed."""

    id: str
    name: str
    token: str = ""
    scopes: set[str] = field(default_factory=set)
    bot_user: str = ""
    bot_id: str = ""
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"https://{self.name}.slack.com/"


@dataclass
class Failure:
    """What a method answers instead, `times` times. `drop`: cut the line before or after the deed."""

    method: str
    error: str = ""
    times: int = 1
    channel: str = ""
    after: int = 0
    drop: str = ""
    status: int = 0


@dataclass(frozen=True)
class Call:
    """A request that came in."""

    method: str
    team: str
    args: Json
