"""A topic's query read back in plain words: `Stories that say “china” and “US”, but that do not say “trade”.`

Every clause stands behind the word "stories" on its own, so that each language can word and order it its own way.
"""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale

from bot.text.plain import plain
from bot.topics import All, Either, LanguageIs, Near, Node, Not, PersonIs, Query, Scope, SourceIs, Term

SAYS = {
    Scope.ANYWHERE: ("that say {words}", "that do not say {words}"),
    Scope.TITLE: ("with {words} in the title", "without {words} in the title"),
    Scope.PLACE: ("from a place called {words}", "not from a place called {words}"),
}
"""Each with what says the contrary."""

CLOSE = (
    "that say {words} close together, with at most {distance} other words between",
    "that do not say {words} close together, with at most {distance} other words between",
)
PERSON = ("that name {name}", "that do not name {name}")
SOURCE = ("from {host}", "not from {host}")
LANGUAGE = ("in {language}", "not in {language}")
CHOICE = ("that fit one of these: {choices}", "that fit none of these: {choices}")
TOGETHER = "not those {clauses}"
AND, OR, BUT = "{one} and {other}", "{one} or {other}", "{one}, but {other}"
WHOLE = "Stories {clauses}."


def read_back(query: Query) -> str:
    """The whole query as one sentence."""
    return WHOLE.format(clauses=_clauses(query.root))


def _clauses(node: Node) -> str:
    """What `node` asks for, as clauses in a row; plain words that all must be said share one."""
    parts = list(node.parts) if isinstance(node, All) else [node]
    said = [part for part in parts if isinstance(part, Term) and part.scope is Scope.ANYWHERE]
    wanted = [SAYS[Scope.ANYWHERE][0].format(words=_joined(map(_quoted, said), AND))] if said else []
    wanted += [_clause(part, 0) for part in parts if part not in said and not isinstance(part, Not)]
    unwanted = ", ".join(_clause(part.part, 1) for part in parts if isinstance(part, Not))
    if not wanted or not unwanted:
        return ", ".join(wanted) or unwanted
    return BUT.format(one=", ".join(wanted), other=unwanted)


def _clause(node: Node, negative: int) -> str:
    """One clause; with `negative` 1 its contrary."""
    if isinstance(node, Either):
        return _choice(node, negative)
    if isinstance(node, All):
        clauses = _clauses(node)
        return TOGETHER.format(clauses=clauses) if negative else clauses
    if isinstance(node, Not):
        return _clause(node.part, 1 - negative)
    if isinstance(node, PersonIs):
        return PERSON[negative].format(name=plain(node.text))
    if isinstance(node, SourceIs):
        return SOURCE[negative].format(host=node.host)
    if isinstance(node, LanguageIs):
        return LANGUAGE[negative].format(language=Locale("en").languages.get(node.code, node.code))
    if isinstance(node, Near):
        words = _joined((f"“{word}”" for word in plain(node.text).split()), AND)
        return CLOSE[negative].format(words=words, distance=node.distance)
    return SAYS[node.scope][negative].format(words=_quoted(node))


def _choice(node: Either, negative: int) -> str:
    """Words of one scope share a clause: `that say “ceasefire” or “truce”`."""
    terms = [part for part in node.parts if isinstance(part, Term)]
    scopes = {term.scope for term in terms}
    if len(terms) == len(node.parts) and len(scopes) == 1:
        return SAYS[scopes.pop()][negative].format(words=_joined(map(_quoted, terms), OR))
    return CHOICE[negative].format(choices="; ".join(_clauses(part) for part in node.parts))


def _quoted(term: Term) -> str:
    abbreviation = len(term.words) == 1 and term.words[0].isupper()
    return f"“{term.words[0] if abbreviation else plain(term.text)}”"


def _joined(texts: Iterable[str], by: str) -> str:
    """`a`, `b` and `c`, with the last two joined as `by` says."""
    *before, last = list(texts)
    if not before:
        return last
    return by.format(one=", ".join(before), other=last)
