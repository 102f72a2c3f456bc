"""The libraries' summarizers, each handed the same sentences and asked for the three that it finds best."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newspaper import nlp, settings
from newspaper.text import StopWords
from summa.summarizer import summarize
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

WORD = re.compile(r"\w+")
Summarizer = Callable[[Sequence[str]], list[int]]
"""Takes a story's sentences, gives the places of at most three."""


class Given:
    """A tokenizer for sumy that takes the sentences as they are: no corpus needs to be downloaded."""

    def to_sentences(self, text: str) -> list[str]:
        return text.splitlines()

    def to_words(self, text: str) -> list[str]:
        return WORD.findall(text.lower())


def lead(sentences: Sequence[str]) -> list[int]:
    return list(range(min(3, len(sentences))))


def _sumy(kind: Callable[[], Callable[..., Sequence[object]]]) -> Summarizer:
    def summarized(sentences: Sequence[str]) -> list[int]:
        tokenizer = Given()
        document = ObjectDocumentModel([Paragraph([Sentence(each, tokenizer) for each in sentences])])
        return _places(sentences, [str(each) for each in kind()(document, 3)])

    return summarized


def newspaper(sentences: Sequence[str]) -> list[int]:
    stopwords = StopWords("en")
    keys = nlp.keywords(" ".join(sentences), stopwords, settings.SUMMARIZE_KEYWORD_COUNT)
    ranks = nlp.scored_sentences(list(sentences), [], keys, stopwords)
    return [place for place, _, _ in ranks[:3]]


def summa(sentences: Sequence[str]) -> list[int]:
    """It splits by itself; its best sentences are looked up among ours."""
    scored = summarize("\n".join(sentences), ratio=1.0, split=True, scores=True)
    best = sorted(scored, key=lambda each: -each[1])[:3]
    return _places(sentences, [text for text, _ in best])


def _places(sentences: Sequence[str], found: Sequence[str]) -> list[int]:
    places = []
    for text in found:
        place = next((n for n, each in enumerate(sentences) if text == each or text in each), None)
        if place is not None and place not in places:
            places.append(place)
    return places


SUMMARIZERS: dict[str, Summarizer] = {
    "sumy LexRank": _sumy(LexRankSummarizer),
    "sumy TextRank": _sumy(TextRankSummarizer),
    "summa": summa,
    "newspaper4k": newspaper,
}
