"""Which sentences carry the news: position, words the story keeps using, its headline, numbers, names and length."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from bot.briefing.openings import ALL, LEANING
from bot.model import Article, BlockKind, Source
from bot.text.sentences import sentences
from bot.text.stopwords import STOPWORDS
from bot.text.words import count_words, words

PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)
SHORTEST, LONGEST, BEST_LENGTH = 7, 60, 24
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
NUMBER = re.compile(r"\d")
NAME = re.compile(r"(?<=[\w,;] )[A-ZÄÖÜÀ-Þ][\w'’-]+")
OPENING = re.compile(r"[^\w]*([\w'’]+)")
QUOTED = re.compile(r"[\"“„«][^\"”“»]{20,}[\"”“»]")
PRONOUNS = frozenset("he she it they him his her their them its er sie ihn ihm il elle ils elles él ella ellos".split())
PRONOUN_REACH = 8
STOPPED = re.compile(r"[.!。！।۔][\"'”’»“)\]]*$")
UNSTOPPED = 0.2
"""What a line without its full stop loses to one with it."""

ENOUGH_PROSE = 5
FIRST_PERSON = re.compile(r"^(?:I|We|My|Our|You|Your|Ich|Wir)\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may become a point. `words` are its telling ones; `score` is higher for news."""

    text: str
    source: Source
    words: frozenset[str]
    score: float


def candidates(article: Article) -> list[Candidate]:
    """All sentences that stand alone, in the article's order; pieces of lists only where there is little prose."""
    small = STOPWORDS.get(article.language, frozenset())
    leaning = LEANING.get(article.language, ALL)
    found = [
        (Source(at, start, end), block.text[start:end], start == 0)
        for at, block in enumerate(article.body)
        if block.kind in PROSE
        for start, end in sentences(block.text)
    ]
    tellings = [telling(text, small) for _, text, _ in found]
    weights = _weights(tellings)
    head = telling(f"{article.title} {article.standfirst}", small)
    standing = [
        Candidate(text, source, told, _score(place, text, told, weights, head, opens))
        for place, ((source, text, opens), told) in enumerate(zip(found, tellings, strict=True))
        if stands_alone(text, leaning)
    ]
    prose = [each for each in standing if article.body[each.source.paragraph].kind is not BlockKind.ITEM]
    return prose if len(prose) >= ENOUGH_PROSE else standing


def telling(text: str, small: frozenset[str]) -> frozenset[str]:
    """The words that say something; pairs of characters where a script writes no spaces."""
    unspaced = "".join(UNSPACED.findall(text))
    if len(unspaced) > len(text) / 3:
        return frozenset(unspaced[at : at + 2] for at in range(len(unspaced) - 1))
    return frozenset(word for word in words(text) if len(word) > 2 and word not in small)


def stands_alone(text: str, leaning: frozenset[str]) -> bool:
    """Whole, of a readable length, no question, not leaning on what came before."""
    length = count_words(text)
    if not SHORTEST <= length <= LONGEST or text.endswith(("?", "？", "؟", ":", "…", "...")):
        return False
    if text.count('"') % 2 or (text.count("“") != text.count("”") and "„" not in text) or FIRST_PERSON.match(text):
        return False
    match = OPENING.match(text)
    first = match[1].casefold() if match else ""
    return first not in leaning and not text[:1].islower() and not leans_early(text)


def leans_early(text: str) -> bool:
    """A pronoun near the start, with no name before it that it could stand for: "On the other days it ran"."""
    opening = text.split()[:PRONOUN_REACH]
    for place, word in enumerate(opening):
        if place and word[:1].isupper():
            return False
        if place and word.casefold().strip(",;") in PRONOUNS:
            return True
    return False


def _weights(tellings: list[frozenset[str]]) -> dict[str, float]:
    """How much the story is about each word: in how many of its sentences it stands."""
    counts = Counter(word for told in tellings for word in told)
    return {word: math.log1p(count - 1) for word, count in counts.items()}


def _score(
    place: int, text: str, told: frozenset[str], weights: dict[str, float], head: frozenset[str], opens: bool
) -> float:
    early = 1.2 / (1 + 0.2 * place)
    central = sum(weights[word] for word in told) / (4 + len(told))
    headed = len(told & head) / (3 + len(told))
    facts = 0.12 * bool(NUMBER.search(text)) + 0.05 * min(3, len(NAME.findall(text))) + 0.08 * bool(QUOTED.search(text))
    length = count_words(text)
    apt = -0.25 * abs(math.log(length / BEST_LENGTH))
    unstopped = STOPPED.search(text) is None
    return early + 0.9 * central + 0.8 * headed + facts + apt + 0.25 * opens - UNSTOPPED * unstopped
