"""What can be set about the Discord app. Its token is a secret, so it stands in the environment alone."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

TOKEN_VARIABLE = "STANDFIRST_DISCORD_TOKEN"  # noqa: S105 — the name of a variable
API = "https://discord.com/api/v10"
GATEWAY = "wss://gateway.discord.gg/"


class DiscordSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`mode` is what happens to pasted links where a channel is not set up; it takes `message_content`.

    `guilds` are ids of servers to register the commands in, instead of everywhere: for development.

    `shard_count` 0 leaves the number of shards to Discord; `shard_ids` are those that this process runs.
    `tell_directly`: what is for one person, but no answer to a command, goes to their direct messages.
    """

    mode: Literal["off", "reaction", "automatic"] = "off"
    message_content: bool = False
    tell_directly: bool = True
    guilds: tuple[Annotated[int, Meta(ge=1)], ...] = ()
    shard_count: Annotated[int, Meta(ge=0, le=16_000)] = 0
    shard_ids: tuple[Annotated[int, Meta(ge=0)], ...] = ()
    api_url: str = API
    gateway_url: str = GATEWAY
