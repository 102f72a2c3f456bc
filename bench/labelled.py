"""Labelled pages: where they are, what is known of them, and how a body is scored."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.model import Page

WORD = re.compile(r"\w+")
LOOKED_AT = 55
"""Of a hundred sites: those that were looked at while the rules were written."""

SECOND_LEVEL = 3
"""Letters at most of a second level such as `co` in `co.uk`."""


@dataclass(frozen=True)
class Label:
    """One labelled page. `part` is the set it comes from, `site` its registrable domain, as near as two labels tell."""

    name: str
    part: str
    site: str
    url: str
    title: str
    body: str
    published: str
    authors: tuple[str, ...]
    html: Path

    @property
    def day(self) -> str:
        """ISO 8601; empty where the label has none."""
        return self.published[:10]

    @property
    def held_out(self) -> bool:
        """Whether the page is only judged: by its site, so that a site is on one side only."""
        return site_number(self.site) % 100 >= LOOKED_AT


def labels(folder: Path) -> list[Label]:
    return [_label(path) for path in sorted(folder.glob("*.json"))]


def _label(path: Path) -> Label:
    said = json.loads(path.read_text())
    body, url = said["body"], said.get("url") or ""
    return Label(
        path.stem,
        path.stem.split("-")[0],
        site(url) or path.stem,
        url,
        said.get("title") or "",
        body if isinstance(body, str) else "\n".join(body),
        said.get("published") or "",
        tuple(said.get("authors") or ()),
        path.with_suffix(".html.gz"),
    )


def html_of(label: Label) -> Page:
    """The page as bytes, as it was fetched."""
    return Page(label.url, gzip.decompress(label.html.read_bytes()))


def site(url: str) -> str:
    parts = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    short = len(parts) > 2 and len(parts[-2]) <= SECOND_LEVEL and len(parts[-1]) == 2
    return ".".join(parts[-3:] if short else parts[-2:])


def site_number(name: str) -> int:
    """A number that is the same on every machine: splits pages by site, so that no site is on both sides."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)


def norm(text: str) -> str:
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def overlap(found: str, true: str) -> tuple[float, float]:
    """(precision, recall) of 4-token shingles with counts."""
    one, other = shingles(found), shingles(true)
    shared = sum((one & other).values())
    if not other:
        return (1.0, 1.0) if not one else (0.0, 1.0)
    return (shared / sum(one.values()) if one else 0.0), shared / sum(other.values())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = WORD.findall(text)
    if len(tokens) < 4:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(tuple(tokens[at : at + 4]) for at in range(len(tokens) - 3))


def f1(overlaps: Iterable[tuple[float, float]]) -> float:
    """The harmonic mean of precision and recall, each averaged over the pages."""
    pairs = list(overlaps)
    if not pairs:
        return 0.0
    precision, recall = (statistics.mean(column) for column in zip(*pairs, strict=True))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
