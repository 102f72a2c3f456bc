"""What each sentence is worth: the fitted weights, the headline, and the rules on what may be a point at all."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from bot.briefing.boilerplate import is_boilerplate
from bot.briefing.choose import Candidate
from bot.briefing.features import measured
from bot.briefing.sentence import Sentence, telling
from bot.briefing.standing import is_personal, is_stopped, is_whole, leans
from bot.briefing.weights import Weights
from bot.model import Article, BlockKind
from bot.text.stopwords import STOPWORDS

ENOUGH_PROSE = 5
"""Sentences of prose that make pieces of lists unwanted."""

UNSTOPPED = 1.5
"""What a line without its full stop loses to one with it: it may be a subhead or a caption."""


def scores(sentences: Sequence[Sentence], article: Article, weights: Weights) -> list[float]:
    """One for each sentence, higher for news."""
    small = STOPWORDS.get(article.language, frozenset())
    head = telling(article.title, small)
    return [
        sum(map(mul, weights.sentence, row))
        + weights.headline * len(sentence.told & head) / (3 + len(sentence.told))
        - UNSTOPPED * (not is_stopped(sentence.text))
        for sentence, row in zip(sentences, measured(sentences, article.language), strict=True)
    ]


def candidates(
    sentences: Sequence[Sentence], article: Article, weights: Weights, *, personal: bool = False
) -> list[Candidate]:
    """The sentences that may become points, in the article's order. `personal`: the writer's own voice may speak."""
    captions = {caption.text.casefold() for caption in article.captions}
    found = [
        Candidate(sentence, score, leans(sentence.text, article.language))
        for sentence, score in zip(sentences, scores(sentences, article, weights), strict=True)
        if is_whole(sentence.text, sentence.length)
        and (personal or not is_personal(sentence.text))
        and not is_boilerplate(sentence.text)
        and sentence.whole.casefold() not in captions
    ]
    prose = [each for each in found if each.sentence.kind is not BlockKind.ITEM]
    return prose if len(prose) >= ENOUGH_PROSE else found
