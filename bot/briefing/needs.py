"""What must have been told before a sentence, so that nobody asks who or what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.briefing.definite import reference
from bot.briefing.sentence import Sentence
from bot.briefing.standing import leans
from bot.briefing.surnames import introduced, surname
from bot.model import Article
from bot.text.stopwords import STOPWORDS
from bot.text.words import words

Needs = tuple[frozenset[int], ...]
"""Places of sentences: of each set, one must be told before. Empty: it stands alone."""

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-ÿ][\w-]+")
NOUNS_HAVE_CAPITALS = frozenset({"de"})


def needs_of(wanted: Iterable[Sentence], sentences: Sequence[Sentence], article: Article) -> list[Needs]:
    """For each one `wanted` of the story's `sentences`. Headline and standfirst have been read before any of them."""
    shown = frozenset(words(f"{article.title} {article.standfirst}"))
    met: dict[str, list[int]] | None = {} if article.language in NOUNS_HAVE_CAPITALS else None
    found: list[Needs] = []
    for sentence in wanted:
        before = sentence.place - 1
        needs = [frozenset({before})] if leans(sentence.text, article.language) else []
        known = reference(sentence.text, article.language)
        if known is not None and known.word not in shown:
            told = _told(known.word, sentences[: sentence.place])
            if (told or known.sure) and not (known.named and before >= 0 and _name(sentences[before], shown, article)):
                needs.append(frozenset({before, *told}))
        name = surname(sentence.text)
        if name and name not in shown:
            met = introduced(sentences) if met is None else met
            places = met.get(name)
            if places and places[0] < sentence.place:
                needs.append(frozenset(places))
        found.append(tuple(needs))
    return found


def _told(word: str, sentences: Sequence[Sentence]) -> list[int]:
    return [each.place for each in sentences if word in each.words]


def _name(sentence: Sentence, shown: frozenset[str], article: Article) -> bool:
    """Whether it names someone or something that headline or standfirst names too."""
    if article.language in NOUNS_HAVE_CAPITALS:
        return False
    names = {name.casefold() for name in _CAPITAL.findall(sentence.text)}
    return bool((names - STOPWORDS.get(article.language, frozenset())) & shown)
