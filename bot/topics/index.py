"""One story against very many queries: each stands under its rarest words, and only those are looked at."""

from __future__ import annotations

from collections.abc import Hashable, KeysView, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from bot.topics.anchors import alternatives, commonness, suffice
from bot.topics.document import Document
from bot.topics.evaluate import holds
from bot.topics.nodes import Node
from bot.topics.printing import written
from bot.topics.query import Query
from bot.topics.vocabulary import Vocabulary

Id = TypeVar("Id", bound=Hashable)


@dataclass(slots=True, eq=False)
class _Entry(Generic[Id]):
    """A query with everyone who follows it. `root` is None where holding the keys of an anchor is all it asks for."""

    text: str
    root: Node | None
    anchors: tuple[tuple[str, ...], ...]
    followers: dict[Id, None]


class Match(NamedTuple, Generic[Id]):
    """Followers of one query that a story is for; `query` is how it is written with folded words.

    `followers` are whoever follows it at the moment of looking: copy them before the index is changed.
    """

    query: str
    followers: KeysView[Id]


_FEW = 30
"""Keys up to which looking at each is faster than an intersection."""

_Shelf = dict[int, dict[_Entry[Id], None]]
"""Queries by the number of a key; a dict keeps them in the order in which they came."""


class Index(Generic[Id]):
    """Subscriptions by an id of the caller's. Adding and removing touch one query; nothing is rebuilt.

    Equal queries, however typed, are kept and evaluated once. Each stands under its rarest key, or under the two
    rarest: those are looked at only where a story holds both. Not safe for several threads at a time.
    """

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._queries: dict[Id, _Entry[Id]] = {}
        self._entries: dict[str, _Entry[Id]] = {}
        self._alone: _Shelf[Id] = {}
        self._paired: dict[int, _Shelf[Id]] = {}

    def __len__(self) -> int:
        return len(self._queries)

    def __contains__(self, id: object) -> bool:
        return id in self._queries

    def add(self, id: Id, query: Query) -> None:
        """`id` follows `query` from now on, and nothing else."""
        self.remove(id)
        text = written(query.root, folded=True)
        entry = self._entries.get(text)
        if entry is None:
            entry = self._entries[text] = self._entry(text, query.root)
            for anchor in entry.anchors:
                self._put(entry, [self._vocabulary.take(key) for key in anchor])
        entry.followers[id] = None
        self._queries[id] = entry

    def remove(self, id: Id) -> None:
        """`id` follows nothing from now on; nothing happens where it did not."""
        entry = self._queries.pop(id, None)
        if entry is None:
            return
        del entry.followers[id]
        if not entry.followers:
            del self._entries[entry.text]
            for anchor in entry.anchors:
                self._take(entry, [self._vocabulary.give_back(key) for key in anchor])

    def match(self, document: Document) -> list[Match[Id]]:
        """Everyone that the story is for, each query once."""
        held = self._vocabulary.held(document)
        found = dict.fromkeys(chain.from_iterable(map(self._alone.__getitem__, held & self._alone.keys())))
        for number in held & self._paired.keys():
            shelf = self._paired[number]
            for other in [other for other in shelf if other in held] if len(shelf) < _FEW else shelf.keys() & held:
                found.update(shelf[other])
        return [
            Match(entry.text, entry.followers.keys())
            for entry in found
            if entry.root is None or holds(entry.root, document)
        ]

    def _entry(self, text: str, root: Node) -> _Entry[Id]:
        used = self._vocabulary.used
        anchors = {
            tuple(sorted(keys, key=lambda key: (commonness(key, used(key)), key))[:2]) for keys in alternatives(root)
        }
        return _Entry(text, None if suffice(root) else root, tuple(sorted(anchors)), {})

    def _put(self, entry: _Entry[Id], numbers: Sequence[int]) -> None:
        shelf = self._alone if len(numbers) == 1 else self._paired.setdefault(numbers[0], {})
        shelf.setdefault(numbers[-1], {})[entry] = None

    def _take(self, entry: _Entry[Id], numbers: Sequence[int]) -> None:
        shelf = self._alone if len(numbers) == 1 else self._paired[numbers[0]]
        del shelf[numbers[-1]][entry]
        if not shelf[numbers[-1]]:
            del shelf[numbers[-1]]
        if len(numbers) > 1 and not shelf:
            del self._paired[numbers[0]]
