"""A topic's query read back in plain words: `Stories that say “china” and “US”, but that do not say “trade”.`

Every clause stands behind the word "stories" on its own, so that each language can word and order it its own way.
"""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale

from bot.locale import language, later, said
from bot.locale.marks import quoted
from bot.text.plain import plain
from bot.topics import All, Either, LanguageIs, Near, Node, Not, PersonIs, Query, Scope, SourceIs, Term

SAYS = {
    Scope.ANYWHERE: (later("that say {words}"), later("that do not say {words}")),
    Scope.TITLE: (later("with {words} in the title"), later("without {words} in the title")),
    Scope.PLACE: (later("from a place called {words}"), later("not from a place called {words}")),
}
"""Each with what says the contrary."""

CLOSE = (
    later("that say {words} close together, with at most {distance} other words between"),
    later("that do not say {words} close together, with at most {distance} other words between"),
)
PERSON = (later("that name {name}"), later("that do not name {name}"))
SOURCE = (later("from {host}"), later("not from {host}"))
LANGUAGE = (later("in {language}"), later("not in {language}"))
CHOICE = (later("that fit one of these: {choices}"), later("that fit none of these: {choices}"))
TOGETHER = later("not those {clauses}")
AND, OR, BUT = later("{one} and {other}"), later("{one} or {other}"), later("{one}, but {other}")
WHOLE = later("Stories {clauses}.")


def read_back(query: Query) -> str:
    """The whole query as one sentence."""
    return said(WHOLE, clauses=_clauses(query.root))


def _clauses(node: Node) -> str:
    """What `node` asks for, as clauses in a row; plain words that all must be said share one."""
    parts = list(node.parts) if isinstance(node, All) else [node]
    plainly = [part for part in parts if isinstance(part, Term) and part.scope is Scope.ANYWHERE]
    wanted = [said(SAYS[Scope.ANYWHERE][0], words=_joined(map(_quoted, plainly), AND))] if plainly else []
    wanted += [_clause(part, 0) for part in parts if part not in plainly and not isinstance(part, Not)]
    unwanted = ", ".join(_clause(part.part, 1) for part in parts if isinstance(part, Not))
    if not wanted or not unwanted:
        return ", ".join(wanted) or unwanted
    return said(BUT, one=", ".join(wanted), other=unwanted)


def _clause(node: Node, negative: int) -> str:
    """One clause; with `negative` 1 its contrary."""
    if isinstance(node, Either):
        return _choice(node, negative)
    if isinstance(node, All):
        clauses = _clauses(node)
        return said(TOGETHER, clauses=clauses) if negative else clauses
    if isinstance(node, Not):
        return _clause(node.part, 1 - negative)
    if isinstance(node, PersonIs):
        return said(PERSON[negative], name=plain(node.text))
    if isinstance(node, SourceIs):
        return said(SOURCE[negative], host=node.host)
    if isinstance(node, LanguageIs):
        return said(LANGUAGE[negative], language=Locale(language()).languages.get(node.code, node.code))
    if isinstance(node, Near):
        words = _joined(map(quoted, plain(node.text).split()), AND)
        return said(CLOSE[negative], words=words, distance=node.distance)
    return said(SAYS[node.scope][negative], words=_quoted(node))


def _choice(node: Either, negative: int) -> str:
    """Words of one scope share a clause: `that say “ceasefire” or “truce”`."""
    terms = [part for part in node.parts if isinstance(part, Term)]
    scopes = {term.scope for term in terms}
    if len(terms) == len(node.parts) and len(scopes) == 1:
        return said(SAYS[scopes.pop()][negative], words=_joined(map(_quoted, terms), OR))
    return said(CHOICE[negative], choices="; ".join(_clauses(part) for part in node.parts))


def _quoted(term: Term) -> str:
    abbreviation = len(term.words) == 1 and term.words[0].isupper()
    return quoted(term.words[0] if abbreviation else plain(term.text))


def _joined(texts: Iterable[str], by: str) -> str:
    """`a`, `b` and `c`, with the last two joined as `by` says."""
    *before, last = list(texts)
    if not before:
        return last
    return said(by, one=", ".join(before), other=last)
