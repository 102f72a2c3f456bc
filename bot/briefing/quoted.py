"""What stands in quotation marks: the words of someone else."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\w)‘[^’]{1,200}’(?!\w)|「[^」]*」|『[^』]*』|»[^«»]*«"
)
_MARKS = frozenset('"“„«»‘「『')


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) with the marks, in order; a mark without its partner opens nothing."""
    if _MARKS.isdisjoint(text):
        return []
    return [match.span() for match in _QUOTED.finditer(text)]
