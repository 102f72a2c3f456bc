"""Subscriptions as people would write them, about what the labelled stories are about; drawn by chance, with a seed."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.model import Article, Block

NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
FULL_NAME = re.compile(r"\b[A-Z][a-z]{2,} [A-Z][a-z]{2,}\b")
WORD = re.compile(r"\b[a-z]{4,}\b")
COMMONEST = 0.01
"""Of the stories: what more of them say is no topic as it is. A subscription then finds one story in two hundred:
where feeds bring some thousand a day, more is a flood, which nobody keeps and of which the bot warns."""

SOURCES = [f"{name}.example" for name in "courier herald tribune gazette observer post echo chronicle".split()]
KINDS = {
    "name": 40,
    "word": 10,
    "both": 18,
    "phrase": 8,
    "either": 8,
    "without": 6,
    "person": 6,
    "source": 2,
    "near": 2,
}
"""Of a hundred subscriptions. A name alone is what most people follow. Names and words are drawn from running text, so
that what is told of often is followed often."""


def articles(folder: Path, part: str) -> list[Article]:
    """Stories of `briefing/cnn-*`; the publisher is made up."""
    with gzip.open(folder / "briefing" / f"{part}.jsonl.gz", "rt") as file:
        rows = [json.loads(line) for line in file]
    return [
        Article(
            row["paragraphs"][0][:100],
            tuple(map(Block, row["paragraphs"])),
            url=f"https://www.{SOURCES[at % len(SOURCES)]}/{at}",
            language="en",
        )
        for at, row in enumerate(rows)
    ]


def queries(stories: list[Article], seed: int = 1) -> Iterator[str]:
    """Queries without end."""
    chance = random.Random(seed)
    kinds, weights = list(KINDS), list(KINDS.values())
    drawn = [drawn for drawn in _drawn(stories) if all(drawn)]
    while True:
        names, words, full = chance.choice(drawn)
        yield _query(chance.choices(kinds, weights)[0], names, words, full, chance)


def _drawn(stories: list[Article]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Of each story its names, words and full names that not too many stories have."""
    texts = [" ".join(block.text for block in story.body) for story in stories]
    told = Counter(word.lower() for text in texts for word in set(NAME.findall(text)) | set(WORD.findall(text)))
    most = COMMONEST * len(texts)
    for text in texts:
        names, words, full = (pattern.findall(text) for pattern in (NAME, WORD, FULL_NAME))
        rare = [name for name in names if told[name.lower()] < most]
        yield rare, [word for word in words if told[word] < most], [one for one in full if one.split()[0] in rare]


def _query(kind: str, names: list[str], words: list[str], full: list[str], chance: random.Random) -> str:
    name, other = chance.choice(names), chance.choice(names)
    word, second = chance.choice(words), chance.choice(words)
    return {
        "name": name,
        "word": word,
        "both": f"{name} {word}",
        "phrase": f'"{chance.choice(full)}"',
        "either": f"({name} OR {other}) {word}",
        "without": f"{name} {word} -{second}x",
        "person": f'person:"{chance.choice(full)}"',
        "source": f"source:{chance.choice(SOURCES)} {name}",
        "near": f'near:5 "{name} {word}x"',
    }[kind]
