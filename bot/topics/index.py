"""One story against very many queries: each stands under its rarest words, and only those are looked at."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.topics.anchors import alternatives, commonness, suffice
from bot.topics.document import Document
from bot.topics.evaluate import holds
from bot.topics.nodes import Node
from bot.topics.printing import written
from bot.topics.query import Query
from bot.topics.vocabulary import Vocabulary

Id = TypeVar("Id", bound=Hashable)

_ALONE = 0
"""Stands for the second key of a query that has only one."""


@dataclass(slots=True, eq=False)
class _Entry(Generic[Id]):
    """A query with everyone who follows it. `root` is None where holding the keys of an anchor is all it asks for."""

    root: Node | None
    anchors: tuple[tuple[str, ...], ...]
    followers: set[Id]


@dataclass(frozen=True, slots=True)
class Match(Generic[Id]):
    """Followers of one query that a story is for; `query` is how it is written with folded words."""

    query: str
    followers: tuple[Id, ...]


class Index(Generic[Id]):
    """Subscriptions by an id of the caller's. Adding and removing touch one query; nothing is rebuilt.

    Equal queries, however typed, are kept and evaluated once. Not safe for several threads at a time.
    """

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._queries: dict[Id, str] = {}
        self._entries: dict[str, _Entry[Id]] = {}
        self._under: dict[int, dict[int, dict[str, None]]] = {}

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
            entry = self._entries[text] = self._entry(query.root)
            for anchor in entry.anchors:
                first, second = self._taken(anchor)
                self._under.setdefault(first, {}).setdefault(second, {})[text] = None
        entry.followers.add(id)
        self._queries[id] = text

    def remove(self, id: Id) -> None:
        """`id` follows nothing from now on; nothing happens where it did not."""
        text = self._queries.pop(id, None)
        if text is None:
            return
        entry = self._entries[text]
        entry.followers.discard(id)
        if entry.followers:
            return
        del self._entries[text]
        for anchor in entry.anchors:
            self._take_down(text, anchor)

    def match(self, document: Document) -> list[Match[Id]]:
        """Everyone that the story is for, each query once."""
        held = self._vocabulary.held(document)
        here = {_ALONE, *held}
        found: dict[str, bool] = {}
        for first in held & self._under.keys():
            seconds = self._under[first]
            for second in seconds.keys() & here:
                for text in seconds[second]:
                    if text not in found:
                        root = self._entries[text].root
                        found[text] = root is None or holds(root, document)
        return [Match(text, tuple(self._entries[text].followers)) for text, holding in found.items() if holding]

    def _entry(self, root: Node) -> _Entry[Id]:
        used = self._vocabulary.used
        anchors = {
            tuple(sorted(keys, key=lambda key: (commonness(key, used(key)), key))[:2]) for keys in alternatives(root)
        }
        return _Entry(None if suffice(root) else root, tuple(sorted(anchors)), set())

    def _taken(self, anchor: tuple[str, ...]) -> tuple[int, int]:
        numbers = [self._vocabulary.take(key) for key in anchor]
        return numbers[0], numbers[1] if len(numbers) > 1 else _ALONE

    def _take_down(self, text: str, anchor: tuple[str, ...]) -> None:
        numbers = [self._vocabulary.give_back(key) for key in anchor]
        first, second = numbers[0], numbers[1] if len(numbers) > 1 else _ALONE
        seconds = self._under[first]
        del seconds[second][text]
        if not seconds[second]:
            del seconds[second]
        if not seconds:
            del self._under[first]
