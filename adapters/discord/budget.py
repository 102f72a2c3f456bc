"""What fits: a text is cut at the end of a sentence, else between words, never in a word or a link. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from adapters.discord.markdown import escape, is_whole, line
from bot.chat import Span

MORE = "…"
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？｡][”’」』）》]*|[।॥؟۔።](?=\s)")
_BETWEEN = re.compile(r"\s+|(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff])")
"""White space, and after each letter of the scripts that write without it."""

_SHORT = re.compile(r"(?:^|[\s(“\"])(?:[^\W\d_]|[A-Z]\w{0,3}|(?:\w\.)+\w)\.$")
"""A point after these is rather an abbreviation: `Mr.`, `J.`, `U.S.`, `Gov.`"""


def units(text: str) -> int:
    """Length in UTF-16 code units: the larger of the two ways in which Discord counts."""
    return len(text) + sum(each > "\uffff" for each in text)


def cut(text: str, room: int, *, written: Callable[[str], str] = escape) -> str:
    """As much of one line as fits `room` once it is `written`, with an ellipsis where something is left out."""
    if units(written(text)) <= room:
        return text
    head = text[:room]
    for places in (_between_words(head), list(range(1, len(head) + 1))):
        at = _last(places, lambda at: units(written(head[:at].rstrip() + MORE)) <= room)
        if at and head[:at].strip():
            return head[:at].rstrip() + MORE
    return ""


def fit(spans: Sequence[Span], room: int, *, prefix: str = "") -> str:
    """A paragraph as markdown of `room` units at most; empty where not even a beginning of it fits."""
    whole = prefix + line(spans)
    if units(whole) <= room:
        return whole

    def shown(at: int) -> str:
        return f"{prefix}{line(upto(spans, at))} {MORE}"

    text = "".join(span.text for span in spans)[:room]
    forbidden = _inside(spans)
    for places in (_sentence_ends(text), _between_words(text)):
        allowed = [at for at in places if at not in forbidden and text[:at].strip()]
        at = _last(allowed, lambda at: units(shown(at)) <= room)
        if at:
            return shown(at)
    return ""


def upto(spans: Sequence[Span], at: int) -> list[Span]:
    """The first `at` characters of `spans`."""
    out = []
    for span in spans:
        if at <= 0:
            break
        out.append(span if len(span.text) <= at else replace(span, text=span.text[:at].rstrip()))
        at -= len(span.text)
    return out


def _inside(spans: Sequence[Span]) -> set[int]:
    """Positions inside of spans that are shown whole or not at all."""
    out: set[int] = set()
    begin = 0
    for span in spans:
        if is_whole(span):
            out.update(range(begin + 1, begin + len(span.text)))
        begin += len(span.text)
    return out


def _sentence_ends(text: str) -> list[int]:
    return [m.end() for m in _END.finditer(text) if not _SHORT.search(text[max(0, m.end() - 12) : m.end()])]


def _between_words(text: str) -> list[int]:
    return [m.start() for m in _BETWEEN.finditer(text) if m.start()]


def _last(places: Sequence[int], fits: Callable[[int], bool]) -> int:
    """The last place that fits, 0 if none does: what fits at one place fits at those before it."""
    return ([0, *places])[bisect_right(places, 0, key=lambda at: 0 if fits(at) else 1)]
