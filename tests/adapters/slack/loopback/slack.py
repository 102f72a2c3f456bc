"""The Slack itself: its workspaces, who may do what in them, what came in, and how what happens reaches the app."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.adapters.slack.loopback.delivery import Delivery
from tests.adapters.slack.loopback.state import Call, Channel, Failure, Json, Message, User, Workspace

APP_ID = "A0STAND"
EVERY_SCOPE = frozenset(
    "app_mentions:read channels:history channels:read chat:write commands groups:history groups:read im:history"
    " mpim:history reactions:read users:read".split()
)
EVERY_EVENT = frozenset(
    "app_home_opened app_mention app_uninstalled channel_archive channel_deleted channel_left channel_unarchive"
    " group_archive group_deleted group_left message.channels message.groups message.im message.mpim reaction_added"
    " tokens_revoked channel_rename group_rename".split()
)


class Refused(Exception):
    """What a method answers instead of `ok`."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error, self.more = error, more


@dataclass
class Slack:
    """`url` is the Web API's address. `broken_images` cannot be downloaded, so no block may show them. `on_call` hears
    of each method that is asked for."""

    url: str = ""
    app_token: str = "xapp-1-loopback"
    signing_secret: str = "loopback-signing-secret"
    client_id: str = "11.22"
    client_secret: str = "loopback-client-secret"
    events: frozenset[str] = EVERY_EVENT
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    broken_images: set[str] = field(default_factory=set)
    triggers: dict[str, str] = field(default_factory=dict)
    views: dict[str, Json] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    response_urls: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    on_call: Callable[[str], object] = lambda _: None
    delivery: Delivery = field(init=False)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.delivery = Delivery(self)

    def number(self) -> int:
        return next(self._numbers)

    def ts(self) -> str:
        """Now, later than every one before."""
        return f"{int(time.time())}.{self.number():06d}"

    def workspace(self, team: str, name: str = "harbour", *, installed: bool = True) -> Workspace:
        space = Workspace(team, name, bot_user=f"UBOT{team}", bot_id=f"B{team}")
        space.users[space.bot_user] = User(space.bot_user, "Standfirst", team, bot=True)
        self.workspaces[team] = space
        if installed:
            self.install(space)
        return space

    def install(self, space: Workspace, scopes: frozenset[str] = EVERY_SCOPE) -> None:
        space.token, space.scopes = f"xoxb-{space.id}-{self.number()}", set(scopes)

    def user(self, space: Workspace, name: str, *, admin: bool = False, locale: str = "en-US") -> User:
        user = User(f"U{name.split(maxsplit=1)[0].upper()}", name, space.id, admin, locale)
        space.users[user.id] = user
        return user

    def channel(self, space: Workspace, name: str, kind: str = "channel", *, bot: bool = True) -> Channel:
        letter = {"im": "D", "channel": "C", "group": "C", "mpim": "C"}[kind]
        channel = Channel(f"{letter}{name.upper()}", name, space.id, kind)
        people = [user.id for user in space.users.values() if not user.bot]
        channel.members = {*people, *([space.bot_user] if bot else [])}
        channel.creator = people[0] if people else ""
        space.channels[channel.id] = channel
        return channel

    def by_token(self, token: str) -> Workspace | None:
        return next((space for space in self.workspaces.values() if space.token and space.token == token), None)

    def seen_by(self, space: Workspace, channel_id: str) -> Channel:
        """A channel as an app of `space` finds it. Raises `Refused`."""
        if channel_id in space.users:
            return self.direct(space, channel_id)
        for owner in self.workspaces.values():
            channel = owner.channels.get(channel_id)
            if channel and (owner is space or space.id in channel.shared):
                if channel.kind != "channel" and space.bot_user not in channel.members:
                    break
                return channel
        raise Refused("channel_not_found")

    def direct(self, space: Workspace, user: str) -> Channel:
        """The app's own conversation with a person."""
        channel_id = f"D{user}"
        if channel_id not in space.channels:
            members = {user, space.bot_user}
            space.channels[channel_id] = Channel(channel_id, "directmessage", space.id, "im", members)
        return space.channels[channel_id]

    def failing(self, method: str, channel: str) -> Failure | None:
        for failure in self.failures:
            if failure.method == method and failure.channel in ("", channel) and failure.times > 0:
                failure.times -= 1
                return failure
        return None

    def trigger(self, team: str) -> str:
        trigger = f"{self.number()}.{team}.trigger"
        self.triggers[trigger] = team
        return trigger

    def response_url(self, team: str, channel: str, user: str, original: str = "") -> str:
        """For an answer to a command or a press; `original` is the message that was pressed."""
        code = f"{team}-{self.number()}"
        self.response_urls[code] = (team, channel, user, original)
        return f"{self.url.removesuffix('api/')}respond/{code}"

    def add(self, channel: Channel, message: Message) -> Message:
        channel.messages[message.ts] = message
        return message

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]
