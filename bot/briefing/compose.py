"""The briefing itself: the standfirst and the points, with what their relative dates mean."""

from __future__ import annotations

from dataclasses import replace

from bot.briefing.dates import resolve
from bot.briefing.pick import POINTS, Told
from bot.briefing.shapes import picked
from bot.briefing.standfirst import own_standfirst
from bot.model import Article, Briefing, Part, Point
from bot.text.language import guess
from bot.text.stopwords import STOPWORDS
from bot.text.words import reading_minutes, words

SAMPLE, ENOUGH = 400, 40
SMALL_SHARE = 0.12
"""Of a text's words are small ones in every language that has a list of them: nearly half in English."""


def brief(article: Article) -> Briefing:
    """Pure. A point's words are a subsequence of the words of its source, `article.at(source)`."""
    article = replace(article, standfirst=own_standfirst(article), language=spoken(article))
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


def spoken(article: Article) -> str:
    """The language that it is in: sites in many languages declare English for all of their pages."""
    small = STOPWORDS.get(article.language)
    text = " ".join(block.text for block in article.body[:20])
    sample = words(text[: 10 * SAMPLE])[:SAMPLE]
    if small is None or len(sample) < ENOUGH or sum(word in small for word in sample) >= SMALL_SHARE * len(sample):
        return article.language
    return guess(text)
