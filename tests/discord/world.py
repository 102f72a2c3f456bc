"""What the loopback Discord knows: guilds, channels, people and messages, and who may do what. No network here."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

EPOCH = 1_420_070_400_000
VIEW, SEND, EMBED, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 16
ADMINISTRATOR, MANAGE_CHANNELS, MANAGE_MESSAGES = 1 << 3, 1 << 4, 1 << 13
PUBLIC_THREADS, THREAD_SEND = 1 << 35, 1 << 38
ALL = (1 << 53) - 1
EVERYONE = VIEW | SEND | EMBED | HISTORY | PUBLIC_THREADS | THREAD_SEND

TEXT, DM, VOICE, GROUP, ANNOUNCEMENT, PUBLIC_THREAD, PRIVATE_THREAD, FORUM = 0, 1, 2, 3, 5, 11, 12, 15
THREADS = (10, PUBLIC_THREAD, PRIVATE_THREAD)
EPHEMERAL, SUPPRESS_EMBEDS, LOADING, CROSSPOSTED, IS_CROSSPOST = 1 << 6, 1 << 2, 1 << 7, 1 << 0, 1 << 1

_counter = count(1)


def snowflake() -> int:
    """A fresh id, in order of time as Discord's are."""
    return ((int(time.time() * 1000) - EPOCH) << 22) + next(_counter)


@dataclass
class User:
    name: str
    id: int = field(default_factory=snowflake)
    bot: bool = False
    accepts_messages: bool = True


@dataclass
class Role:
    name: str
    permissions: int
    id: int = field(default_factory=snowflake)


@dataclass
class Overwrite:
    """Allows and denies for one role (`kind` 0) or one person (1) in a channel."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0


@dataclass
class Guild:
    name: str
    id: int = field(default_factory=snowflake)
    owner: int = 0
    roles: list[Role] = field(default_factory=list)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)
    locale: str = "en-US"
    unavailable: bool = False

    @property
    def everyone(self) -> Role:
        return next(role for role in self.roles if role.id == self.id)


@dataclass
class Channel:
    """`guild` is None for direct messages; `people` are those of a direct message; `parent` is a thread's channel."""

    name: str
    kind: int = TEXT
    id: int = field(default_factory=snowflake)
    guild: Guild | None = None
    parent: Channel | None = None
    overwrites: list[Overwrite] = field(default_factory=list)
    people: list[User] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)


@dataclass
class Message:
    """`only_for` is the one person an ephemeral message shows to; `nonce` is what a repeated send is known by."""

    channel: Channel
    author: User
    content: str = ""
    id: int = field(default_factory=snowflake)
    embeds: list[dict[str, object]] = field(default_factory=list)
    components: list[dict[str, object]] = field(default_factory=list)
    attachments: list[dict[str, object]] = field(default_factory=list)
    flags: int = 0
    edited: str | None = None
    answers: int | None = None
    only_for: int | None = None
    webhook: int | None = None
    nonce: str | None = None
    mentions: list[User] = field(default_factory=list)
    reactions: list[tuple[int, str]] = field(default_factory=list)
    command: str = ""


def permissions(channel: Channel, user: User) -> int:
    """What `user` may do in `channel`, by Discord's rules: roles, then the channel's overwrites; threads as their
    parent."""
    if channel.guild is None:
        return ALL if any(person.id == user.id for person in channel.people) else 0
    guild, at = channel.guild, channel.parent or channel
    if user.id == guild.owner:
        return ALL
    if user.id not in guild.members:
        return 0
    roles = [role for role in guild.roles if role.id == guild.id or role.id in guild.members[user.id]]
    base = _any(role.permissions for role in roles)
    if base & ADMINISTRATOR:
        return ALL
    base = _applied(base, [o for o in at.overwrites if o.id == guild.id])
    base = _applied(
        base, [o for o in at.overwrites if o.kind == 0 and o.id != guild.id and o.id in {r.id for r in roles}]
    )
    base = _applied(base, [o for o in at.overwrites if o.kind == 1 and o.id == user.id])
    return base if base & VIEW else 0


def _applied(base: int, overwrites: list[Overwrite]) -> int:
    return (base & ~_any(o.deny for o in overwrites)) | _any(o.allow for o in overwrites)


def _any(bits: Iterable[int]) -> int:
    out = 0
    for each in bits:
        out |= each
    return out


@dataclass
class World:
    """One bot's Discord. `approved` are the privileged intents that its developer switched on."""

    bot: User = field(default_factory=lambda: User("Standfirst", bot=True))
    token: str = "good-token"
    approved: int = 1 << 15
    guilds: dict[int, Guild] = field(default_factory=dict)
    direct: dict[int, Channel] = field(default_factory=dict)
    people: dict[int, User] = field(default_factory=dict)
    commands: dict[int, list[dict[str, object]]] = field(default_factory=dict)

    @property
    def application(self) -> int:
        return self.bot.id

    def guild(self, name: str, *, locale: str = "en-US") -> Guild:
        """A new guild with the bot in it."""
        guild = Guild(name, locale=locale)
        guild.roles.append(Role("@everyone", EVERYONE, guild.id))
        self.guilds[guild.id] = guild
        self.join(guild, self.bot)
        return guild

    def join(self, guild: Guild, user: User, *roles: Role) -> User:
        self.people[user.id] = user
        guild.roles += [role for role in roles if role not in guild.roles]
        guild.members[user.id] = [role.id for role in roles]
        return user

    def channel(self, guild: Guild, name: str, kind: int = TEXT, *, parent: Channel | None = None) -> Channel:
        channel = Channel(name, kind, guild=guild, parent=parent)
        guild.channels[channel.id] = channel
        return channel

    def direct_with(self, user: User) -> Channel:
        known = next((c for c in self.direct.values() if [p.id for p in c.people] == [user.id, self.bot.id]), None)
        if known is None:
            known = Channel("", DM, people=[user, self.bot])
            self.direct[known.id] = known
            self.people[user.id] = user
        return known

    def find(self, channel_id: int) -> Channel | None:
        for guild in self.guilds.values():
            if channel_id in guild.channels:
                return guild.channels[channel_id]
        return self.direct.get(channel_id)
