"""Which language a text is in: its script, and for Latin script its commonest words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from bot.text.scripts import ARABIC, CYRILLIC, HAN, KANA, LATIN, LATIN_LETTERS, SCRIPTS, TELLING
from bot.text.stopwords import STOPWORDS

_SAMPLE = 4_000
"""Characters; more change nothing."""

_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}])" for name, letters in SCRIPTS.items()))
_WORD = re.compile(r"[^\W\d_]+")

_HAN_WEIGHT = 3
"""A Chinese character says as much as about three letters."""

_MIN_LETTERS = 4
_MIN_HAN = 8
_MIN_KANA_SHARE = 0.05
_MIN_TELLING_SHARE = 0.004
_MIN_SCORE = 2.0
_MIN_SCORE_SHARE = 0.06
_MIN_LEAD = 1.15
_LETTER_WEIGHT = 0.2


def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for language, stopwords in STOPWORDS.items():
        for word in stopwords:
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


_BY_WORD = _languages_by_word()


def guess(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, or "" where that is not sure."""
    sample = text[:_SAMPLE].lower()
    counts = Counter(sample)
    letters: Counter[str] = Counter()
    for letter, times in counts.items():
        letters[_script(letter)] += times
    del letters[""]
    letters[HAN] *= _HAN_WEIGHT
    if not letters:
        return ""
    script, most = letters.most_common(1)[0]
    if script in (HAN, KANA):
        return _chinese_or_japanese(letters)
    if most < _MIN_LETTERS or most * 2 < letters.total():
        return ""
    if script == LATIN:
        return _by_words(sample, counts)
    return _by_letters(counts, script, most) if script in (CYRILLIC, ARABIC) else script


@lru_cache(20_000)
def _script(letter: str) -> str:
    """Empty for what is no letter."""
    found = _SCRIPT.match(letter)
    return (found and found.lastgroup) or ""


def _chinese_or_japanese(letters: Counter[str]) -> str:
    han, kana = letters[HAN] // _HAN_WEIGHT, letters[KANA]
    if kana >= _MIN_KANA_SHARE * (han + kana) and kana >= 2:
        return "ja"
    return "zh" if han >= _MIN_HAN else ""


def _by_letters(counts: Counter[str], script: str, total: int) -> str:
    for language, telling in TELLING[script]:
        if sum(counts[letter] for letter in telling) >= max(1.0, _MIN_TELLING_SHARE * total):
            return language
    return ""


def _by_words(sample: str, letters: Counter[str]) -> str:
    """Each common word counts for its languages, the less the more of them share it; telling letters help a little."""
    found = _WORD.findall(sample)
    weights: defaultdict[str, float] = defaultdict(float)
    for word, times in Counter(found).items():
        for language in _BY_WORD.get(word, ()):
            weights[language] += times / len(_BY_WORD[word])
    for letter, language in LATIN_LETTERS.items():
        if letters[letter]:
            weights[language] += _LETTER_WEIGHT * letters[letter]
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked:
        return ""
    language, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    sure = score >= _MIN_SCORE and score >= _MIN_SCORE_SHARE * len(found) and score >= _MIN_LEAD * second
    return language if sure else ""
