"""The briefing itself: the standfirst and the points, with what their relative dates mean."""

from __future__ import annotations

from dataclasses import replace

from bot.briefing.dates import resolve
from bot.briefing.pick import POINTS, Told
from bot.briefing.shapes import picked
from bot.briefing.shorten import without_dateline
from bot.briefing.standing import is_stopped
from bot.model import Article, Briefing, Part, Point
from bot.text.sentences import sentences
from bot.text.words import reading_minutes

STANDFIRST_LENGTH, LIKELY_CUT = 260, 140


def brief(article: Article) -> Briefing:
    """Pure. A point's words are a subsequence of the words of its source, `article.at(source)`."""
    article = replace(article, standfirst=whole_sentences(without_dateline(article.standfirst)))
    pick = picked(article)
    ranks = {told.sentence.place: rank for rank, told in enumerate(pick.told)}
    read = sorted(pick.told, key=_place) if pick.in_order else list(pick.told)
    points = [
        _point(article, told, rank=n if not pick.in_order else ranks[told.sentence.place])
        for n, told in enumerate(read)
    ]
    standfirst = pick.standfirst.text if pick.standfirst else article.standfirst
    return Briefing(
        headline=article.title,
        standfirst=standfirst,
        points=tuple(point for point in points if point.rank < POINTS),
        reading_minutes=reading_minutes(" ".join(block.text for block in article.body), article.language),
        more=tuple(point for point in points if point.rank >= POINTS),
        standfirst_source=pick.standfirst.source if pick.standfirst else None,
        standfirst_dates=resolve(standfirst, article.language, article.published),
    )


def _place(told: Told) -> tuple[int, int]:
    return told.sentence.source.paragraph, told.sentence.source.start


def _point(article: Article, told: Told, rank: int) -> Point:
    """An entry of a live blog counts from its own time, everything else from the day of publication."""
    sentence = told.sentence
    in_body = sentence.source.part is Part.BODY
    said = (in_body and article.body[sentence.source.paragraph].stamp) or article.published
    return Point(sentence.text, sentence.source, resolve(sentence.text, article.language, said), told.heading, rank)


def whole_sentences(text: str) -> str:
    """`text` if it is short and whole; else as many of its sentences as fit; a single long one is cut at a word."""
    spans = sentences(text)
    cut_off = text.endswith(("…", "...")) or (len(spans) > 1 and len(text) > LIKELY_CUT and not is_stopped(text))
    if len(text) <= STANDFIRST_LENGTH and not cut_off:
        return text
    end = 0
    for _, stop in spans:
        if stop > STANDFIRST_LENGTH or text[:stop].endswith(("…", "...")) or not is_stopped(text[:stop]):
            break
        end = stop
    if end or len(text) <= STANDFIRST_LENGTH:
        return text[:end]
    return text[:STANDFIRST_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
