"""The tables of a story: rows of short cells, not the boxes that old pages are laid out with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from bot.article.survey import Survey, stands_outside, text_of
from bot.model import Table

MOST_TABLES, MOST_ROWS, MOST_CELLS = 12, 200, 20
LONGEST_CELL = 200
LEAST_FILLED = 0.4


def tables(seen: Survey) -> tuple[Table, ...]:
    """At most twelve, with at most 200 rows of 20 cells; white space folded."""
    found = (table for element in seen.of("table") if (table := _table(element)) is not None)
    return tuple(islice(found, MOST_TABLES))


def _table(element: _Element) -> Table | None:
    inner = next(element.iter("table", "form", "nav", "article", "h1"), None)
    if inner is element:
        inner = next(islice(element.iter("table", "form", "nav", "article", "h1"), 1, None), None)
    if inner is not None or (element.get("role") or "") == "presentation" or stands_outside(element):
        return None
    rows = tuple(islice(_rows(element), MOST_ROWS))
    width = max(map(len, rows), default=0)
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or width < 2 or sum(map(bool, cells)) < LEAST_FILLED * len(rows) * width:
        return None
    return None if any(len(cell) >= LONGEST_CELL for cell in cells) else Table(rows)


def _rows(element: _Element) -> Iterator[tuple[str, ...]]:
    for row in element.iter("tr"):
        cells = tuple(text_of(cell, LONGEST_CELL) for cell in islice(row.iterchildren("td", "th"), MOST_CELLS))
        if any(cells):
            yield cells
