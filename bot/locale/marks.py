"""Quotation marks as each language writes them."""

from __future__ import annotations

from bot.locale.speaking import language

QUOTES = {"en": "“{}”", "de": "„{}“", "es": "«{}»", "fr": "«\u00a0{}\u00a0»"}


def quoted(text: str) -> str:
    """Someone's own words, in the marks of the language that is spoken now."""
    return QUOTES.get(language(), QUOTES["en"]).format(text)
