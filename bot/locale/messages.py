"""Messages in English become those of the language that is spoken. Babel finds them in the code by these names."""

from __future__ import annotations

from bot.locale import dates
from bot.locale.catalogue import catalogue
from bot.locale.speaking import language

FIRST_WITH_SEPARATOR = 1000
"""Smaller numbers are written alike in every language."""


def say(message: str, /, **values: object) -> str:
    """`message` in the language spoken now, with `values` at its `{names}`. It stands in the code as a literal."""
    text = catalogue(language()).gettext(message)
    return text.format(**values) if values else text


def count(one: str, many: str, number: int, /, **values: object) -> str:
    """As `say`, for a counted thing: `one` and `many` are literals, and may have a `{number}`."""
    shown = number if abs(number) < FIRST_WITH_SEPARATOR else dates.number(number)
    return catalogue(language()).ngettext(one, many, number).format(number=shown, **values)


def later(message: str) -> str:
    """Marks a literal of a table for translation; `said` speaks it when its time has come."""
    return message


def said(message: str, /, **values: object) -> str:
    """`say` for what was marked by `later`, which is no literal any more."""
    return say(message, **values)


def word(context: str, text: str) -> str:  # noqa: ARG001
    """Marks a single word, which means nothing without its `context`: both are literals. `spoken` speaks it."""
    return text


def spoken(context: str, text: str) -> str:
    """A word that was marked by `word`."""
    return catalogue(language()).pgettext(context, text)
