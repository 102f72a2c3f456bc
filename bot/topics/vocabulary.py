"""The keys that queries stand under, and which of them a story holds."""

from __future__ import annotations

from itertools import chain

from bot.text.stems import stem
from bot.topics.anchors import LANGUAGE, SOUND, SOURCE
from bot.topics.document import Document


class Vocabulary:
    """Numbers for keys. A word is found by its stem in the language of the story: there is a table for each language
    that a story came in, kept up as keys come and go."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._used: dict[str, int] = {}
        self._stems: dict[str, dict[str, tuple[int, ...]]] = {}
        self._next = 1

    def __len__(self) -> int:
        return len(self._numbers)

    def used(self, key: str) -> int:
        return self._used.get(key, 0)

    def take(self, key: str) -> int:
        """The number of `key`, which is used once more from now on."""
        self._used[key] = self._used.get(key, 0) + 1
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self._next
            self._next += 1
            if ":" not in key:
                for language, table in self._stems.items():
                    stemmed = stem(key, language)
                    table[stemmed] = (*table.get(stemmed, ()), number)
        return number

    def give_back(self, key: str) -> int:
        """The number of `key`, which is used once less from now on; without users it is forgotten."""
        number = self._numbers[key]
        self._used[key] -= 1
        if not self._used[key]:
            del self._used[key], self._numbers[key]
            if ":" not in key:
                self._forget(key, number)
        return number

    def _forget(self, key: str, number: int) -> None:
        for language, table in self._stems.items():
            stemmed = stem(key, language)
            left = tuple(other for other in table[stemmed] if other != number)
            if left:
                table[stemmed] = left
            else:
                del table[stemmed]

    def held(self, document: Document) -> set[int]:
        """The numbers of all keys that the story holds."""
        table = self._table(document.language)
        found = set(chain.from_iterable(row for key in document.places if (row := table.get(key))))
        numbers = self._numbers
        found.update(numbers[pair] for pair in document.pairs if pair in numbers)
        found.update(numbers[key] for key in _named_keys(document) if key in numbers)
        return found

    def _table(self, language: str) -> dict[str, tuple[int, ...]]:
        """Made when the first story in the language comes."""
        table = self._stems.get(language)
        if table is None:
            table = self._stems[language] = {}
            for key, number in self._numbers.items():
                if ":" not in key:
                    stemmed = stem(key, language)
                    table[stemmed] = (*table.get(stemmed, ()), number)
        return table


def _named_keys(document: Document) -> list[str]:
    return [
        *(SOUND + sound for sound in document.heard),
        *(SOURCE + host for host in document.hosts),
        LANGUAGE + document.language,
    ]
