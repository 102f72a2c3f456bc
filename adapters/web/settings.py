"""What can be set about the web page, and the one host its example site answers at."""

from __future__ import annotations

import socket
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

HOST = "127.0.0.1"
"""Fixed: the page has no login, so it must never be reachable from another machine."""

Port = Annotated[int, Meta(ge=0, le=65535)]


class WebSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Both ports are on loopback only; 0 takes any that is free. `mode`: what happens to pasted links."""

    port: Port = 8710
    example_port: Port = 8711
    mode: Literal["off", "reaction", "automatic"] = "automatic"


def example_hosts(settings: WebSettings) -> tuple[str, ...]:
    """What the fetcher may dial on loopback (`host:port`); empty while a free port is yet to be chosen."""
    return (f"{HOST}:{settings.example_port}",) if settings.example_port else ()


def settled(settings: WebSettings) -> WebSettings:
    """With a port for the example site, if any may be taken: the fetcher must know it before the site opens."""
    if settings.example_port:
        return settings
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return replace(settings, example_port=probe.getsockname()[1])
