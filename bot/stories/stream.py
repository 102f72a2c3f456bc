"""The stories of the last days as they are told: each new telling finds its story, or begins one. No look-ahead."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import Generic, TypeVar

from bot.stories.frequencies import Frequencies
from bot.stories.news import novel
from bot.stories.sketch import share
from bot.stories.telling import Telling
from bot.stories.trace import Trace

Id = TypeVar("Id", bound=Hashable)

SAME_STORY = 0.175
"""The likeness to the nearest tellings of a story from which on a telling is one of them."""

PER_DAY = 0.05
"""How much more likeness is asked for, as a share, for each day that nobody has told the story: what is alike after a
week is more often the next event of its kind."""

NEAREST = 3
"""Tellings of a story whose likeness counts, in the mean: one odd telling does not draw all others in."""

COPIED = 0.6
"""Of a text that is in an earlier one too."""

INDEXED = 24
"""Of a telling's terms, those that it is found by."""

MOST_LOOKED_UP = 6_000
"""Entries of the index that are gone through for one telling, those of the rarest terms first."""

MOST_COMPARED, MOST_OTHERS = 32, 4
"""Tellings that are compared in full; and of each of their stories others, the latest."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Id]):
    """One telling as it is kept: for a row of a table, from which `Stories.restore` knows it again."""

    id: Id
    story: Id
    at: datetime
    trace: Trace


@dataclass(frozen=True, slots=True)
class Placed(Generic[Id]):
    """Where a telling belongs. `story` is the id of the story's first telling, None where the telling begins one.

    `copy_of` is the earliest telling that carries the same text, where nothing in it is new. `novel` are the sentences
    that state what no earlier telling of the story does, in their order. `likeness` is from 0 to 1.
    """

    story: Id | None
    copy_of: Id | None
    novel: tuple[str, ...]
    likeness: float
    trace: Trace


class Stories(Generic[Id]):
    """Tellings by an id of the caller's. `look` changes nothing; `keep` what was looked at and is saved."""

    def __init__(self) -> None:
        self._frequencies = Frequencies()
        self._kept: dict[int, Kept[Id]] = {}
        self._order: deque[int] = deque()
        self._tellings: dict[Id, list[int]] = {}
        self._index: dict[int, list[int]] = {}
        self._next = 0

    def __len__(self) -> int:
        """Tellings that are kept."""
        return len(self._kept)

    def look(self, telling: Telling, at: datetime) -> Placed[Id]:
        """Where a telling that became known `at` belongs."""
        vector = self._frequencies.weighed(telling.terms)
        trace = _trace(telling, vector)
        near = self._near(vector)
        story, likeness = self._nearest(dict(vector), near, at)
        copied = self._copied(telling.sketch, self._tellings[story] if story is not None else near[:_COPIES])
        if story is None and copied is not None:
            story = copied.story
        if story is None:
            return Placed(None, None, (), likeness, trace)
        told = (self._kept[slot].trace.facts for slot in self._tellings[story])
        news = novel(telling.statements, told)
        return Placed(story, copied.id if copied is not None and not news else None, news, likeness, trace)

    def keep(self, id: Id, placed: Placed[Id], at: datetime) -> Kept[Id]:
        """From now on the telling is part of its story. What is returned is all that a restart needs."""
        kept = Kept(id, id if placed.story is None else placed.story, at, placed.trace)
        self._put(kept)
        return kept

    def restore(self, rows: Iterable[Kept[Id]]) -> None:
        """Take up what was kept before a restart, in the order in which it was kept."""
        for kept in rows:
            self._put(kept)

    def forget(self, before: datetime) -> int:
        """Drop the tellings that became known earlier than `before`; how many there were."""
        dropped = 0
        while self._order and self._kept[self._order[0]].at < before:
            self._drop(self._order.popleft())
            dropped += 1
        return dropped

    def trim(self, most: int) -> None:
        """Drop the oldest tellings beyond `most`."""
        while len(self._order) > most:
            self._drop(self._order.popleft())

    def _put(self, kept: Kept[Id]) -> None:
        slot, self._next = self._next, self._next + 1
        self._kept[slot] = kept
        self._order.append(slot)
        self._tellings.setdefault(kept.story, []).append(slot)
        self._frequencies.learn(kept.trace.terms)
        for term in kept.trace.terms[:INDEXED]:
            self._index.setdefault(term, []).append(slot)

    def _drop(self, slot: int) -> None:
        kept = self._kept.pop(slot)
        self._frequencies.unlearn(kept.trace.terms)
        for term in kept.trace.terms[:INDEXED]:
            _remove(self._index, term, slot)
        _remove(self._tellings, kept.story, slot)

    def _near(self, vector: Sequence[tuple[int, float]]) -> list[int]:
        """Tellings that share weighty terms, the likeliest first."""
        found = [(slots, weight) for term, weight in vector[:INDEXED] if (slots := self._index.get(term))]
        found.sort(key=lambda row: len(row[0]))
        shared: dict[int, float] = {}
        looked_up = 0
        for slots, weight in found:
            looked_up += len(slots)
            if looked_up > MOST_LOOKED_UP and shared:
                break
            for slot in slots[-MOST_LOOKED_UP:]:
                shared[slot] = shared.get(slot, 0.0) + weight
        return nlargest(MOST_COMPARED, shared, key=lambda slot: (shared[slot], slot))

    def _nearest(self, vector: dict[int, float], near: Sequence[int], at: datetime) -> tuple[Id | None, float]:
        """The story that is told, if it is near enough; and how alike the nearest one is."""
        groups: dict[Id, list[int]] = {}
        for slot in near:
            groups.setdefault(self._kept[slot].story, []).append(slot)
        best: Id | None = None
        highest = 0.0
        for story, slots in groups.items():
            compared = {*slots, *self._tellings[story][-MOST_OTHERS:]}
            alike = nlargest(NEAREST, (_likeness(vector, self._kept[slot].trace) for slot in compared))
            likeness = sum(alike) / len(alike) / self._strictness(story, at)
            if likeness > highest:
                best, highest = story, likeness
        return (best if highest >= SAME_STORY else None), highest

    def _strictness(self, story: Id, at: datetime) -> float:
        silent = at - self._kept[self._tellings[story][-1]].at
        return 1 + PER_DAY * max(0.0, silent.total_seconds() / 86_400)

    def _copied(self, sketched: Sequence[int], slots: Iterable[int]) -> Kept[Id] | None:
        """The earliest of the tellings that carries this text."""
        for slot in sorted(slots):
            if share(sketched, self._kept[slot].trace.sketch) >= COPIED:
                return self._kept[slot]
        return None


_COPIES = 8
"""Tellings that are looked at for the same text where the story itself was not known."""


def _trace(telling: Telling, vector: Sequence[tuple[int, float]]) -> Trace:
    weighty = {term for term, _ in vector}
    rest = [term for term in telling.terms if term not in weighty]
    return Trace(
        array("I", [*(term for term, _ in vector), *rest]),
        array("f", [weight for _, weight in vector]),
        telling.sketch,
        array("I", sorted(telling.facts)),
    )


def _likeness(vector: dict[int, float], trace: Trace) -> float:
    """The cosine of the angle between two tellings."""
    return sum(
        vector[term] * weight for term, weight in zip(trace.terms, trace.weights, strict=False) if term in vector
    )


Key = TypeVar("Key")


def _remove(table: dict[Key, list[int]], key: Key, slot: int) -> None:
    """Without `slot`, which is nearly always the first; without a list that is empty then."""
    slots = table[key]
    slots.remove(slot)
    if not slots:
        del table[key]
