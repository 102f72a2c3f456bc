"""Reading the bodies of labelled pages, beside trafilatura with metadata in the same run.

Scores as the data's own README defines them: body by 4-token shingles, precision and recall
averaged over the pages. Titles, days and authors have their own bench, `metadata`.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trafilatura

from bench.table import show
from bot.article import read
from bot.errors import ReadError
from bot.model import Page

WORD = re.compile(r"\w+")


@dataclass
class Found:
    body: str = ""
    standfirst: str = ""


@dataclass
class Score:
    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def f1(self) -> float:
        p, r = statistics.mean(self.precision), statistics.mean(self.recall)
        return 2 * p * r / (p + r)


def run(shared: str) -> None:
    folder = Path(shared) / "data" / "pages"
    if not folder.is_dir():
        print(f"skipped: no labelled pages at {folder}")
        return
    rows = []
    for part in ("fundus", "wcxb"):
        labels = [(path, json.loads(path.read_text())) for path in sorted(folder.glob(f"{part}-*.json"))]
        ours, peer = scored(ours_on, labels, part), scored(trafilatura_on, labels, part)
        rows += [(f"{part}: body F1", f"{ours.f1:.4f}", f"trafilatura {peer.f1:.4f}", "no worse")]
        rows.append(
            (f"{part}: CPU", f"{ours.cpu / len(labels) * 1000:.0f} ms", f"{ours.cpu / peer.cpu:.2f} of peer", "")
        )
    show(rows)


def scored(find: Callable[[str, bytes], Found], labels: list[tuple[Path, dict[str, Any]]], part: str) -> Score:
    score = Score()
    for path, label in labels:
        html = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
        begun = time.process_time()
        found = find(label.get("url") or "", html)
        score.cpu += time.process_time() - begun
        text = f"{found.standfirst} {found.body}" if part == "fundus" else found.body
        precision, recall = overlap(text, body_of(label))
        score.precision.append(precision)
        score.recall.append(recall)
    return score


def body_of(label: dict[str, Any]) -> str:
    body = label["body"]
    return body if isinstance(body, str) else "\n".join(body)


def ours_on(url: str, html: bytes) -> Found:
    try:
        article = read(Page(url, html))
    except ReadError:
        return Found()
    return Found("\n".join(block.text for block in article.body), article.standfirst)


def trafilatura_on(url: str, html: bytes) -> Found:
    document = trafilatura.bare_extraction(html, url=url, include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return Found()
    return Found(document.text or "")


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
