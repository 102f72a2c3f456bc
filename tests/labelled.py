"""Labelled stories and pages from the folder beside the project; nothing of them is kept in it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from bot.model import Article, Block


def stories(shared: Path, part: str = "cnn-train", most: int = 2000) -> Iterator[Article]:
    with gzip.open(shared / "data" / "briefing" / f"{part}.jsonl.gz", "rt") as lines:
        for _, line in zip(range(most), lines, strict=False):
            row = json.loads(line)
            body = tuple(map(Block, row["paragraphs"]))
            yield Article("", body, language="en", published="2014-03-05T10:00:00-05:00")


def pages(shared: Path, part: str = "fundus") -> Iterator[tuple[str | None, bytes]]:
    for path in sorted((shared / "data" / "pages").glob(f"{part}-*.json")):
        label = json.loads(path.read_text())
        yield label.get("url"), gzip.decompress(path.with_suffix(".html.gz").read_bytes())
