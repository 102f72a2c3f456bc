"""Countries by the names that a reader's language has for them; we note them by their English names."""

from __future__ import annotations

from functools import cache

from bot.locale.messages import spoken, word
from bot.locale.speaking import language

CODES = {
    "Bosnia and Herzegovina": "BA",
    "Congo": "CG",
    "Czech Republic": "CZ",
    "East Timor": "TL",
    "Ivory Coast": "CI",
    "Myanmar": "MM",
    "Trinidad and Tobago": "TT",
    "Turkey": "TR",
    "Vatican": "VA",
}
"""Names that Babel spells another way."""

OWN = (
    word("country", "England"),
    word("country", "Hong Kong"),
    word("country", "Northern Ireland"),
    word("country", "Palestine"),
    word("country", "Scotland"),
    word("country", "Wales"),
)
"""Names that Babel has not, or only by a name that nobody says."""


def country(name: str) -> str:
    """`Germany` as `Deutschland`, `Alemania`, `Allemagne`; a name that is not known stays as it is."""
    if language() == "en":
        return name
    if name in OWN:
        return spoken("country", name)
    return _territories(language()).get(code_of(name), name)


def code_of(name: str) -> str:
    """`DE` for `Germany`; empty where Babel knows no such country."""
    return _codes().get(name, "")


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in _territories("en").items() if len(code) == len("DE")} | CODES


@cache
def _territories(spoken_language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale(spoken_language).territories)
