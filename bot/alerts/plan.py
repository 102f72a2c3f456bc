"""What to send of what is due: single alerts while the channel's limit allows, one digest for what waited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.alerts.quiet import Quiet, released
from bot.alerts.rhythm import Mode

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that is due. `key` names it for ever; `held` says that it waited for quiet hours or a limit.

    `batch` is the key of the digest it was put into before, "" if none; `update` that it tells what is new in a story.
    """

    id: int
    key: str
    held: bool = False
    batch: str = ""
    update: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What a channel asked for; `most` is messages in an hour, 0 for no limit."""

    mode: Mode
    most: int
    hours: Quiet | None
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Sent:
    """What went to the channel in the last hour: how many messages, and when the first of them."""

    count: int = 0
    first: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """One message: the ids of what is in it, and the key it is sent under."""

    key: str
    ids: tuple[int, ...]
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`later` are ids that stay due, at `until`."""

    now: tuple[Sending, ...] = ()
    later: tuple[int, ...] = ()
    until: datetime | None = None


def plan(waiting: Sequence[Waiting], terms: Terms, sent: Sent, now: datetime) -> Plan:
    """What of one subscription's due things goes out now. `waiting` is in the order it became known.

    A message that was begun before a crash is sent again as it was, whatever the hour: it may have arrived already.
    """
    begun = _begun(waiting)
    fresh = [one for one in waiting if not one.batch]
    until = released(terms.hours, now, terms.zone)
    if fresh and until > now:
        return Plan(begun, tuple(one.id for one in fresh), until)
    updates = [one for one in fresh if one.update]
    stories = [one for one in fresh if not one.update]
    if terms.mode is not Mode.AT_ONCE:
        return Plan((*begun, *_together(fresh)))
    room = terms.most - sent.count - len(begun) if terms.most else len(stories)
    singles = tuple(Sending(one.key, (one.id,)) for one in updates)
    if stories and room <= 0:
        opens = (sent.first or now) + HOUR
        return Plan((*begun, *singles), tuple(one.id for one in stories), max(opens, now + timedelta(seconds=1)))
    return Plan((*begun, *singles, *_within(stories, room)))


def _within(stories: Sequence[Waiting], room: int) -> tuple[Sending, ...]:
    """`stories` in at most `room` messages: what waited comes as one, and so does what has no room of its own."""
    held = [one for one in stories if one.held]
    fresh = [one for one in stories if not one.held]
    if len(held) < 2:
        held, fresh = [], list(stories)
    free = room - (1 if held else 0)
    if len(fresh) > free:
        alone = fresh[: free - 1] if not held else fresh[:free]
        held, fresh = [*held, *fresh[len(alone) :]], alone
    return (*(Sending(one.key, (one.id,)) for one in fresh), *_together(held))


def _together(many: Sequence[Waiting]) -> tuple[Sending, ...]:
    return (Sending(f"digest:{many[0].key}", tuple(one.id for one in many), digest=True),) if many else ()


def _begun(waiting: Sequence[Waiting]) -> tuple[Sending, ...]:
    """Messages that were made before: those of one thing under its own key, digests under theirs."""
    made: dict[str, list[Waiting]] = {}
    for one in waiting:
        if one.batch:
            made.setdefault(one.batch, []).append(one)
    return tuple(
        Sending(key, tuple(one.id for one in many), digest=key.startswith("digest:")) for key, many in made.items()
    )
