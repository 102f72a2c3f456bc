"""What a query asks for, as a tree of plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Scope(StrEnum):
    """Where a story must say it."""

    ANYWHERE = ""
    TITLE = "title"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that stand in this order with nothing between. `words` are folded, `text` is as it was typed."""

    words: tuple[str, ...]
    text: str = field(compare=False)
    scope: Scope = Scope.ANYWHERE


@dataclass(frozen=True, slots=True)
class Near:
    """All of two or more `words`, in any order, with at most `distance` other words between them."""

    words: tuple[str, ...]
    text: str = field(compare=False)
    distance: int
    scope: Scope = Scope.ANYWHERE


@dataclass(frozen=True, slots=True)
class PersonIs:
    """Somebody of this name is in the story. `words` are the folded words of the name, `parts` what `bot.people` calls
    its parts."""

    words: tuple[str, ...]
    parts: tuple[str, ...]
    text: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class SourceIs:
    """The story is from `host` or a host under it, in ASCII; without a dot: from any host with that label."""

    host: str


@dataclass(frozen=True, slots=True)
class LanguageIs:
    """The story is written in this language (ISO 639-1)."""

    code: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """Two or more parts that all must hold; none of them is an `All`."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Two or more parts of which one must hold; none of them is an `Either`."""

    parts: tuple[Node, ...]


Leaf = Term | Near | PersonIs | SourceIs | LanguageIs
Node = Leaf | Not | All | Either


def both(parts: list[Node]) -> Node:
    """All of `parts`, of which there is at least one, without parts that say the same."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))]
    unique = tuple(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else All(unique)


def either(parts: list[Node]) -> Node:
    """One of `parts`, of which there is at least one."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Either) else (part,))]
    unique = tuple(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else Either(unique)


def negated(part: Node) -> Node:
    return part.part if isinstance(part, Not) else Not(part)


def finds(node: Node) -> bool:
    """Whether `node` asks for something that is there; what only says what must not be there finds nothing."""
    if isinstance(node, All):
        return any(map(finds, node.parts))
    if isinstance(node, Either):
        return all(map(finds, node.parts))
    return not isinstance(node, Not)
