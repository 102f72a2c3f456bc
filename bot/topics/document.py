"""A story as queries see it: its words with their places, where it is from, and who is in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from urllib.parse import urlsplit

from bot.links.fold import plain_host
from bot.links.host import ascii_host
from bot.model import Article, Part, Person, Spot
from bot.people.link import core, sound
from bot.text.language import guess
from bot.text.stems import stem
from bot.text.tokens import fold, is_dense, normal, spans, tokens
from bot.topics.nodes import Scope

MOST_TOKENS = 30_000
"""Of one story; what comes later in a longer page is not looked at."""

GAP = 100
"""Between the places of two passages: more than any phrase or `near:` can bridge."""


class Field(StrEnum):
    """Where in a story something stands. `SOURCE` and `LANGUAGE` are no text of it."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    PLACE = "place"
    BODY = "body"
    CAPTION = "caption"
    SOURCE = "source"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the story; `paragraph` counts from 0 in its field."""

    field: Field
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in the story: the folded parts of the name, how they sound, and where and how the name first stands."""

    parts: tuple[str, ...]
    sounds: frozenset[str]
    field: Field
    paragraph: int
    printed: str


@dataclass(frozen=True)
class Document:
    """`passages` in the order of importance: the title first. `hosts` holds the story's host and those above it."""

    passages: tuple[Passage, ...]
    host: str = ""
    language: str = ""
    people: tuple[Named, ...] = ()

    @cached_property
    def tokens(self) -> tuple[list[str], ...]:
        """The folded tokens of each passage."""
        found, left = [], MOST_TOKENS
        for passage in self.passages:
            found.append(tokens(passage.text)[:left])
            left -= len(found[-1])
        return tuple(found)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The place of each passage's first token: places count through the whole story, with a `GAP` between two."""
        starts, at = [], 0
        for words in self.tokens:
            starts.append(at)
            at += len(words) + GAP
        return tuple(starts)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places, ascending, of each token's stem."""
        by_token: defaultdict[str, list[int]] = defaultdict(list)
        for start, words in zip(self.starts, self.tokens, strict=True):
            for at, word in enumerate(words, start):
                by_token[word].append(at)
        for word, at in self._compounds():
            by_token[word].append(at)
        found: dict[str, list[int]] = {}
        for word, places in by_token.items():
            key = stem(word, self.language)
            found[key] = sorted(found[key] + places) if key in found else places
        return found

    def _compounds(self) -> Iterator[tuple[str, int]]:
        """Words with a hyphen as if they had none, at the place of their first part: `ceasefire` finds `cease-fire`."""
        for passage, start, words in zip(self.passages, self.starts, self.tokens, strict=True):
            if _HYPHENS.search(passage.text) is None:
                continue
            text = normal(passage.text)
            begins = [begin for begin, _ in spans(text)]
            for compound in _COMPOUND.finditer(text):
                at = bisect_left(begins, compound.start())
                if at < len(words):
                    yield fold(_HYPHENS.sub("", compound[0])), start + at

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Each two neighbours of a script without spaces, as one string."""
        found: set[str] = set()
        for words in self.tokens:
            dense = [word if is_dense(word) else "" for word in words]
            if any(dense):
                found.update(one + other for one, other in pairwise(dense) if one and other)
        return frozenset(found)

    @cached_property
    def heard(self) -> dict[str, list[Named]]:
        """Who is in the story, by how each part of the name sounds."""
        found: dict[str, list[Named]] = {}
        for named in self.people:
            for sound_of_part in named.sounds:
                found.setdefault(sound_of_part, []).append(named)
        return found

    @cached_property
    def hosts(self) -> frozenset[str]:
        """What `source:` may say of it: its host, each host above it, and each label that is not the top one."""
        labels = self.host.split(".")
        above = (".".join(labels[at:]) for at in range(len(labels) - 1))
        return frozenset((*above, *labels[:-1])) if self.host else frozenset()

    @cached_property
    def ranges(self) -> dict[Scope, tuple[int, int]]:
        """The places that each narrower scope covers."""
        found = {}
        for passage, start, words in zip(self.passages, self.starts, self.tokens, strict=True):
            if passage.field in _SCOPES:
                found[_SCOPES[passage.field]] = (start, start + len(words))
        return found

    def places_of(self, word: str, scope: Scope = Scope.ANYWHERE) -> Sequence[int]:
        """The places of `word`, folded, and of its other forms."""
        found = self.places.get(stem(word, self.language), ())
        if scope is Scope.ANYWHERE or not found:
            return found
        start, end = self.ranges.get(scope, (0, 0))
        return [at for at in found if start <= at < end]


_HYPHENS = re.compile("[-\u2010\u2011]")
_COMPOUND = re.compile("\\b[^\\W\\d_]+(?:[-\u2010\u2011][^\\W\\d_]+)+\\b")

_SCOPES = {Field.TITLE: Scope.TITLE, Field.PLACE: Scope.PLACE}
_FIELDS = {
    Part.TITLE: Field.TITLE,
    Part.STANDFIRST: Field.STANDFIRST,
    Part.BODY: Field.BODY,
    Part.CAPTION: Field.CAPTION,
}
_ORDER = list(Field)


def document(article: Article, people: Iterable[Person] = ()) -> Document:
    """The story that `article` tells, with who was found in it."""
    passages = [
        Passage(Field.TITLE, 0, article.title),
        Passage(Field.STANDFIRST, 0, article.standfirst),
        Passage(Field.PLACE, 0, article.place),
        *(Passage(Field.BODY, at, block.text) for at, block in enumerate(article.body)),
    ]
    language = article.language or guess(" ".join(block.text for block in article.body[:20]))
    return Document(
        tuple(passage for passage in passages if passage.text),
        host_of(article.canonical_url or article.url or ""),
        language.partition("-")[0].partition("_")[0].lower(),
        tuple(named for person in people if (named := _named(person, article)) is not None),
    )


def host_of(url: str) -> str:
    """The host of `url` as `source:` knows it, "" where there is none."""
    try:
        return plain_host(ascii_host(urlsplit(url).hostname or ""))
    except ValueError:
        return ""


def sounds(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(sound(part.removeprefix("al-").removeprefix("el-")) or part for part in parts)


def _named(person: Person, article: Article) -> Named | None:
    parts = core(person.name.split())
    if not parts:
        return None
    spots = sorted(person.mentions, key=lambda spot: (_ORDER.index(_FIELDS[spot.part]), spot.paragraph, spot.start))
    if not spots:
        return Named(parts, sounds(parts), Field.BODY, 0, person.name)
    first = spots[0]
    printed = _text(article, first)[first.start : first.end]
    return Named(parts, sounds(parts), _FIELDS[first.part], first.paragraph, printed or person.name)


def _text(article: Article, spot: Spot) -> str:
    if spot.part is Part.TITLE:
        return article.title
    if spot.part is Part.STANDFIRST:
        return article.standfirst
    texts = article.body if spot.part is Part.BODY else article.captions
    return texts[spot.paragraph].text if spot.paragraph < len(texts) else ""
