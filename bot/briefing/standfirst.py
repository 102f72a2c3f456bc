"""The page's own line under the headline, where it tells something: not who took the picture, nor who the author is."""

from __future__ import annotations

import re

from bot.briefing.boilerplate import is_boilerplate
from bot.briefing.shorten import without_dateline
from bot.briefing.standing import is_stopped
from bot.model import Article
from bot.text.sentences import sentences

LONGEST, LIKELY_CUT, SHORT = 260, 140, 60
"""Letters; a line as `SHORT` may be a credit, or the day and the place."""

_CREDIT = re.compile(
    r"//|©|\b(?:Getty|Shutterstock|iStock|Unsplash|Alamy|Reuters|AFP|EPA|dpa)\b(?![^.]*\b(?:said|says|reports?|told)\b)|[•|]"
)
_OF_AN_AUTHOR = re.compile(
    r"\b(?:is|was|has been|ist|est|es) (?:[\w’'-]+[, ]+){1,5}?(?:journalist|author|writer|reporter|editor|correspondent"
    r"|columnist|blogger|contributor|freelancer|Journalistin|Autorin|Redakteurin|Autor|Redakteur|journaliste|periodista)\b"
)


def own_standfirst(article: Article) -> str:
    """Whole sentences; empty where the page gives none, or one that tells nothing of the story."""
    text = article.standfirst
    if len(text) <= SHORT and _CREDIT.search(text) and not is_stopped(text):
        return ""
    if is_boilerplate(text) or is_of_an_author(text, article):
        return ""
    return whole_sentences(without_dateline(text))


def is_of_an_author(text: str, article: Article) -> bool:
    """`Ines Calder is a reporter in Eastmouth`, where she wrote the story."""
    if not article.authors:
        return False
    first = text.split(maxsplit=1)[:1]
    return any(name.split()[:1] == first for name in article.authors) and _OF_AN_AUTHOR.search(text, 0, 200) is not None


def whole_sentences(text: str) -> str:
    """`text` if it is short and whole; else as many of its sentences as fit; a single long one ends with a clause."""
    spans = sentences(text)
    cut_off = text.endswith(("…", "...")) or (len(spans) > 1 and len(text) > LIKELY_CUT and not is_stopped(text))
    if len(text) <= LONGEST and not cut_off:
        return text
    end = 0
    for _, stop in spans:
        if stop > LONGEST or text[:stop].endswith(("…", "...")) or not is_stopped(text[:stop]):
            break
        end = stop
    if end or len(text) <= LONGEST:
        return text[:end]
    clause = max(text.rfind(mark, 0, LONGEST) for mark in (" — ", " – ", ", ", "; ", ": "))
    piece = text[:clause] if clause > LONGEST // 2 else text[:LONGEST].rsplit(" ", 1)[0]
    return piece.rstrip(",;:–- ") + "…"
