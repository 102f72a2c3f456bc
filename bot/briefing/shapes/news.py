"""News, and opinion: the sentences that together tell the story, by the ranker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.briefing.choose import Candidate, chosen, shared
from bot.briefing.pick import MOST, POINTS, Pick, Told
from bot.briefing.rank import candidates
from bot.briefing.sentence import Sentence, telling, told_in
from bot.briefing.standing import is_personal
from bot.briefing.weights import weights
from bot.model import Article
from bot.text.stopwords import STOPWORDS

SHORT_STORY = 5
"""Candidates; a story with fewer has two points at most."""

LEAD_LENGTH = 260
SAME_AS_STANDFIRST = 0.42
LEAD, LEAD_WORDS = 3.0, 10
SOON, OF_THE_HEADLINE = 12, 0.34
"""Candidates among which a lead is looked for; what it shares with the headline where the first one shares nothing."""

TELLING_HEADLINE, STEM = 3, 5
"""Telling words that a headline has, with fewer it is a label; letters of a word that are compared."""

SCENE_REACH, LEAST = 2, 2
"""The last place that a scene may have; candidates that must be left without it."""

SAID = 3.0
"""What a sentence loses for being all said in the standfirst."""


def news(article: Article) -> Pick:
    return ranked(article, told_in(article))


def opinion(article: Article) -> Pick:
    """Its writer may say "I"."""
    return ranked(article, told_in(article), personal=True)


def ranked(article: Article, sentences: Sequence[Sentence], *, personal: bool = False) -> Pick:
    found = candidates(sentences, article, weights(), personal=personal)
    lead = None if article.standfirst else lead_of(found, article)
    fresh = _without_scene(unsaid(found, article), article)
    wanted = MOST if len(found) >= SHORT_STORY else min(2, len(found))
    fit = weights().under_a_standfirst() if lead or article.standfirst else weights()
    told = chosen(fresh, wanted, fit, lead)
    if not told and not lead:
        told = list(found[:1])
    return Pick(tuple(Told(each.sentence) for each in told), lead)


def lead_of(found: Sequence[Candidate], article: Article, least: int = POINTS) -> Sentence | None:
    """The sentence that opens the story, where it stands alone and leaves more than `least` to tell.

    One that shares nothing with the headline sets a scene: the sentence that says what the headline says is the lead.
    """
    if len(found) <= least:
        return None
    leads = [each for each in found[:SOON] if _may_lead(each)]
    first = next((each for each in leads if each.sentence.place <= 1 or each.sentence.source.paragraph <= 1), None)
    if first is None:
        return None
    if not _sets_a_scene(first.sentence, article):
        return first.sentence
    best = max(leads, key=lambda each: each.score).sentence
    return best if shared(_headline(article), stems(best.told)) >= OF_THE_HEADLINE else None


def _sets_a_scene(sentence: Sentence, article: Article) -> bool:
    """It shares nothing with the headline, nor with the standfirst."""
    head, told = _headline(article), stems(sentence.told)
    if len(head) < TELLING_HEADLINE or not head.isdisjoint(told):
        return False
    return stems(telling(article.standfirst, STOPWORDS.get(article.language, frozenset()))).isdisjoint(told)


def _headline(article: Article) -> frozenset[str]:
    return stems(telling(article.title, STOPWORDS.get(article.language, frozenset())))


def stems(told: frozenset[str]) -> frozenset[str]:
    """A word's first letters: its endings change with what the sentence does with it."""
    return frozenset(word[:STEM] for word in told)


def _may_lead(candidate: Candidate) -> bool:
    sentence = candidate.sentence
    return not (candidate.leans or is_personal(sentence.text, sentence.words) or len(sentence.text) > LEAD_LENGTH)


def _without_scene(found: list[Candidate], article: Article) -> list[Candidate]:
    """Nor is the scene a point, where there is enough else to tell."""
    if len(found) <= LEAST or found[0].sentence.place > SCENE_REACH or not _sets_a_scene(found[0].sentence, article):
        return found
    return found[1:]


def opens(candidate: Candidate) -> bool:
    """The first sentence, if it has some substance: under a standfirst that says something else it is the news."""
    sentence = candidate.sentence
    return sentence.place == 0 and sentence.length >= LEAD_WORDS and not candidate.leans


def _share(candidate: Candidate, said: frozenset[str]) -> float:
    told = candidate.sentence.told
    return len(said & told) / (len(told) or 1)


def unsaid(found: Sequence[Candidate], article: Article) -> list[Candidate]:
    """Those that do not repeat the standfirst; each is worth less for what of it stands there already."""
    said = telling(article.standfirst, STOPWORDS.get(article.language, frozenset()))
    return [
        replace(each, score=each.score - SAID * _share(each, said) + LEAD * opens(each))
        for each in found
        if shared(said, each.sentence.told) <= SAME_AS_STANDFIRST
    ]
