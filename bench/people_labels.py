"""Thirty labelled articles: who, with which role, from where, and who said what. Names and offsets only, no text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.model import Article, Block

LABELS = Path(__file__).parent / "labels" / "people.json"


@dataclass(frozen=True)
class Page:
    """The first lines of a page's labelled body, and what they say."""

    name: str
    lines: list[str]
    people: list[dict[str, Any]]
    uncertain: list[str]
    quotes: list[dict[str, Any]]

    def article(self) -> Article:
        return Article("", tuple(Block(line) for line in self.lines))

    def text(self, spot: dict[str, int]) -> str:
        return self.lines[spot["paragraph"]][spot["start"] : spot["end"]]


def pages(folder: Path) -> Iterator[Page]:
    for name, label in json.loads(LABELS.read_text(encoding="utf-8")).items():
        body = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["body"]
        lines = (body if isinstance(body, str) else "\n".join(body)).split("\n")[: label["lines"]]
        yield Page(name, lines, label["people"], label["uncertain"], label["quotes"])
