"""What each sentence is worth: the fitted weights, the headline, and the rules on what may be a point at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import mul

from bot.briefing.boilerplate import is_boilerplate
from bot.briefing.choose import Candidate
from bot.briefing.features import measured
from bot.briefing.needs import needs_of
from bot.briefing.sentence import Sentence, telling
from bot.briefing.standfirst import is_of_an_author
from bot.briefing.standing import is_personal, is_stopped, is_whole
from bot.briefing.verbless import is_verbless
from bot.briefing.weights import Weights
from bot.model import Article, BlockKind
from bot.text.stopwords import STOPWORDS

ENOUGH_PROSE = 5
"""Sentences of prose that make pieces of lists, lines without a stop, and the personal, unwanted."""

PERSONAL = 3.0
"""What a sentence with "I" or "you" loses to the others, where it is wanted at all."""


def scores(sentences: Sequence[Sentence], article: Article, weights: Weights) -> list[float]:
    """One for each sentence, higher for news."""
    small = STOPWORDS.get(article.language, frozenset())
    head = telling(article.title, small)
    return [
        sum(map(mul, weights.sentence, row)) + weights.headline * len(sentence.told & head) / (3 + len(sentence.told))
        for sentence, row in zip(sentences, measured(sentences, article.language), strict=True)
    ]


def candidates(
    sentences: Sequence[Sentence], article: Article, weights: Weights, *, personal: bool = False
) -> list[Candidate]:
    """The sentences that may become points, in the article's order. `personal`: the writer's own voice may speak."""
    captions = {caption.text.casefold() for caption in article.captions}
    kept = [
        (sentence, score)
        for sentence, score in zip(sentences, scores(sentences, article, weights), strict=True)
        if is_whole(sentence.text, sentence.length)
        and not is_boilerplate(sentence.text)
        and not is_of_an_author(sentence.text, article)
        and not is_verbless(sentence.text, article.language)
        and sentence.whole.casefold() not in captions
    ]
    needs = needs_of([sentence for sentence, _ in kept], sentences, article)
    found = [Candidate(sentence, score, need) for (sentence, score), need in zip(kept, needs, strict=True)]
    found = rather(found, lambda each: each.kind is not BlockKind.ITEM, ENOUGH_PROSE)
    found = rather(found, lambda each: is_stopped(each.text), ENOUGH_PROSE)
    if personal:
        return found
    return [
        replace(each, score=each.score - PERSONAL * is_personal(each.sentence.text, each.sentence.words))
        for each in found
    ]


def rather(found: list[Candidate], wanted: Callable[[Sentence], bool], enough: int) -> list[Candidate]:
    """Only what is wanted, where there is enough of it: a line without its stop may be a subhead or a caption."""
    left = [each for each in found if wanted(each.sentence)]
    return left if len(left) >= enough else found
