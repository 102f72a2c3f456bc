"""What must have been told before a sentence, so that nobody asks who or what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefing.definite import reference
from bot.briefing.sentence import Sentence
from bot.briefing.standing import leans
from bot.model import Article
from bot.text.stopwords import STOPWORDS
from bot.text.words import words

Needs = tuple[frozenset[int], ...]
"""Places of sentences: of each set, one must be told before. Empty: it stands alone."""

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-ÿ][\w-]+")
NOUNS_HAVE_CAPITALS = frozenset({"de"})


def needs_of(sentences: Sequence[Sentence], article: Article) -> list[Needs]:
    """For each sentence, in order. The headline and the standfirst have been read before any of them."""
    shown = frozenset(words(f"{article.title} {article.standfirst}"))
    spread: dict[str, list[int]] = {}
    found: list[Needs] = []
    for sentence in sentences:
        before = sentence.place - 1
        wanted = [frozenset({before})] if leans(sentence.text, article.language) else []
        if (known := reference(sentence.text, article.language)) is not None and known.word not in shown:
            told = spread.get(known.word, [])
            by_name = known.named and before >= 0 and _name(sentences[before], shown, article.language)
            if not by_name and (told or known.sure):
                wanted.append(frozenset({before, *told}))
        found.append(tuple(wanted))
        for word in set(sentence.words):
            spread.setdefault(word, []).append(sentence.place)
    return found


def _name(sentence: Sentence, shown: frozenset[str], language: str) -> bool:
    """Whether it names someone or something that headline or standfirst names too."""
    if language in NOUNS_HAVE_CAPITALS:
        return False
    names = {name.casefold() for name in _CAPITAL.findall(sentence.text)}
    return bool((names - STOPWORDS.get(language, frozenset())) & shown)
