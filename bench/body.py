"""Bodies of labelled pages: ours beside every extractor, in the same run, and what each costs.

Scores are the data's own: 4-token shingles, precision and recall averaged over the pages. Ours is taken with weights
that were fitted without the page's site (five folds), `held out` on the sites that nobody looked at while the rules
were written.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import msgspec

from bench.fit_reader import FOLDS, fit, samples
from bench.frontier import VARIANTS, frontier
from bench.labelled import Label, f1, html_of, labels, overlap, site_number
from bench.peers import PEERS
from bench.table import show
from bot.article.decode import decode
from bot.article.html import read_html
from bot.article.judge import Judge, Weights
from bot.errors import ReadError
from bot.model import Article, Page

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
GOAL = "≥ 0.965"
OURS, BARE = "ours", "bare lxml.html parse"
Find = Callable[[Label, bytes], str]


@dataclass
class Column:
    """One extractor's results: overlaps by page, and processor seconds in all."""

    overlaps: dict[str, tuple[float, float]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


def run(shared: str) -> None:
    folder = Path(shared) / "data" / "pages"
    if not folder.is_dir():
        print(f"skipped: no labelled pages at {folder}")
        return
    found = labels(folder)
    weights = fitted_without(found)
    ours = {name: with_weights([make(each) for each in weights]) for name, make in {OURS: Judge, **VARIANTS}.items()}
    columns = measured(found, {BARE: bare, **ours, **PEERS})
    show(list(rows(found, columns)))
    show(list(costs(columns)))
    show(list(variants(found, columns)))


def variants(found: Sequence[Label], columns: dict[str, Column]) -> Iterator[tuple[str, str, str, str]]:
    parts = [[label for label in found if label.part == part] for part in ("fundus", "wcxb")]
    yield "body F1 against cost", "fundus · wcxb", "processor time", ""
    scores = {name: [score(column, part) for part in parts] for name, column in columns.items() if name != BARE}
    yield from frontier(scores, {name: columns[name].seconds for name in scores}, columns[BARE].seconds)


def fitted_without(found: Sequence[Label]) -> list[Weights]:
    """For each fold the weights that have not seen its sites."""
    made = samples(found)
    parts = [[each for each in made if each.site % FOLDS != fold] for fold in range(FOLDS)]
    return [msgspec.convert(fit(part), Weights) for part in parts]


def with_weights(judges: Sequence[Judge]) -> Find:
    """Reads a page by the judge that has not seen its site."""

    def find(label: Label, html: bytes) -> str:
        article = read_with(label, html, judges[site_number(label.site) % FOLDS])
        return scored_text(label, article) if article else ""

    return find


def read_with(label: Label, html: bytes, judge: Judge) -> Article | None:
    try:
        return read_html(decode(Page(label.url, html)), label.url, judge=judge)
    except ReadError:
        return None


def scored_text(label: Label, article: Article) -> str:
    """The labels of one set begin with the standfirst, those of the other do not."""
    body = "\n".join(block.text for block in article.body)
    return f"{article.standfirst}\n{body}" if label.part == "fundus" else body


def measured(found: Sequence[Label], finders: Mapping[str, Find]) -> dict[str, Column]:
    """Page by page, each finder in its turn: what else the machine does falls on all alike."""
    columns = {name: Column() for name in finders}
    for label in found:
        html = html_of(label).body
        for name, find in finders.items():
            begun = time.process_time()
            text = find(label, html)
            columns[name].seconds += time.process_time() - begun
            columns[name].texts[label.name] = text
            columns[name].overlaps[label.name] = overlap(text, label.body)
    return columns


def bare(_: Label, html: bytes) -> str:
    lxml.html.document_fromstring(html)
    return ""


def rows(found: Sequence[Label], columns: dict[str, Column]) -> Iterator[tuple[str, str, str, str]]:
    for part in ("fundus", "wcxb"):
        held = [label for label in found if label.part == part and label.held_out]
        every = [label for label in found if label.part == part]
        for what, some in (("held out", held), ("all", every)):
            yield (
                f"{part}: body F1, {what} ({len(some)} pages)",
                f"{score(columns['ours'], some):.4f}",
                ", ".join(f"{name} {score(columns[name], some):.4f}" for name in PEERS),
                GOAL,
            )
    unspaced = [label for label in found if len(UNSPACED.findall(label.body)) > len(label.body) / 3]
    yield (
        f"scripts without spaces: F1 by characters ({len(unspaced)} pages)",
        f"{by_characters(columns['ours'], unspaced):.4f}",
        ", ".join(f"{name} {by_characters(columns[name], unspaced):.4f}" for name in PEERS),
        "ahead",
    )


def score(column: Column, some: Sequence[Label]) -> float:
    return f1(column.overlaps[label.name] for label in some)


def by_characters(column: Column, some: Sequence[Label]) -> float:
    return f1(overlap(spaced(column.texts[label.name]), spaced(label.body)) for label in some)


def spaced(text: str) -> str:
    return " ".join(re.findall(r"\w", text))


def costs(columns: dict[str, Column]) -> Iterator[tuple[str, str, str, str]]:
    mine, parse = columns[OURS].seconds, columns[BARE].seconds
    for name, goal in (("trafilatura with metadata", "≤ 0.35"), (BARE, "≤ 5")):
        yield f"CPU of all of reading, against {name}", f"{mine / columns[name].seconds:.2f}", "1", goal
    for name in (OURS, *PEERS, BARE):
        column = columns[name]
        yield (
            f"  {name}",
            f"{column.seconds / parse:.1f} parses",
            f"{1000 * column.seconds / len(column.overlaps):.1f} ms",
            "",
        )
