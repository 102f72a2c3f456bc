"""What can be set for a channel, as a table: the names and values are what people type and what is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "de", "es", "fr")
"""Languages that the bot speaks, the first where nothing else is known."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`values` in the order they are offered. `whole_space`: it is set for a space, never for one channel."""

    name: str
    values: tuple[str, ...]
    whole_space: bool = False


TABLE: Mapping[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("mode", ("off", "reaction", "automatic")),
        Setting("length", ("short", "medium", "full")),
        Setting("language", ("auto", *LANGUAGES)),
        Setting("answers", ("reply", "thread")),
        Setting("preview", ("show", "hide")),
        Setting("bots", ("ignore", "read")),
        Setting("changes", ("follow", "keep")),
        Setting("managers", ("admins", "creators", "anyone"), whole_space=True),
    )
}
"""`mode`: what happens to pasted links · `length` and `language` of what the bot says · `answers`: how it answers a
message · `preview`: whether the platform's own preview stays beside a briefing · `bots`: what other bots, webhooks and
followed channels post · `changes`: whether a briefing follows its message when that is edited or deleted · `managers`:
who may set channels up, on platforms without such a right of their own."""
