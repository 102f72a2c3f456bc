"""The reader on labelled pages, where they are at hand: what it reached once it may not lose again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.labelled import Label, f1, html_of, labels, overlap
from bot.article import read
from bot.errors import ReadError

PAGES = Path(__file__).resolve().parents[4] / "shared" / "data" / "pages"
REACHED = {"fundus": 0.9755, "wcxb": 0.9673}
"""Body F1 of the shipped weights. They were fitted on these pages: a pin; the claim is `python -m bench body`."""


def read_body(label: Label) -> str:
    try:
        article = read(html_of(label))
    except ReadError:
        return ""
    body = "\n".join(block.text for block in article.body)
    return f"{article.standfirst}\n{body}" if label.part == "fundus" else body


@pytest.mark.parametrize("part", REACHED)
def test_bodies_are_read_at_least_as_well_as_before(part: str) -> None:
    if not PAGES.is_dir():
        pytest.skip(f"no labelled pages at {PAGES}")
    found = [label for label in labels(PAGES) if label.part == part]
    assert round(f1(overlap(read_body(label), label.body) for label in found), 4) >= REACHED[part]
