"""A progress bar on standard error, only where a person watches and the input has an end."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

Advance = Callable[[BinaryIO], None]


@contextmanager
def progress_of(file: BinaryIO) -> Iterator[Advance]:
    """Gives a function to call after each answer; it moves the bar to how far `file` was read."""
    total = _size(file)
    if total is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.fields[done]} briefed"), BarColumn(), TextColumn("{task.percentage:.0f}%"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, done=0)
        done = 0

        def advance(file: BinaryIO) -> None:
            nonlocal done
            done += 1
            bar.update(task, completed=min(total, file.tell()), done=done)

        yield advance


def _size(file: BinaryIO) -> int | None:
    """Bytes of a regular file; None for a pipe or a terminal, which have no known end."""
    try:
        status = os.fstat(file.fileno())
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
