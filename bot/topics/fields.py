"""The fixed words of the query language, and its limits."""

from __future__ import annotations

FIELDS = {
    "person": "person", "who": "person", "name": "person", "people": "person",
    "source": "source", "site": "source", "host": "source", "from": "source", "domain": "source",
    "lang": "lang", "language": "lang",
    "title": "title", "headline": "title", "intitle": "title",
    "place": "place", "where": "place",
    "near": "near",
}  # fmt: skip
"""What may stand before a colon, and what it is called when printed."""

OPERATORS = {"or": "OR", "and": "AND", "not": "NOT"}
"""Casefolded; a word between quotation marks is never one."""

OPENING_QUOTES = '"“”„«»‟＂「『〝'
CLOSING_QUOTES = {
    '"': '"“”＂', "“": '”"“', "”": '”"', "„": '“”"', "«": '»"', "»": '«"', "‟": '”"', "＂": '＂"',
    "「": "」", "『": "』", "〝": "〞〟",
}  # fmt: skip
"""Phones and word processors change the plain mark into these."""

OPENING, CLOSING, BARS, COLONS = "(（", ")）", "|｜", ":："
MINUSES = "-−–—－"

LONGEST = 500
"""Characters of a query."""

MOST_TERMS = 50
DEEPEST = 10
"""Brackets inside of brackets."""

FARTHEST = 50
"""Words that may stand between those of `near:`."""
