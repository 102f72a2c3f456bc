"""Which value holds in a channel: its own, else the space's, else the default of the platform and the configuration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.table import TABLE
from bot.chat import Place
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Chosen:
    """What someone set. `channel` is "" for the whole space; `by` is their name, `at` aware."""

    name: str
    value: str
    channel: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """The `value` that holds for the setting `name`, what it would be unset, and who chose it, if anyone did."""

    name: str
    value: str
    default: str
    chosen: Chosen | None = None


def defaults(settings: Settings, place: Place) -> Mapping[str, str]:
    """What holds in `place` as long as nobody set anything."""
    return {name: setting.values[0] for name, setting in TABLE.items()} | {
        "mode": _mode(settings, place),
        "length": settings.brief.length,
    }


def _mode(settings: Settings, place: Place) -> str:
    """An adapter's section may say it; who writes to the bot alone wants an answer. A platform without a section, as a
    test's, is automatic; one that does not say is off."""
    if not settings.brief.automatic:
        return "off"
    section = settings.sections.get(place.platform)
    usual = "automatic" if section is None else str(getattr(section, "mode", "off"))
    return "automatic" if place.direct else usual


def held(chosen: Sequence[Chosen], defaults: Mapping[str, str]) -> Mapping[str, Held]:
    """Every setting of the table; `chosen` are those of one channel and its space. A value unknown to us counts as
    none: a newer version may have stored it."""
    known = [each for each in chosen if each.name in TABLE and each.value in TABLE[each.name].values]
    space = {each.name: each for each in known if not each.channel}
    own = {each.name: each for each in known if each.channel}
    found = {}
    for name in TABLE:
        above = space[name].value if name in space else defaults[name]
        one = own.get(name) or space.get(name)
        found[name] = Held(name, one.value if one else defaults[name], above if name in own else defaults[name], one)
    return found
