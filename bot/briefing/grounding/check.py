"""One sentence against the article: borne out by one of its sentences, or why not."""

from __future__ import annotations

from dataclasses import dataclass

from bot.briefing.grounding.facts import Facts, facts
from bot.briefing.grounding.material import Line, Material
from bot.briefing.grounding.tables import OPPOSITES, PRONOUNS
from bot.model import Source

TRIED = 4
"""Sentences that a claim is held against: those that share most with it."""

COVERED = 0.45
"""Share of a claim's telling words that the sentence must have; the others may be said differently."""

FOREIGN = 1
"""Words of a claim that may stand elsewhere in the article only, but not in the sentence that bears it."""


PARTS = ("of", "out", "von", "der", "de", "des")
"""After a number, a part of what follows: `three of its seven piers` are three piers."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`source` is the sentence that bears the claim out; None: `reasons` say why the best one does not."""

    source: Source | None
    reasons: tuple[str, ...] = ()


def check(claim: str, article: Material) -> Verdict:
    said = facts(claim, article.language)
    ranked = sorted(article.lines, key=lambda line: -_likeness(said, line))[:TRIED]
    first: tuple[str, ...] = ("nothing",)
    for n, line in enumerate(ranked):
        reasons = tuple(_faults(said, line, article))
        if not reasons:
            return Verdict(line.source)
        first = reasons if n == 0 else first
    return Verdict(None, first)


def _likeness(said: Facts, line: Line) -> float:
    words = set(line.facts.words) | set(line.facts.names)
    values = {value for value, _ in line.facts.numbers}
    shared = sum(word in words for word in said.words)
    return shared + sum(name in words for name in said.names) + 2 * sum(value in values for value, _ in said.numbers)


def _faults(said: Facts, line: Line, article: Material) -> list[str]:
    own = line.facts
    here = {*own.words, *own.names}
    leaning = line.before is not None and not own.names and bool(own.tokens & PRONOUNS)
    near = here | ({*line.before.words, *line.before.names} if leaning and line.before else set())
    tests = (
        ("name", any(name not in near for name in said.names) or _swapped(said, own)),
        ("number", any(not _has(own, number) for number in said.numbers) or _miscounted(said, own)),
        ("date", not said.dates <= own.dates),
        ("quote", any(not _quoted(quote, article) for quote in said.quotes)),
        ("negation", _contradicts(said, own)),
        ("hedge", own.hedged and not said.hedged),
        ("merged", _foreign(said, near, article) > FOREIGN),
        ("words", _covered(said, near) < COVERED),
    )
    return [name for name, failed in tests if failed]


def _swapped(said: Facts, own: Facts) -> bool:
    """Two names in the other order, without the "by" that turns a sentence around."""
    shared = [name for name in said.names if name in own.names]
    order = [own.names.index(name) for name in shared]
    turned = {"by", "von", "por", "par"}
    return order != sorted(order) and (said.tokens & turned == own.tokens & turned) and len(shared) <= 3


def _has(own: Facts, number: tuple[float, str]) -> bool:
    return any(abs(value - number[0]) <= 1e-6 * max(1.0, abs(value)) for value, _ in own.numbers)


def _miscounted(said: Facts, own: Facts) -> bool:
    """A number whose unit belongs to another number: `14 million` and `48 months` for `48 million` and `14 months`."""
    units = {unit: value for value, unit in own.numbers if unit}
    return any(
        unit in units
        and abs(units[unit] - value) > 1e-6
        and not any(v == value and u in (unit, *PARTS) for v, u in own.numbers)
        for value, unit in said.numbers
        if unit
    )


def _quoted(quote: str, article: Material) -> bool:
    """Word for word, in quotation marks; a single quoted word is a turn of phrase that must stand there too."""
    return any(quote in own for line in article.lines for own in line.facts.quotes)


def _contradicts(said: Facts, own: Facts) -> bool:
    if said.negations > own.negations:
        return True
    if not said.negations and own.negated & {*said.words, *said.names}:
        return True
    return any(
        OPPOSITES.get(word, frozenset()) & own.tokens and word not in own.tokens
        for word in said.tokens
        if word in OPPOSITES
    )


def _foreign(said: Facts, near: set[str], article: Material) -> int:
    """Telling words that stand elsewhere in the article, but neither here nor in the headline."""
    return sum(word not in near and word not in article.topic and word in article.places for word in said.words)


def _covered(said: Facts, near: set[str]) -> float:
    return sum(word in near for word in said.words) / len(said.words) if said.words else 0.0
