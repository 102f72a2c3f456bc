"""How often a channel is told, as people type it: `at once`, `hourly`, `daily at 08:00`, `weekdays at 08:00`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.alerts.zones import zone
from bot.errors import NotARhythm, NotATime

LONGEST = 100
MORNING = time(8)


class Mode(StrEnum):
    AT_ONCE = "at once"
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKDAYS = "weekdays"


NAMES = {
    "at once": Mode.AT_ONCE,
    "once": Mode.AT_ONCE,
    "now": Mode.AT_ONCE,
    "immediately": Mode.AT_ONCE,
    "instantly": Mode.AT_ONCE,
    "hourly": Mode.HOURLY,
    "every hour": Mode.HOURLY,
    "daily": Mode.DAILY,
    "every day": Mode.DAILY,
    "weekdays": Mode.WEEKDAYS,
    "weekday": Mode.WEEKDAYS,
    "every weekday": Mode.WEEKDAYS,
}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`at` is a time of day where the channel is; it matters for `daily` and `weekdays` only."""

    mode: Mode = Mode.AT_ONCE
    at: time = MORNING

    def __str__(self) -> str:
        """As a person would type it; `rhythm` reads it back."""
        return f"{self.mode} at {self.at:%H:%M}" if self.timed else str(self.mode)

    @property
    def digests(self) -> bool:
        """Whether stories come together, and not each by itself."""
        return self.mode is not Mode.AT_ONCE

    @property
    def timed(self) -> bool:
        return self.mode in {Mode.DAILY, Mode.WEEKDAYS}


def rhythm(text: str) -> tuple[Rhythm, str]:
    """What `daily at 08:00 Europe/Berlin` says: the rhythm, and the zone's full name, "" where none is given.

    Raises `NotARhythm`, `NotATime`, `NotAZone`.
    """
    typed = text[:LONGEST].split()
    mode, rest = _mode([word.casefold() for word in typed])
    if mode is None:
        raise NotARhythm(text)
    words = typed[len(typed) - rest :]
    if mode not in {Mode.DAILY, Mode.WEEKDAYS}:
        if words:
            raise NotARhythm(text)
        return Rhythm(mode), ""
    if not words:
        return Rhythm(mode), ""
    clock, used = _clock(words[1:] if words[0].casefold() == "at" else words)
    place = words[len(words) - used :]
    return Rhythm(mode, clock), zone(" ".join(place)).key if place else ""


def _mode(words: list[str]) -> tuple[Mode | None, int]:
    """The mode that the first words name, and how many words are left."""
    for length in (2, 1):
        if mode := NAMES.get(" ".join(words[:length])):
            return mode, max(0, len(words) - length)
    return None, 0


def _clock(words: list[str]) -> tuple[time, int]:
    """The time of day that the words begin with, and how many words are left."""
    if len(words) > 1 and words[1].casefold() in {"am", "pm", "h", "uhr"}:
        return time_of_day(words[0] + words[1]), len(words) - 2
    return time_of_day(words[0] if words else ""), max(0, len(words) - 1)


def time_of_day(text: str) -> time:
    """`08:00`, `8`, `8.30`, `8:30pm`, `8h`. Raises `NotATime`."""
    typed = text.strip().casefold().removesuffix("uhr").removesuffix("h").replace(".", ":")
    half = typed[-2:] if typed.endswith(("am", "pm")) else ""
    hours, _, minutes = typed.removesuffix(half).partition(":")
    minutes = minutes or "00"
    if not (_number(hours) and _number(minutes) and len(minutes) == 2):
        raise NotATime(text)
    hour = int(hours)
    if half:
        if not 1 <= hour <= 12:
            raise NotATime(text)
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or int(minutes) > 59:
        raise NotATime(text)
    return time(hour, int(minutes))


def _number(text: str) -> bool:
    return 0 < len(text) <= 2 and text.isascii() and text.isdigit()
