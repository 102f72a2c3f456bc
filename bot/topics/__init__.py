"""The query language that topics are written in: read, printed, and matched against stories. Pure."""

from __future__ import annotations

from bot.topics.document import Document, Field, Passage, document
from bot.topics.evaluate import matches
from bot.topics.index import Index, Match
from bot.topics.nodes import All, Either, LanguageIs, Near, Node, Not, PersonIs, Scope, SourceIs, Term
from bot.topics.parse import parse
from bot.topics.query import Query
from bot.topics.reasons import Reason, why

__all__ = [
    "All",
    "Document",
    "Either",
    "Field",
    "Index",
    "LanguageIs",
    "Match",
    "Near",
    "Node",
    "Not",
    "Passage",
    "PersonIs",
    "Query",
    "Reason",
    "Scope",
    "SourceIs",
    "Term",
    "document",
    "matches",
    "parse",
    "why",
]
