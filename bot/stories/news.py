"""What in a telling is materially new to its story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.stories.telling import Statement

MOST = 5
"""Sentences that are told as new; those that state most that is new."""


def novel(statements: Sequence[Statement], told: Iterable[Iterable[int]]) -> tuple[str, ...]:
    """The sentences that state facts which no earlier telling states, each fact once, in the order of the text."""
    known = {fact for facts in told for fact in facts}
    news: list[tuple[int, int, str]] = []
    for at, statement in enumerate(statements):
        fresh = statement.facts - known
        if fresh:
            news.append((-len(fresh), at, statement.text))
            known |= fresh
    return tuple(text for _, _, text in sorted(sorted(news)[:MOST], key=lambda row: row[1]))
