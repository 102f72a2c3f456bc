"""A live blog: what is newest comes first, one sentence for each entry, under its time."""

from __future__ import annotations

from bot.briefing.pick import MOST, Pick, Told
from bot.briefing.rank import candidates
from bot.briefing.sentence import told_in
from bot.briefing.weights import weights
from bot.model import Article, Block

Entry = list[tuple[int, Block]]


def live_blog(article: Article) -> Pick:
    told: list[Told] = []
    for stamp, blocks in newest_first(entries(article)):
        found = [each for each in candidates(told_in(article, blocks), article, weights()) if not each.leans]
        if found:
            best = max(found, key=lambda each: each.score)
            told.append(Told(best.sentence, stamp))
        if len(told) == MOST:
            break
    return Pick(tuple(told), in_order=False)


def entries(article: Article) -> list[tuple[str, Entry]]:
    """(stamp, numbered blocks) of each entry, as they stand on the page; what comes before the first is none."""
    found: list[tuple[str, Entry]] = []
    for at, block in enumerate(article.body):
        if block.stamp:
            found.append((block.stamp, []))
        if found:
            found[-1][1].append((at, block))
    return found


def newest_first(found: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """Stamps of one page are written alike, so their texts compare as their times do; ties stay as they stand."""
    return sorted(found, key=lambda entry: entry[0], reverse=True)
