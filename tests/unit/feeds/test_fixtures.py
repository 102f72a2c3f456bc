"""Every format, as whole feeds: a file and, beside it, what is to be read in it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from bot.feeds import read_feed
from bot.model import Page

FOLDER = Path(__file__).parents[2] / "data" / "feeds"
PAIRS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".xml", ".json"))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.name)
def test_the_feed_is_read_as_it_says(path: Path) -> None:
    expected = runpy.run_path(str(path.with_suffix(".py")))["expected"]
    read = read_feed(Page("https://journal.example/feed.atom", path.read_bytes(), "application/xml")).feed
    assert read == expected
