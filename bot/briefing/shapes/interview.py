"""An interview: its best answers, each under the question it answers; whoever answers may say "I"."""

from __future__ import annotations

from bot.briefing.choose import Candidate
from bot.briefing.pick import MOST, Pick, Told
from bot.briefing.rank import candidates
from bot.briefing.sentence import told_in
from bot.briefing.shapes.news import lead_of, unsaid
from bot.briefing.weights import weights
from bot.model import Article, BlockKind

LONGEST_QUESTION = 300
_ASKS = ("?", "？", "؟")


def interview(article: Article) -> Pick:
    """Empty where no question is found."""
    asked = questions(article)
    if not asked:
        return Pick(())
    sentences = told_in(article)
    found = unsaid(candidates(sentences, article, weights(), personal=True), article)
    best: dict[int, Candidate] = {}
    for each in found:
        question = question_of(each.sentence.source.paragraph, asked)
        opens = not each.leans or each.sentence.nth == 0  # the question is what an answer's first sentence leans on
        if question is not None and opens and (question not in best or each.score > best[question].score):
            best[question] = each
    ranked = sorted(best.items(), key=lambda item: -item[1].score)[:MOST]
    before = [each for each in found if each.sentence.source.paragraph < asked[0]]
    lead = None if article.standfirst else lead_of(before, article)
    return Pick(tuple(Told(each.sentence, article.body[at].text) for at, each in ranked), lead)


def questions(article: Article) -> list[int]:
    """The blocks that ask."""
    return [
        at
        for at, block in enumerate(article.body)
        if block.kind is not BlockKind.QUOTE
        and len(block.text) <= LONGEST_QUESTION
        and block.text.rstrip('"”»“').endswith(_ASKS)
    ]


def question_of(paragraph: int, asked: list[int]) -> int | None:
    """The last question before `paragraph`; None for what precedes the first, and for a question itself."""
    if paragraph in asked:
        return None
    return max((at for at in asked if at < paragraph), default=None)
