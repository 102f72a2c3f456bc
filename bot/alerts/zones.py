"""Time zones by the names that people type."""

from __future__ import annotations

import difflib
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import NotAZone

LONGEST = 64
MOST_NEAR = 3
LIKENESS = 0.7


def zone(name: str) -> ZoneInfo:
    """The zone called `name`; case and the continent may be missing. Raises `NotAZone` with the nearest names."""
    typed = "_".join(name.split())[:LONGEST]
    known = named().get(typed.casefold())
    if known is None:
        raise NotAZone(name, near(typed))
    return ZoneInfo(known)


@cache
def named() -> dict[str, str]:
    """Zones by folded name, and by their city alone where only one has it: `berlin` is `Europe/Berlin`."""
    names = sorted(available_timezones())
    by_city: dict[str, list[str]] = {}
    for name in names:
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/")):
            by_city.setdefault(name.rpartition("/")[2].casefold(), []).append(name)
    cities = {city: found[0] for city, found in by_city.items() if len(found) == 1}
    return cities | {name.casefold(): name for name in names}


def near(typed: str) -> tuple[str, ...]:
    """Zones that may have been meant, the likeliest first."""
    table = named()
    found = difflib.get_close_matches(typed.casefold(), list(table), n=MOST_NEAR * 2, cutoff=LIKENESS)
    return tuple(dict.fromkeys(table[name] for name in found))[:MOST_NEAR]


def starting(prefix: str, most: int) -> list[str]:
    """Zones to complete `prefix` with: by the whole name or by the city."""
    start = "_".join(prefix.split()).casefold()
    found = [name for folded, name in named().items() if folded.startswith(start)]
    return sorted(dict.fromkeys(found), key=lambda name: ("/" not in name, name))[:most]
