"""What a channel follows, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.alerts.plan import Terms
from bot.alerts.quiet import Quiet
from bot.alerts.rhythm import Rhythm
from bot.chat import Place, Speaker

MOST_PER_HOUR = 10
"""Messages, where nobody says otherwise: enough for a busy day, too few for a flood."""


class State(StrEnum):
    DRAFT = "draft"
    """Rehearsed, and waiting for somebody to press the button."""
    LIVE = "live"
    MUTED = "muted"
    GONE = "gone"
    """Unfollowed; kept for a few days so that every process takes it out of its index."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How to tell. `most` messages an hour, 0 for no limit; `updates`: what is new in a story follows in its thread."""

    rhythm: Rhythm = field(default_factory=Rhythm)
    zone: str = "UTC"
    hours: Quiet | None = None
    most: int = MOST_PER_HOUR
    updates: bool = True

    @property
    def limited(self) -> bool:
        """Whether messages are counted."""
        return self.most > 0 and not self.rhythm.digests

    @property
    def terms(self) -> Terms:
        return Terms(self.rhythm.mode, self.most, self.hours, ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Topic:
    """A query that the channel of `place` follows. `query` is its best spelling.

    What was known before `since` counts as seen. `muted_until` None in state `muted` is until somebody unmutes it.
    `last_digest` is the slot of the last digest; `trouble` why nothing can be delivered, "" while all is well;
    `locale` is the language of the space when it was made, as its platform names it.
    """

    id: int
    place: Place
    query: str
    delivery: Delivery
    state: State
    made_by: Speaker
    since: datetime
    muted_until: datetime | None = None
    last_digest: datetime | None = None
    trouble: str = ""
    locale: str = ""

    def listens(self, now: datetime) -> bool:
        """Whether it is to hear of what becomes known at `now`."""
        return self.state is State.LIVE or (self.state is State.MUTED and self.over(now))

    def over(self, now: datetime) -> bool:
        """Whether its mute, if it has one, has ended by `now`."""
        return self.muted_until is not None and self.muted_until <= now

    @property
    def seen_before(self) -> datetime:
        """Stories that were known before this moment are old to the channel: also what came while it was mute."""
        return self.since if self.muted_until is None else max(self.since, self.muted_until)
