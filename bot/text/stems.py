"""Words that are forms of one word: by the stemmer of the language that the story is in."""

from __future__ import annotations

from functools import lru_cache

import Stemmer

from bot.text.tokens import is_dense, without_accents

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""The stemmer's name for each language (ISO 639-1); words of other languages are compared as they are."""


def stem(token: str, language: str) -> str:
    """What `token`, folded as `tokens` does, has in common with its other forms in `language`."""
    return _stem(token, language if language in ALGORITHMS else "")


@lru_cache(200_000)
def _stem(token: str, language: str) -> str:
    if not language or token.isupper() or token.isdigit() or is_dense(token):
        return token
    stemmed: str = _stemmer(language).stemWord(token)
    return without_accents(stemmed)


@lru_cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    # Its own cache would only double ours.
    return Stemmer.Stemmer(ALGORITHMS[language], 0)
