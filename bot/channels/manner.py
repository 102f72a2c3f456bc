"""What the settings of a channel mean for the bot, as values that services can use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.channels.table import LANGUAGES
from bot.channels.values import Held
from bot.model import Length


class Mode(StrEnum):
    """What happens to a pasted link unasked: it is only noted, briefed where someone reacts to it, or briefed."""

    OFF = "off"
    REACTION = "reaction"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class Manner:
    """`language` is one of ours. `follows`: briefings follow their message when it is edited or deleted."""

    mode: Mode = Mode.AUTOMATIC
    length: Length = Length.MEDIUM
    language: str = LANGUAGES[0]
    in_thread: bool = False
    hides_preview: bool = False
    reads_bots: bool = False
    follows: bool = True


def manner(values: Mapping[str, Held], *locales: str) -> Manner:
    """`locales` are asked in order where the channel's language is "auto": the event's, then the configuration's."""
    value = {name: each.value for name, each in values.items()}
    return Manner(
        mode=Mode(value["mode"]),
        length=Length(value["length"]),
        language=spoken(value["language"], *locales),
        in_thread=value["answers"] == "thread",
        hides_preview=value["preview"] == "hide",
        reads_bots=value["bots"] == "read",
        follows=value["changes"] == "follow",
    )


def spoken(*locales: str) -> str:
    """The first of `locales` that is one of our languages, as `de`, `es-419` or `fr_CA`; else English."""
    for locale in locales:
        language = locale.replace("_", "-").partition("-")[0].casefold()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]
