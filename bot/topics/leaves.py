"""What a field asks for, from what was typed behind its colon; and plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from bot.links.fold import plain_host
from bot.links.host import ascii_host
from bot.people.link import core
from bot.text.tokens import ABBREVIATIONS, tokens
from bot.topics.fields import CLOSING_QUOTES, OPENING_QUOTES
from bot.topics.languages import language_code, nearest_language
from bot.topics.nodes import LanguageIs, Leaf, Near, PersonIs, Scope, SourceIs, Term

_MARKS = str.maketrans(dict.fromkeys(OPENING_QUOTES + "".join(CLOSING_QUOTES.values()), " "))


class Unreadable(ValueError):
    """`problem` as in `QueryProblem`; `instead` is a better value for the field, or ""."""

    def __init__(self, problem: str, instead: str = "") -> None:
        super().__init__(problem)
        self.problem, self.instead = problem, instead


def phrase(value: str, scope: Scope = Scope.ANYWHERE) -> Term:
    words = tokens(value)
    if not words:
        raise Unreadable("nothing_to_search")
    return Term(tuple(words), clean(value), scope)


def word(value: str, scope: Scope = Scope.ANYWHERE) -> Term:
    """As a phrase, but a lone `us` or `who` is the abbreviation: nobody follows the small word."""
    found = phrase(value, scope)
    if len(found.words) > 1 or found.words[0] not in ABBREVIATIONS:
        return found
    abbreviation = found.words[0].upper()
    # With marks it would be printed in quotation marks, where it is the small word.
    return replace(found, words=(abbreviation,), text=found.text if found.text.isalnum() else abbreviation)


def near(value: str, distance: int, scope: Scope = Scope.ANYWHERE) -> Near:
    words = tuple(dict.fromkeys(tokens(value)))
    if len(words) < 2:
        raise Unreadable("near_needs_words")
    return Near(words, clean(value), distance, scope)


def person(value: str) -> PersonIs:
    words = tokens(value)
    if not words:
        raise Unreadable("nothing_to_search")
    return PersonIs(tuple(words), core(value.split()), clean(value))


def source(value: str) -> SourceIs:
    """From a host, or from a pasted link of it."""
    address = value if "//" in value else f"//{value}"
    try:
        host = plain_host(ascii_host(urlsplit(address).hostname or ""))
    except ValueError as error:
        raise Unreadable("not_a_host", _dotted(value)) from error
    return SourceIs(host)


def _dotted(value: str) -> str:
    words = tokens(value)
    return ".".join(words) if len(words) > 1 and all(word.isascii() for word in words) else ""


def language(value: str) -> LanguageIs:
    code = language_code(value)
    if code is None:
        raise Unreadable("not_a_language", nearest_language(value) or "")
    return LanguageIs(code)


def clean(value: str) -> str:
    """`value` on one line and without quotation marks, so that it can be printed between them."""
    return " ".join(value.translate(_MARKS).split())


SCOPES = {"": Scope.ANYWHERE, "title": Scope.TITLE, "place": Scope.PLACE}
"""Fields that only say where words must stand; "" is no field."""

OTHERS: dict[str, Callable[[str], Leaf]] = {"person": person, "source": source, "lang": language}
