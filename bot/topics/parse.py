"""From what was typed to a `Query`, or to the place where it goes wrong."""

from __future__ import annotations

from bot.errors import QueryProblem
from bot.topics.fields import LONGEST
from bot.topics.grammar import Grammar
from bot.topics.lexemes import lexemes
from bot.topics.nodes import All, Either, Node, Not, finds
from bot.topics.query import Query


def parse(text: str) -> Query:
    """The query that `text` says. Raises `QueryProblem`; a suggestion in it can itself be parsed."""
    try:
        return _parse(text)
    except QueryProblem as problem:
        suggestion = problem.suggestion if _reads(problem.suggestion) else ""
        raise QueryProblem(text, problem.at, problem.end, problem.problem, suggestion) from None


def _reads(text: str) -> bool:
    try:
        return bool(text) and _parse(text) is not None
    except QueryProblem:
        return False


def _parse(text: str) -> Query:
    if len(text) > LONGEST:
        raise QueryProblem(text, LONGEST, len(text), "too_long")
    pieces = lexemes(text)
    if not pieces:
        raise QueryProblem(text, 0, len(text), "empty")
    reader = Grammar(text, pieces)
    root = reader.query()
    if not finds(root):
        problem = "negative_choice" if isinstance(root, Either) else "only_negatives"
        raise reader.problem(reader.first_minus or pieces[0], problem)
    _check_contradiction(reader, root)
    return Query(root)


def _check_contradiction(reader: Grammar, root: Node) -> None:
    parts = root.parts if isinstance(root, All) else (root,)
    for part in parts:
        if isinstance(part, Not) and part.part in parts:
            raise reader.problem(reader.minuses[part.part], "contradiction")
