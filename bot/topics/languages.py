"""Languages as people name them in a query: by code, or by name in the languages we speak."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from babel import Locale

SPOKEN = ("en", "de", "es", "fr")


def language_code(named: str) -> str | None:
    """The ISO 639-1 code of what is called `named`: `de`, `de-AT`, `German`, `Deutsch`; None if there is none."""
    folded = named.casefold().strip()
    known = _by_name()
    return known.get(folded) or known.get(folded.replace("_", "-").partition("-")[0])


@lru_cache(1)
def _by_name() -> dict[str, str]:
    found = {code: code for code in _names("en")}
    for spoken in SPOKEN:
        for code, name in _names(spoken).items():
            found.setdefault(name.casefold(), code)
    return found


def _names(spoken: str) -> dict[str, str]:
    """How each language with a two-letter code is called in `spoken`."""
    return {str(code): str(name) for code, name in Locale(spoken).languages.items() if len(str(code)) == 2}


def nearest_language(named: str) -> str | None:
    """The code of the language whose name is most like `named`, if one is much like it."""
    near = get_close_matches(named.casefold(), [name for name in _by_name() if len(name) > 2], 1, 0.75)
    return _by_name()[near[0]] if near else None
