"""A page ten times as long: how many times as long it takes, of pages that grow in several ways; beside the peers.

The pages are of words of our own; the longer one repeats all that the shorter one has. Of each page the quickest of
several readings counts.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.labelled import Label
from bench.peers import PEERS
from bench.table import show
from bot.article import read
from bot.errors import ReadError
from bot.model import Page

TIMES, ROUNDS = 10, 5
URL = "https://courier.example/news/bridge"
SENTENCE = "The harbour bridge stays closed on day {n}, said Ana Ruiz of the port, because a pier has cracked again. "
LEAD = "<h1>Harbour bridge stays closed</h1>" + "".join(f"<p>{SENTENCE.format(n=n) * 2}</p>" for n in range(12))


def paragraphs(count: int) -> str:
    return "".join(f"<p class='text-{n % 7}'>{SENTENCE.format(n=n) * 3}</p>" for n in range(count))


def links(count: int) -> str:
    return LEAD + "".join(
        f"<div class=teaser><h3><a href='/news/{n}'>Ferry number {n} is late again today</a></h3></div>"
        for n in range(3 * count)
    )


def tables(count: int) -> str:
    rows = "".join(f"<tr><td>Pier {n}</td><td>sound</td><td>{n}:1</td></tr>" for n in range(8))
    return LEAD + f"<table>{rows}</table><p>{SENTENCE}</p>" * (count // 2)


def nested(count: int) -> str:
    return LEAD + f"<div class=box><p>{SENTENCE}</p>" * (count // 2) + "</div>" * (count // 2)


def pictures(count: int) -> str:
    return LEAD + "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>Pier {n} of the bridge. Photo: Jo Falk</figcaption></figure>"
        for n in range(count)
    )


def breaks(count: int) -> str:
    return "<h1>Harbour bridge stays closed</h1><div>" + "".join(
        f"{SENTENCE.format(n=n) * 2}<br><br>" for n in range(2 * count)
    )


KINDS: dict[str, Callable[[int], str]] = {
    "paragraphs": paragraphs,
    "line breaks": breaks,
    "links": links,
    "tables": tables,
    "boxes in boxes": nested,
    "pictures": pictures,
}
SHORT = 60
BESIDE = ("trafilatura", "readability-lxml", "resiliparse")
LABEL = Label("bridge", "own", "courier.example", URL, "", "", "", (), Path())


def run() -> None:
    show([row(name, make) for name, make in KINDS.items()])


def row(name: str, make: Callable[[int], str]) -> tuple[str, str, str, str]:
    short, long = page(make(SHORT)), page(make(SHORT * TIMES))
    times = f"{growth(ours, short, long):.1f} × the time"
    others = ", ".join(f"{peer} {growth(partial(PEERS[peer], LABEL), short, long):.1f}" for peer in BESIDE)
    return f"{name}: {len(short) // 1000} KB, then {len(long) // 1000} KB", times, others, "≤ 11"


def page(body: str) -> bytes:
    return f"<html><body><article>{body}</article></body></html>".encode()


def ours(html: bytes) -> None:
    with contextlib.suppress(ReadError):
        read(Page(URL, html))


def growth(find: Callable[[bytes], object], short: bytes, long: bytes) -> float:
    return quickest(find, long) / quickest(find, short)


def quickest(find: Callable[[bytes], object], html: bytes) -> float:
    """Processor seconds."""
    took = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        find(html)
        took.append(time.process_time() - begun)
    return min(took)
