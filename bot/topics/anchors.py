"""What a story must hold for a query to be looked at: sets of keys, cheap to find and rare."""

from __future__ import annotations

from collections.abc import Iterable

from bot.text.stopwords import STOPWORDS
from bot.text.tokens import is_dense
from bot.topics.evaluate import person_keys
from bot.topics.nodes import All, Either, LanguageIs, Leaf, Near, Node, Not, PersonIs, Scope, SourceIs, Term, finds

MOST_ALTERNATIVES = 24
"""Sets of keys of one query; parts that would make more are left to the evaluation."""

SOUND, SOURCE, LANGUAGE = "person:", "source:", "lang:"
"""Beginnings of keys that are no words; words have no colon."""

_SMALL = frozenset().union(*STOPWORDS.values())

Keys = frozenset[str]


def alternatives(node: Node) -> list[Keys]:
    """A story that `node` holds for has all keys of at least one of these sets. `node` must `find` something."""
    if isinstance(node, All):
        found: list[Keys] = [frozenset()]
        for part in sorted(filter(finds, node.parts), key=_width):
            more = alternatives(part)
            if len(found) * len(more) <= MOST_ALTERNATIVES:
                found = [one | other for one in found for other in more]
        return found
    if isinstance(node, Either):
        return [keys for part in node.parts for keys in alternatives(part)]
    assert not isinstance(node, Not)
    return _leaf_keys(node)


def suffice(node: Node) -> bool:
    """Whether having the keys of one alternative is all that `node` asks for."""
    if isinstance(node, Term):
        return len(node.words) == 1 and node.scope is Scope.ANYWHERE
    if isinstance(node, SourceIs | LanguageIs):
        return True
    if isinstance(node, Either):
        return all(map(suffice, node.parts))
    if isinstance(node, All):
        return all(isinstance(part, Term) and suffice(part) for part in node.parts) and len(node.parts) <= 2
    return False


def _width(node: Node) -> int:
    """About how many alternatives a part has: those with few come first."""
    return sum(map(_width, node.parts)) if isinstance(node, Either) else 1


def _leaf_keys(leaf: Leaf) -> list[Keys]:
    if isinstance(leaf, SourceIs):
        return [frozenset((SOURCE + leaf.host,))]
    if isinstance(leaf, LanguageIs):
        return [frozenset((LANGUAGE + leaf.code,))]
    if isinstance(leaf, PersonIs):
        sounds = [frozenset((SOUND + sound,)) for sound in person_keys(leaf)]
        return [*sounds, _words(leaf.words)] if len(leaf.words) > 1 else sounds
    return [frozenset(leaf.words) if isinstance(leaf, Near) else _words(leaf.words)]


def _words(words: Iterable[str]) -> Keys:
    """The words of a phrase; of scripts without spaces each two neighbours, which say far more."""
    row = tuple(words)
    paired = [is_dense(word) for word in row]
    pairs = [row[at] + row[at + 1] for at in range(len(row) - 1) if paired[at] and paired[at + 1]]
    lone = [word for word, dense in zip(row, paired, strict=True) if not dense]
    return frozenset((*pairs, *lone)) or frozenset(row)


def commonness(key: str, used: int) -> tuple[int, int, int]:
    """Smaller for what fewer stories hold. `used`: how many queries already stand under the key."""
    if key.startswith(LANGUAGE):
        return 3, used, 0
    if key.startswith(SOURCE):
        return 1, used, 0
    return (2 if key in _SMALL else 0), used, -len(key)
