"""A query as it is best typed: one way to write each."""

from __future__ import annotations

import unicodedata

from bot.text.tokens import ABBREVIATIONS, is_dense
from bot.topics.fields import OPERATORS
from bot.topics.nodes import All, Either, LanguageIs, Leaf, Near, Node, Not, PersonIs, Scope, SourceIs, Term


def written(node: Node, *, folded: bool = False) -> str:
    """`node` in the query language. `folded`: words as they are compared, so that equal queries print equally."""
    if isinstance(node, Not):
        return "-" + _inside(node.part, folded)
    if isinstance(node, All):
        return " ".join(_inside(part, folded) for part in node.parts)
    if isinstance(node, Either):
        return " OR ".join(_inside(part, folded) for part in node.parts)
    return _leaf(node, folded)


def _inside(node: Node, folded: bool) -> str:
    text = written(node, folded=folded)
    return f"({text})" if isinstance(node, All | Either) else text


def _leaf(leaf: Leaf, folded: bool) -> str:
    if isinstance(leaf, SourceIs):
        return f"source:{leaf.host}"
    if isinstance(leaf, LanguageIs):
        return f"lang:{leaf.code}"
    text = " ".join(leaf.words) if folded else leaf.text
    if isinstance(leaf, PersonIs):
        return f"person:{_quoted(' '.join(leaf.parts) if folded else text)}"
    scope = f"{leaf.scope}:" if leaf.scope is not Scope.ANYWHERE else ""
    if isinstance(leaf, Near):
        return f'{scope}near:{leaf.distance} "{text}"'
    return scope + (_quoted(text) if needs_quotes(leaf, text) else text)


def _quoted(text: str) -> str:
    return f'"{text}"'


def needs_quotes(term: Term, text: str) -> bool:
    """Whether `text` would be read as something else without quotation marks."""
    several = len(term.words) > 1 and not all(map(is_dense, term.words))
    small = term.words[0] in ABBREVIATIONS
    return several or small or text.casefold() in OPERATORS or not all(map(_plain, text))


def _plain(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
