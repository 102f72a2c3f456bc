"""A model's answer becomes a briefing: what the article bears out stays, the rest is dropped and counted."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.briefing.dates import resolve
from bot.briefing.grounding.check import check
from bot.briefing.grounding.material import material
from bot.briefing.grounding.orders import is_order
from bot.briefing.pick import MOST, POINTS
from bot.model import Article, Briefing, Point, Source
from bot.text.plain import plain
from bot.text.sentences import sentences

_BULLET = re.compile(r"^(?:[-*•–—]|\d{1,2}[.)])\s+")
_ADDRESS = re.compile(r"https?:|www\.|\]\(|@\w+\.\w", re.IGNORECASE)
LONGEST, MOST_SENTENCES = 400, 2 * MOST


def written(answer: str, article: Article, own: Briefing, engine: str, floor: float) -> Briefing:
    """`answer`: the standfirst, then the points, one a line. `own` is returned, with the drops counted, where less than
    the share `floor` of the answer's sentences holds, or no point does.
    """
    against = material(article)
    claims = lines_of(answer)
    kept: list[tuple[str, Source]] = []
    for claim in claims:
        verdict = check(claim, against)
        usable = len(claim) <= LONGEST and not _ADDRESS.search(claim) and not is_order(claim)
        if verdict.source is not None and usable:
            kept.append((claim, verdict.source))
    dropped = len(claims) - len(kept)
    if len(kept) < 2 or len(kept) < floor * len(claims):
        return replace(own, dropped=0)
    (lead, lead_source), *rest = kept
    points = tuple(
        Point(text, source, resolve(text, article.language, article.published), rank=rank)
        for rank, (text, source) in enumerate(rest[:MOST])
    )
    return replace(
        own,
        standfirst=lead,
        standfirst_source=lead_source,
        standfirst_dates=resolve(lead, article.language, article.published),
        points=points[:POINTS],
        more=points[POINTS:],
        engine=engine,
        dropped=dropped,
    )


def lines_of(answer: str) -> list[str]:
    """The sentences of an answer, one claim each, without bullets; of a long answer the first ones."""
    claims = []
    for line in answer[: LONGEST * MOST_SENTENCES].splitlines():
        text = plain(_BULLET.sub("", line.strip()))
        claims += [text[start:end] for start, end in sentences(text)]
    return claims[:MOST_SENTENCES]
