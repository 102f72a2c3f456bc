"""Prints rows of a bench: what, the figure, its peers, the goal."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table


def show(rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Rows of (what, ours, peer, goal)."""
    table = Table("what", "ours", "peer in the same run", "goal")
    for row in rows:
        table.add_row(*row)
    Console(width=150).print(table)


def median_ms(seconds: Sequence[float]) -> str:
    """Median with the 95th percentile, in milliseconds."""
    ordered = sorted(seconds)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    return f"{statistics.median(ordered) * 1000:.3g} ms (p95 {p95 * 1000:.3g})"
