"""The briefing itself: the standfirst, and points that say something new each, in the article's order."""

from __future__ import annotations

from bot.briefing.rank import Candidate, candidates, telling
from bot.model import Article, Briefing, Point
from bot.text.sentences import sentences
from bot.text.stopwords import STOPWORDS
from bot.text.words import reading_minutes

POINTS = 3
SHORT_STORY_SENTENCES = 5
SAME = 0.5
"""Share of the shorter sentence's telling words above which two say the same."""

REPEATING = 1.8
"""What a candidate loses for saying again what is said."""

BESIDE, REACH = 0.15, 2
"""What counts as repeated for standing in a told paragraph, and over how many paragraphs that fades to nothing."""

STANDFIRST_LENGTH = 260


def brief(article: Article) -> Briefing:
    """Pure. Every point is `article.body[paragraph].text[start:end]`, letter for letter."""
    found = candidates(article)
    standfirst = _standfirst(article, found)
    points = chosen(article, found, standfirst)
    whole = " ".join(block.text for block in article.body)
    return Briefing(article.title, standfirst, points, reading_minutes(whole, article.language))


def _standfirst(article: Article, found: list[Candidate]) -> str:
    """The article's own, whole sentences of it; else the sentence that opens the story, if it stands alone."""
    own = article.standfirst
    if own and (len(own) > STANDFIRST_LENGTH or own.endswith(("…", "..."))):
        own = _first_sentences(own)
    if own:
        return own
    lead = next((c for c in found[:2] if c.source.paragraph <= 1 and len(c.text) <= STANDFIRST_LENGTH), None)
    return lead.text if lead and len(found) > POINTS else ""


def _first_sentences(text: str) -> str:
    """As many whole sentences as fit, without one that the page cut off; a single long one is cut at a word."""
    end = 0
    for _, stop in sentences(text):
        if stop > STANDFIRST_LENGTH or text[:stop].endswith(("…", "...")):
            break
        end = stop
    if end or len(text) <= STANDFIRST_LENGTH:
        return text[:end]
    return text[:STANDFIRST_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def chosen(article: Article, found: list[Candidate], standfirst: str) -> tuple[Point, ...]:
    """The best candidates that repeat neither the standfirst nor each other."""
    small = STOPWORDS.get(article.language, frozenset())
    told = telling(standfirst, small)
    left = [c for c in found if c.text != standfirst and not _same(c.words, told)]
    wanted = POINTS if len(found) >= SHORT_STORY_SENTENCES else min(2, len(found))
    taken: list[Candidate] = []
    while left and len(taken) < wanted:
        best = max(left, key=lambda c: c.score - REPEATING * _repeats(c, taken))
        taken.append(best)
        left = [c for c in left if c is not best and not _same(c.words, best.words)]
    taken.sort(key=lambda c: (c.source.paragraph, c.source.start))
    return tuple(Point(c.text, c.source) for c in taken)


def _repeats(candidate: Candidate, taken: list[Candidate]) -> float:
    """How much of `candidate` the taken ones say already, 0 to 1; to stand next to a told sentence counts a little."""
    if not taken:
        return 0.0
    shared = max(len(candidate.words & other.words) / max(1, len(candidate.words)) for other in taken)
    gap = min(abs(other.source.paragraph - candidate.source.paragraph) for other in taken)
    return min(1.0, shared + BESIDE * max(0.0, 1 - gap / REACH))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter > SAME
