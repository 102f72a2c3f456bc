"""What can be set about Slack; what must stay secret comes from the environment (`secrets`)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

SLACK = "https://slack.com/api/"


class SlackSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`mode` is what happens to pasted links where a channel is not set up.

    `transport` is how Slack's events come in: over `sockets` that the bot opens, or as requests to `host:port`, which
    answers Slack at `path`. `public_url` is how the world sees that server, behind a proxy.
    """

    mode: Literal["off", "reaction", "automatic"] = "off"
    transport: Literal["socket", "http"] = "socket"
    api_url: str = SLACK
    sockets: Annotated[int, Meta(ge=1, le=10)] = 2
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8720
    path: str = "/slack/events"
    public_url: str = ""
