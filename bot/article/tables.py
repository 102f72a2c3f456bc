"""The tables of a story, for those who want their cells: such as hold data, and stand in no menu."""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element

from bot.article.survey import Survey, stands_outside
from bot.article.table_rows import cells_of, is_data_table
from bot.model import Table

MOST_TABLES, MOST_ROWS, MOST_CELLS = 12, 200, 20
LONGEST_CELL = 200
LEAST_FILLED = 0.4
OTHER = ("form", "nav", "article", "h1")
"""What stands in tables that lay out a page."""


def tables(seen: Survey) -> tuple[Table, ...]:
    """At most twelve, with at most 200 rows of 20 cells; white space folded."""
    found = (table for element in seen.of("table") if (table := _table(element)) is not None)
    return tuple(islice(found, MOST_TABLES))


def _table(element: _Element) -> Table | None:
    if element.get("role") == "presentation" or next(element.iter(*OTHER), None) is not None:
        return None
    if stands_outside(element) or not is_data_table(element):
        return None
    lines = (tuple(cells_of(row)[:MOST_CELLS]) for row in islice(element.iter("tr"), MOST_ROWS))
    rows = tuple(cells for cells in lines if any(cells))
    width = max(map(len, rows), default=0)
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or sum(map(bool, cells)) < LEAST_FILLED * len(rows) * width:
        return None
    return None if any(len(cell) >= LONGEST_CELL for cell in cells) else Table(rows)
