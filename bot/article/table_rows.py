"""Tables that hold data, row by row; tables that only lay out a page are boxes like any other."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bot.text.plain import plain

CELLS = ("td", "th")
MOST_ROWS, MOST_LOOKED_AT = 300, 12
LONGEST_CELL = 160
BETWEEN = " | "


def is_data_table(table: etree._Element) -> bool:
    """Two columns or more of short cells, and no table inside."""
    inner = table.iter("table")
    next(inner)
    if next(inner, None) is not None:
        return False
    widths, lengths = [], []
    for at, row in enumerate(table.iter("tr")):
        if at == MOST_LOOKED_AT:
            break
        cells = [_text(cell) for cell in row if cell.tag in CELLS]
        widths.append(len(cells))
        lengths += [len(cell) for cell in cells]
    if len(widths) < 2 or not lengths:
        return False
    return 2 * sum(width > 1 for width in widths) > len(widths) and sum(lengths) / len(lengths) < LONGEST_CELL


def rows(table: etree._Element) -> Iterator[tuple[str, int]]:
    """(the row's cells as one line, its characters inside links)."""
    for at, row in enumerate(table.iter("tr")):
        if at == MOST_ROWS:
            return
        line = BETWEEN.join(cell for cell in cells_of(row) if cell)
        if line:
            yield line, sum(len(_text(link)) for link in row.iter("a"))


def cells_of(row: etree._Element) -> list[str]:
    return [_text(cell) for cell in row if cell.tag in CELLS]


def _text(element: etree._Element) -> str:
    return plain("".join(map(str, element.itertext())))
