"""What can be set about the terminal chat."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class ConsoleSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who speaks and where, at the start. `mode`: what happens to pasted links."""

    speaker: Literal["jonas", "aiko", "mara"] = "jonas"
    channel: Literal["newsroom", "general", "editors"] = "newsroom"
    mode: Literal["off", "reaction", "automatic"] = "automatic"
