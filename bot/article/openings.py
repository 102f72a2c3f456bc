"""Many patterns for how a line begins, tried by its first letter: of a hundred, hardly any begin with the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

DIGITS = "0123456789"


class Openings:
    """`alternatives`: patterns in lower case that begin with a letter, a sign, `\\d` or a group of such; each may hold
    several with bars between them. `end` follows each of them.
    """

    def __init__(self, alternatives: Iterable[str], end: str = "") -> None:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for alternative in alternatives:
            for one in split(alternative):
                for letter in set(first_letters(one)):
                    found[letter].append(one)
        self._by_letter = {letter: re.compile(f"(?:{'|'.join(each)}){end}") for letter, each in found.items()}

    def fit(self, line: str) -> bool:
        """Whether `line`, in lower case, begins as one of them says."""
        pattern = self._by_letter.get(line[:1])
        return pattern is not None and pattern.match(line) is not None


def split(pattern: str) -> Iterator[str]:
    """The parts of `pattern` between the bars that stand in no group and no class."""
    depth, start, in_class, escaped = 0, 0, False, False
    for at, sign in enumerate(pattern):
        if escaped or sign == "\\":
            escaped = not escaped
        elif in_class or sign == "[":
            in_class = sign != "]"
        elif sign == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
        else:
            depth += (sign == "(") - (sign == ")")
    yield pattern[start:]


def first_letters(pattern: str) -> Iterator[str]:
    """What a text that fits may begin with."""
    for one in split(pattern):
        if one.startswith("(?:"):
            inside, after = _group(one)
            yield from first_letters(inside)
            if after.startswith("?"):
                yield from first_letters(after[1:])
        elif one.startswith("\\d"):
            yield from DIGITS
        elif one.startswith("\\("):
            yield "("
        elif one[:1] in ("", "(", "[", "\\", ".") or one[1:2] in ("?", "*", "{"):
            raise ValueError(f"a pattern must begin with a letter: {one}")
        else:
            yield one[0]


def _group(pattern: str) -> tuple[str, str]:
    """(inside, after) of the group that `pattern` begins with."""
    depth = 0
    for at, sign in enumerate(pattern):
        if pattern[at - 1 : at] != "\\":
            depth += (sign == "(") - (sign == ")")
        if not depth:
            return pattern[3:at], pattern[at + 1 :]
    raise ValueError(f"a group without its end: {pattern}")
