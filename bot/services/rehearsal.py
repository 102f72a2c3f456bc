"""What a topic would have told in the last days, before anyone follows it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat import Place
from bot.model import Story
from bot.store import Store, groups
from bot.topics import Document, Query, Reason, document, matches, why

DAYS = 7
MOST_STORIES = 2_000
"""How many of the latest stories are looked at: about four seconds' work, done in pieces."""

PIECE = 20
EXAMPLES = 3
FLOOD = 10
"""Stories a day above which alerts at once are a flood."""


@dataclass(frozen=True, slots=True)
class Example:
    story: Story
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """`days` are the last seven, the oldest first, with how many stories each would have brought; of `known` stories in
    all. `examples` are the latest ones."""

    days: tuple[tuple[date, int], ...]
    examples: tuple[Example, ...]
    known: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.days)

    @property
    def floods(self) -> bool:
        return self.total > FLOOD * DAYS or max(count for _, count in self.days) > 3 * FLOOD


async def rehearse(store: Store, place: Place, query: Query, now: datetime, zone: str) -> Rehearsal:
    """Run `query` over what the place's channel may hear of, in pieces, so that others are answered meanwhile."""
    async with store.reading() as c:
        known = await groups.since(c, place, now - timedelta(days=DAYS), MOST_STORIES)
    found: list[tuple[Story, int]] = []
    for start in range(0, len(known), PIECE):
        found += [(story, group) for story, group in known[start : start + PIECE] if asked_for(query, story)]
        await asyncio.sleep(0)
    told = firsts(found)
    where = ZoneInfo(zone)
    counts = Counter(story.saved_at.astimezone(where).date() for story in told)
    today = now.astimezone(where).date()
    days = tuple((day, counts[day]) for day in (today - timedelta(days=ago) for ago in reversed(range(DAYS))))
    latest = [Example(story, why(query, read(story))) for story in told[-EXAMPLES:]]
    return Rehearsal(days, tuple(reversed(latest)), len(known))


def asked_for(query: Query, story: Story) -> bool:
    return matches(query, read(story))


def read(story: Story) -> Document:
    return document(story.reading.article, story.reading.people)


def firsts(found: Sequence[tuple[Story, int]]) -> list[Story]:
    """Of each group the story that came first, in the order they came; `found` has the latest first."""
    first: dict[object, Story] = {}
    for story, group in reversed(found):
        first.setdefault(group or f"story {story.id}", story)
    return list(first.values())
