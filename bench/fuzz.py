"""Fuzzes `article.read` with atheris, seeded with the tests' pages: `python -m bench.fuzz --seconds 3600`.

atheris is no dependency of ours (`pip install atheris`, see CONTRIBUTING). A run ends at the first input that raises
anything but `NotAnArticle`, that takes longer than three seconds, or after which the process has grown by more than
is allowed; the input is then written to the current folder.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SLOWEST = 3.0
WARM_UP, EVERY = 2_000, 500
MOST_GROWTH_MB = 150
LONGEST = 300_000
URLS = (
    None,
    "https://courier.example/news/bridge",
    "https://courier.example/live/storm",
    "https://metro.co.uk/x",
    "http://[",
)
TYPES = ("text/html", "text/plain", "application/xhtml+xml")
CHARSETS = (None, "utf-8", "shift_jis", "windows-1251", "x-none")
WORDS = (
    *(
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<article>",
        "<figure>",
        "<figcaption>",
        "<table>",
        "<time datetime=",
        "<script>",
    ),
    *(
        "application/ld+json",
        '"@type"',
        '"NewsArticle"',
        '"LiveBlogPosting"',
        '"liveBlogUpdate"',
        '"articleBody"',
        "<!--",
    ),
    *("class=caption", "class=related", "class=correction", "paywall", "<noscript>", "&amp;", "self.__next_f.push(["),
)


class Grown(Exception):
    """The process holds more and more."""


class Slow(Exception):
    """One input took too long."""


class Target:
    """What atheris calls with each input: its first three bytes are what the transport says, the rest is the page."""

    def __init__(self) -> None:
        from bot.article import read
        from bot.errors import NotAnArticle
        from bot.model import Page

        self._read, self._page, self._none = read, Page, NotAnArticle
        self._seen = 0
        self._base = 0.0

    def __call__(self, data: bytes) -> None:
        head, body = data[:3].ljust(3, b"\0"), data[3:]
        page = self._page(
            URLS[head[0] % len(URLS)], body, TYPES[head[1] % len(TYPES)], CHARSETS[head[2] % len(CHARSETS)]
        )
        begun = time.process_time()
        with contextlib.suppress(self._none):
            self._read(page)
        took = time.process_time() - begun
        if took > SLOWEST:
            raise Slow(f"{took:.1f} s for {len(body)} bytes")
        self._seen += 1
        if self._seen >= WARM_UP and self._seen % EVERY == 0:
            self._check_memory()

    def _check_memory(self) -> None:
        gc.collect()
        held = resident_mb()
        self._base = self._base or held
        if held - self._base > MOST_GROWTH_MB:
            raise Grown(f"from {self._base:.0f} to {held:.0f} MB after {self._seen} inputs")


def resident_mb() -> float:
    """What the process holds, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def seeds(folder: Path, times: int) -> int:
    """Writes the tests' pages into `folder` as inputs, each `times` in a row; how many."""
    pages = [*sorted((ROOT / "tests" / "data").rglob("*.html")), *sorted((ROOT / "tests" / "data").rglob("*.txt"))]
    for at, path in enumerate(pages):
        kind = 1 if path.suffix == ".txt" else 0
        (folder / f"{at:03}-{path.stem}").write_bytes(bytes([1, kind, 0]) + (path.read_bytes() * times)[:LONGEST])
    return len(pages)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.fuzz", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was found between runs")
    parser.add_argument("--times", type=int, default=1, help="how often each seed is repeated, for long inputs")
    parser.add_argument("inputs", nargs="*", type=Path, help="run these inputs once instead")
    args = parser.parse_args()
    if args.inputs:
        target = Target()
        for path in args.inputs:
            target(path.read_bytes())
        return
    try:
        atheris: Any = importlib.import_module("atheris")
    except ImportError:
        raise SystemExit("atheris is not installed: pip install atheris") from None
    with atheris.instrument_imports(include=["bot"]):
        target = Target()
        importlib.import_module("bot.article.html")
    with tempfile.TemporaryDirectory() as own:
        corpus = args.corpus or Path(own) / "corpus"
        first = Path(own) / "seeds"
        words = Path(own) / "words"
        corpus.mkdir(parents=True, exist_ok=True)
        first.mkdir()
        print(f"{seeds(first, args.times)} seeds")
        words.write_text(dictionary())
        options = [
            f"-max_total_time={args.seconds}",
            f"-max_len={LONGEST}",
            f"-dict={words}",
            "-timeout=30",
            "-rss_limit_mb=3000",
        ]
        atheris.Setup([sys.argv[0], *options, str(corpus), str(first)], target)
        atheris.Fuzz()


def dictionary() -> str:
    """The words of pages in libFuzzer's format."""
    return "".join(f'"{word.replace(chr(34), chr(92) + chr(34))}"\n' for word in WORDS)


if __name__ == "__main__":
    main()
