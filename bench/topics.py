"""One story against very many subscriptions: time, memory, and adding and removing; beside asking each in turn.

Stories are those of `briefing/cnn-dev`, subscriptions are drawn from `cnn-train` (see `bench/subscriptions.py`).
Times are processor time. A story's words are read once, however many subscriptions there are; finding its people is
part of reading a page.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import psutil

from bench.subscriptions import articles, queries
from bench.table import median_ms, show
from bot.model import Article, Person
from bot.people import people
from bot.topics import Index, Query, document, matches, parse

Told = tuple[Article, Sequence[Person]]

STORIES, NAIVE_STORIES, CHANGED = 100, 1, 2_000
SIZES = ((100_000, "≤ 2 ms", "≤ 300 MB"), (1_000_000, "≤ 15 ms", "≤ 2 GB"))


def run(shared: str) -> None:
    data = Path(shared) / "data"
    if not (data / "briefing").is_dir():
        print(f"skipped: no labelled stories at {data / 'briefing'}")
        return
    told: list[Told] = [(story, people(story)) for story in articles(data, "cnn-dev")[:STORIES]]
    asked = queries(articles(data, "cnn-train"))
    index: Index[int] = Index()
    index.match(document(*told[0]))
    before = _resident()
    rows: list[tuple[str, str, str, str]] = []
    for size, goal, room in SIZES:
        every = _fill(index, asked, size)
        memory = _resident() - before
        reading, times, found = _match(index, told)
        peer = f"each in turn {_naive(every, told):.0f} ms" if every else ""
        rows += [
            (f"one story against {size:,} subscriptions, median", median_ms(times), peer, goal),
            ("  slowest of the stories", f"{max(times) * 1000:.3g} ms", "", ""),
            ("  reading the story's words before", median_ms(reading), "", ""),
            ("  subscriptions that match, on average", f"{statistics.mean(found):.0f}", "", ""),
            ("  memory", f"{memory / 1e6:.0f} MB", "", room),
            *_changes(index, asked, size),
        ]
    rows.append(("reading a query", median_ms(_parsed(asked)), "", ""))
    show(rows)


def _resident() -> int:
    gc.collect()
    return psutil.Process().memory_info().rss


def _fill(index: Index[int], asked: Iterator[str], size: int) -> list[Query]:
    """Subscriptions up to `size`; the first `SIZES[0]` are handed back, to be asked in turn."""
    kept = []
    for at in range(len(index), size):
        query = parse(next(asked))
        index.add(at, query)
        if size == SIZES[0][0]:
            kept.append(query)
    return kept


def _match(index: Index[int], told: Sequence[Told]) -> tuple[list[float], list[float], list[int]]:
    reading, times, found = [], [], []
    for story, everyone in told:
        start = time.process_time()
        seen = document(story, everyone)
        assert seen.places
        read = time.process_time()
        matched = index.match(seen)
        times.append(time.process_time() - read)
        reading.append(read - start)
        found.append(sum(len(match.followers) for match in matched))
    return reading, times, found


def _naive(every: Sequence[Query], told: Sequence[Told]) -> float:
    """Milliseconds for one story, each query asked in turn."""
    start = time.process_time()
    for story, everyone in told[:NAIVE_STORIES]:
        seen = document(story, everyone)
        sum(matches(query, seen) for query in every)
    return (time.process_time() - start) / NAIVE_STORIES * 1000


def _changes(index: Index[int], asked: Iterator[str], size: int) -> list[tuple[str, str, str, str]]:
    """Some are removed, and followed anew with other queries."""
    replaced = [parse(next(asked)) for _ in range(CHANGED)]
    removing, adding = [], []
    for at in range(CHANGED):
        start = time.process_time()
        index.remove(at * (size // CHANGED))
        removing.append(time.process_time() - start)
    for at, query in enumerate(replaced):
        start = time.process_time()
        index.add(at * (size // CHANGED), query)
        adding.append(time.process_time() - start)
    return [
        ("  adding one", _worst(adding), "", "≤ 1 ms"),
        ("  removing one", _worst(removing), "", "≤ 1 ms"),
    ]


def _worst(seconds: Sequence[float]) -> str:
    return f"{median_ms(seconds)}, slowest {max(seconds) * 1000:.2g}"


def _parsed(asked: Iterator[str]) -> list[float]:
    times = []
    for text in islice(asked, CHANGED):
        start = time.process_time()
        parse(text)
        times.append(time.process_time() - start)
    return times
