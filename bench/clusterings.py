"""Other ways to tell which articles tell one story: what ours is measured beside, each over the same stream."""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from zlib import crc32

from bot.text.stems import stem
from bot.text.stopwords import STOPWORDS

WORD = re.compile(r"[a-z0-9]+")
THRESHOLD = 0.25
HASHES, SEQUENCE, ALIKE = 128, 3, 0.1
"""MinHash: functions, words of a shingle, and the share of equal minima from which on two texts are one story; a copy
would ask for 0.8."""


def centroids(texts: Sequence[str]) -> list[int]:
    """Tf-idf against story centroids at a threshold of 0.25, idf learned as it goes; words stemmed, small words left
    out."""
    told: Counter[str] = Counter()
    stories: list[tuple[Counter[str], float]] = []
    placed = []
    for number, text in enumerate(texts, 1):
        words = Counter(stem(word, "en") for word in WORD.findall(text.lower()) if word not in STOPWORDS["en"])
        told.update(words.keys())
        vector = _unit(
            {
                word: (1 + math.log(times)) * max(0.0, math.log((number + 1) / (told[word] + 0.5)))
                for word, times in words.items()
            }
        )
        likeness = [_product(vector, story) / length for story, length in stories]
        best = max(range(len(stories)), key=likeness.__getitem__, default=-1)
        if best >= 0 and likeness[best] >= THRESHOLD:
            story = stories[best][0]
            for word, weight in vector.items():
                story[word] += weight  # type: ignore[assignment]
            stories[best] = story, math.sqrt(_product(story, story))
        else:
            best = len(stories)
            stories.append((Counter(vector), 1.0))
        placed.append(best)
    return placed


def minhash(texts: Sequence[str]) -> list[int]:
    """The nearest earlier text by the share of equal minima over shingles of three words."""
    chance = random.Random(1)
    masks = [chance.getrandbits(32) for _ in range(HASHES)]
    seen: list[tuple[list[int], int]] = []
    placed = []
    for number, text in enumerate(texts):
        words = WORD.findall(text.lower())
        shingles = {crc32(" ".join(words[at : at + SEQUENCE]).encode()) for at in range(len(words))}
        minima = [min((hashed ^ mask) * 2_654_435_761 % 2**32 for hashed in shingles) for mask in masks]
        alike = [sum(one == other for one, other in zip(minima, past, strict=True)) / HASHES for past, _ in seen]
        best = max(range(len(seen)), key=alike.__getitem__, default=-1)
        story = seen[best][1] if best >= 0 and alike[best] >= ALIKE else number
        seen.append((minima, story))
        placed.append(story)
    return placed


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(_product(vector, vector)) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _product(one: dict[str, float] | Counter[str], other: dict[str, float] | Counter[str]) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other)


PEERS: dict[str, Callable[[Sequence[str]], list[int]]] = {"tf-idf 0.25": centroids, "MinHash": minhash}
