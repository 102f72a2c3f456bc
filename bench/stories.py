"""Which articles tell one story, by B-cubed F1 over the stream; beside tf-idf centroids and MinHash.

`stories/basil-dev` and `ecb-dev` are research sets; nothing was fitted on them, but some settings were chosen with
a look at both, alone and with terms learned before from 3,000 stories of `briefing/cnn-train`: the scores are of data
that was looked at. Times are processor time.
"""

from __future__ import annotations

import gzip
import json
import random
import time
import tracemalloc
from array import array
from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.clusterings import PEERS
from bench.table import median_ms, show
from bot.model import Article, Block, Page
from bot.services.told import told
from bot.stories import Kept, Stories, Trace, telling

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOALS = {"basil-dev": "≥ 95", "ecb-dev": "≥ 93"}
LIVE, DAYS, TIMED, REAL = 100_000, 10, 200, 1_000

Row = tuple[str, str, str, str]
KeptRow = tuple[int, int, datetime, bytes]


def run(shared: str) -> None:
    folder = Path(shared) / "data"
    if not (folder / "stories").is_dir():
        print(f"skipped: no labelled stories at {folder / 'stories'}")
        return
    rows: list[Row] = []
    for part, goal in GOALS.items():
        rows += _scores(folder / "stories" / f"{part}.jsonl.gz", part, goal)
    show([*rows, *_live(folder / "briefing" / "cnn-train.jsonl.gz")])


def _scores(path: Path, part: str, goal: str) -> list[Row]:
    with gzip.open(path, "rt") as file:
        lines = [json.loads(line) for line in file]
    texts, gold = [line["text"] for line in lines], [line["story"] for line in lines]
    precision, recall, f1 = b_cubed(gold, ours(texts))
    peers = ", ".join(f"{name} {b_cubed(gold, peer(texts))[2]:.1f}" for name, peer in PEERS.items())
    return [
        (f"{part}: B-cubed F1", f"{f1:.1f}", peers, goal),
        ("  precision, recall", f"{precision:.1f}, {recall:.1f}", "", ""),
    ]


def ours(texts: Sequence[str]) -> list[int]:
    """The story of each text, as `standfirst stories --jsonl` says it."""
    stories: Stories[int] = Stories()
    placed = []
    for number, text in enumerate(texts):
        read = told(Page(None, text.encode(), "text/plain"))
        kept = stories.keep(number, stories.look(telling(read.article, read.people), NOON), NOON)
        placed.append(kept.story)
    return placed


def b_cubed(gold: Sequence[Hashable], placed: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1, in percent: for each article the share of those placed with it that belong with it,
    and of those that belong with it the share that was placed with it."""
    true, found = defaultdict(set), defaultdict(set)
    for number, (one, other) in enumerate(zip(gold, placed, strict=True)):
        true[one].add(number)
        found[other].add(number)
    shared = [(len(true[one] & found[other]), true[one], found[other]) for one, other in zip(gold, placed, strict=True)]
    precision = sum(both / len(with_it) for both, _, with_it in shared) / len(gold)
    recall = sum(both / len(belong) for both, belong, _ in shared) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def _live(path: Path) -> list[Row]:
    """100,000 tellings of ten days, mixed from what is kept of real stories, so that terms are as common as in news."""
    if not path.exists():
        return []
    with gzip.open(path, "rt") as file:
        articles = [Article("", tuple(map(Block, json.loads(line)["paragraphs"])), language="en") for line in file]
    data = [(kept.id, kept.story, kept.at, kept.trace.to_bytes()) for kept in _mixed(articles[:REAL])]
    start = time.process_time()
    stories = _restored(data)
    restored = time.process_time() - start
    now = data[-1][2]
    reading, placing, keeping = [], [], []
    for number, article in enumerate(articles[REAL : REAL + TIMED], LIVE):
        start = time.process_time()
        new = telling(article)
        read = time.process_time()
        placed = stories.look(new, now)
        found = time.process_time()
        stories.keep(number, placed, now)
        stories.trim(LIVE)
        keeping.append(time.process_time() - found)
        placing.append(found - read)
        reading.append(read - start)
    return [
        (f"finding a story's place, {LIVE:,} live", median_ms(placing), "", "≤ 5 ms"),
        ("  slowest", f"{max(placing) * 1000:.3g} ms", "", ""),
        ("  reading its words and facts before", median_ms(reading), "", ""),
        ("  keeping it, dropping the oldest", median_ms(keeping), "", ""),
        ("  memory of a tenth of them, times ten", f"{_memory(data[: LIVE // 10]) * 10 / 1e6:.0f} MB", "", ""),
        ("  kept of one in the database", f"{sum(len(row[3]) for row in data) / len(data):.0f} bytes", "", ""),
        ("  all of them taken up again at start", f"{restored:.1f} s", "", ""),
    ]


def _restored(data: Sequence[KeptRow]) -> Stories[int]:
    stories: Stories[int] = Stories()
    stories.restore(
        Kept(id, story, at, trace) for id, story, at, kept in data if (trace := Trace.from_bytes(kept)) is not None
    )
    return stories


def _memory(data: Sequence[KeptRow]) -> int:
    """Bytes that these tellings take."""
    tracemalloc.start()
    stories = _restored(data)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(stories) == len(data)
    return taken


def _mixed(articles: Sequence[Article]) -> list[Kept[int]]:
    """Each is half of what is kept of one story and half of another's."""
    real: Stories[int] = Stories()
    for number, article in enumerate(articles):
        real.keep(number, real.look(telling(article), NOON), NOON)
    traces = [real.look(telling(article), NOON).trace for article in articles]
    chance = random.Random(1)
    return [
        Kept(
            number,
            number,
            NOON + number * timedelta(days=DAYS) / LIVE,
            _half(chance.choice(traces), chance.choice(traces)),
        )
        for number in range(LIVE)
    ]


def _half(one: Trace, other: Trace) -> Trace:
    taken = dict(zip(one.terms[::2], one.weights[::2], strict=False))
    taken |= dict(zip(other.terms[1::2], other.weights[1::2], strict=False))
    ranked = sorted(taken, key=taken.__getitem__, reverse=True)
    rest = set(one.terms[250::2]) | set(other.terms[251::2])
    return Trace(
        array("I", [*ranked, *(rest - taken.keys())]),
        array("f", [taken[term] for term in ranked]),
        array("I", one.sketch),
        array("I", one.facts),
    )
