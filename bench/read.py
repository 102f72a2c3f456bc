"""Briefings of labelled pages, to be read by a person: `python -m bench.read [FIRST] [COUNT] [--shared FOLDER]`.

The pages come in an order that no one chose (a hash of their names), six of the fundus part to four of the other, so
that the next forty are always a set that nobody has looked at. ROUGE cannot tell whether a briefing reads well.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bot.article import read
from bot.briefing import brief
from bot.errors import ReadError
from bot.model import Article, Page

ROUND = (("fundus", 6), ("wcxb", 4))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.read", description=__doc__)
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("count", type=int, nargs="?", default=40)
    parser.add_argument("--shared", default="../shared", help="folder of labelled data")
    args = parser.parse_args()
    folder = Path(args.shared) / "data" / "pages"
    for number, (name, article) in enumerate(islice(articles(folder), args.first, args.first + args.count), args.first):
        print(f"\n#{number} {name} [{article.language}] {article.kind} {article.published or ''}\n{told(article)}")


def articles(folder: Path) -> Iterator[tuple[str, Article]]:
    """(name, article) of the pages that can be read, the parts by turns."""
    parts = [(_readable(folder, part), count) for part, count in ROUND]
    while found := [each for pages, count in parts for each in islice(pages, count)]:
        yield from found


def _readable(folder: Path, part: str) -> Iterator[tuple[str, Article]]:
    for path in sorted(folder.glob(f"{part}-*.json"), key=lambda path: hashlib.sha256(path.name.encode()).hexdigest()):
        url = json.loads(path.read_text()).get("url")
        try:
            yield path.stem, read(Page(url, gzip.decompress(path.with_suffix(".html.gz").read_bytes())))
        except ReadError:
            continue


def told(article: Article) -> str:
    briefing = brief(article)
    points = [f" - {each.heading + ': ' if each.heading else ''}{each.text}" for each in briefing.points]
    return "\n".join([briefing.headline, f"  {briefing.standfirst}", *points])


if __name__ == "__main__":
    main()
