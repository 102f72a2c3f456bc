"""What a point can do without and stay true: datelines, parentheses, weekday asides, the detail of who said it when.

Who said it always stays: without its speaker a claim becomes a fact. Nothing inside quotation marks is touched.
Every pattern is bounded, and a sentence is read once for each.
"""

from __future__ import annotations

import re

from bot.briefing.asides import CONNECTIVE, DETAIL, KEEPS, WEEKDAY_ASIDE
from bot.briefing.quoted import quoted_spans
from bot.briefing.spans import Spans, without

_DATELINE = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][\w.,'’/ -]{0,60}[\s/])?\((?:CNN|[A-Z][A-Za-z]{1,11}(?:[/ ][A-Z][A-Za-z]{1,11}){0,2}|dpa|kna"
    r"|epd|sda|ots|ap|afp|rtr)"
    r"(?:/\w{2,8})?\)\s*(?:--?|—|–|:)?\s*(?=\S)"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /,]{1,2}[A-ZÀ-Þ][\w.'’-]{1,20}){0,3}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}"
    r"(?:, \d{4})?)?\s?(?:--?|—|–)\s+(?=[^\Wa-zß-ÿ]|[\"“‘])"
    r"|[A-ZÀ-Þ][\w.’'-]{2,20}/[A-ZÀ-Þ][\w.’'-]{2,20}(?:/[A-ZÀ-Þ][\w.’'-]{2,20})? (?:-|—|–) (?=[A-ZÀ-Þ])"
    r"|[A-ZÀ-Þ]{4,15}(?: [A-ZÀ-Þ]{3,15})?: (?=[A-ZÀ-Þ][a-zß-ÿ])"
    r"|新华社.{1,14}电[\s　]*(?:[（(][^（()）]{1,20}[)）])?"
)
"""`LONDON (Reuters) - `, `BERLIN, July 13 — `, `Wien (APA/dpa) – `, `London/Teheran - `, at the start of a story."""

_PARENTHESIS = re.compile(
    r"\s?\((?:öffnet im neuen Fenster|opens in (?:a )?new (?:window|tab))\)"
    r"|\s\([^()]{1,120}\)(?=[\s.,;:!?]|$)|（[^（）]{1,80}）(?=[\s、。，！？]|$)|\s\[\d{1,3}\](?=[\s.,;:!?]|$)"
)
_OPENS = frozenset("(（[")
_TAIL = 240
"""Letters at the end of a sentence in which an attribution is looked for."""

_LONGEST_SHARE = 0.5
"""Of a sentence: if more than this is in parentheses, they are the sentence."""


def without_dateline(text: str) -> str:
    dateline = _DATELINE.match(text)
    return text[dateline.end() :] if dateline else text


def cut(sentence: str, language: str, *, opens_story: bool = False) -> Spans:
    """The pieces of `sentence` that are kept, in order. Their words are a subsequence of its words."""
    spans: Spans = ((0, len(sentence)),) if sentence else ()
    if opens_story and (dateline := _DATELINE.match(sentence)):
        spans = without(spans, 0, dateline.end())
    found = _dispensable(sentence, language)
    quoted = quoted_spans(sentence) if found else []
    for start, end in found:
        if not any(start < stop and first < end for first, stop in quoted):
            spans = without(spans, start, end)
    return spans


def _dispensable(sentence: str, language: str) -> list[tuple[int, int]]:
    found = _parentheses(sentence)
    if opening := CONNECTIVE.get(language) and CONNECTIVE[language].match(sentence):
        found.append(opening.span())
    if aside := WEEKDAY_ASIDE.get(language) and WEEKDAY_ASIDE[language].search(sentence):
        found.append(aside.span())
    if detail := DETAIL.get(language) and DETAIL[language].search(sentence, max(0, len(sentence) - _TAIL)):
        found.append(detail.span("detail"))
    return found


def _parentheses(sentence: str) -> list[tuple[int, int]]:
    if _OPENS.isdisjoint(sentence) or sentence.count("(") != sentence.count(")"):
        return []
    found = [match.span() for match in _PARENTHESIS.finditer(sentence) if not KEEPS.search(match[0])]
    inside = sum(end - start for start, end in found)
    return found if inside <= _LONGEST_SHARE * len(sentence) else []
