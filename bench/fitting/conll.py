"""Labelled documents: one token a line with its BIO tag, a blank line between sentences."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Sentence = list[tuple[str, str]]


@dataclass
class Labelled:
    """Sentences of (token, tag)."""

    sentences: list[Sentence] = field(default_factory=list)

    def words(self) -> list[list[str]]:
        return [[token for token, _ in sentence] for sentence in self.sentences]

    def people(self) -> set[tuple[int, int, int]]:
        """(sentence, start, end) of each person, in tokens."""
        return {(n, start, end) for n, s in enumerate(self.sentences) for start, end in spans([t for _, t in s])}


def load(path: Path) -> Iterator[Labelled]:
    document, sentence = Labelled(), Sentence()
    for line in [*gzip.decompress(path.read_bytes()).decode().splitlines(), "-DOCSTART- O"]:
        token, _, tag = line.rpartition(" ")
        if line.startswith("# ") or line.startswith("#/"):
            continue
        if token == "-DOCSTART-" or not line.strip():
            if sentence:
                document.sentences.append(sentence)
                sentence = []
            if token and document.sentences:
                yield document
                document = Labelled()
            continue
        sentence.append((token, tag))


def spans(tags: list[str], kind: str = "PER") -> Iterator[tuple[int, int]]:
    """(start, end) of each run of `kind` in BIO tags."""
    start = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag != f"I-{kind}":
            yield start, at
            start = None
        if tag == f"B-{kind}" or (tag == f"I-{kind}" and start is None):
            start = at
