"""Whether what stands around a date has happened or is to come: only where all signs of the clause agree."""

from __future__ import annotations

import re

from bot.briefing.dates.verbs import VERBS, Verbs

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()–—]")
_STOPS = frozenset(",;:()–—")
_REACH = 400
"""Characters that are looked at on either side."""

_NEAR = 2


def direction(text: str, start: int, end: int, language: str) -> int:
    """-1 if what `text[start:end]` dates is past, 1 if it is to come, 0 if that is not certain."""
    verbs = VERBS[language]
    before = _TOKEN.findall(text, max(0, start - _REACH), start)
    after = _TOKEN.findall(text, end, end + _REACH)
    if after and after[0] == ",":
        after = after[1:]
    left = _clause(before[::-1], verbs)
    right = _clause(after, verbs)
    if any(token.casefold() in verbs.unsure for token in left):
        return 0
    if near := _agreed(left[:_NEAR], before[::-1], verbs, backward=True):
        return near
    for tokens, whole in ((left, before[::-1]), (right, after)):
        signs = _signs(tokens, whole, verbs, backward=whole is not after)
        if signs:
            return signs.pop() if len(signs) == 1 else 0
    signs = _signs(before[::-1], before[::-1], verbs, backward=True) | _signs(after, after, verbs, backward=False)
    return signs.pop() if len(signs) == 1 else 0


def _clause(tokens: list[str], verbs: Verbs) -> list[str]:
    """`tokens` up to where another clause begins."""
    for n, token in enumerate(tokens):
        if token in _STOPS or token.casefold() in verbs.borders:
            return tokens[:n]
    return tokens


def _agreed(tokens: list[str], whole: list[str], verbs: Verbs, *, backward: bool) -> int:
    signs = _signs(tokens, whole, verbs, backward=backward)
    return signs.pop() if len(signs) == 1 else 0


def _signs(tokens: list[str], whole: list[str], verbs: Verbs, *, backward: bool) -> set[int]:
    found = {_sign(n, token, whole, verbs, backward) for n, token in enumerate(tokens)}
    found.discard(None)
    return {sign for sign in found if sign is not None}


def _sign(n: int, token: str, whole: list[str], verbs: Verbs, backward: bool) -> int | None:
    """What one token says: -1, 1, 0 for "either", None for nothing."""
    folded = token.casefold()
    if folded in verbs.either:
        return 0
    if folded in verbs.planned:
        around = whole[n + 1 : n + 4] if backward else whole[max(0, n - 3) : n]
        return 0 if any(other.casefold() in verbs.were for other in around) else 1
    if folded in verbs.future or (verbs.future_ending and verbs.future_ending.fullmatch(token)):
        return 1
    if folded in verbs.past or (
        verbs.past_ending and folded not in verbs.no_past and verbs.past_ending.fullmatch(token)
    ):
        return -1
    return None
