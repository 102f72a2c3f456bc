"""The words after a name that say who someone is: "…, a teacher from Accra,", "… is a teacher", "… as teacher"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.people.features import capitalised, kind
from bot.people.lexicon import folded
from bot.people.role_words import AND, LOOSE, POSSESSIVE, STOPS, in_title, is_role, may_describe, mere_address
from bot.people.words import DETERMINERS, IN_ROLES, LINKING, NAME_VERBS, OWNERS, RELATING, SAYING

Span = tuple[int, int]

_LONGEST = 22
_LONGEST_WAIT = 9
"""Words of a phrase until one says what someone is."""

_LONGEST_LIST = 14
_BRACKETS = frozenset("()")
_ONE = frozenset("one eine einer un una uno".split())
_COPULAS = frozenset("is was are became becomes remains ist war est était es era fue".split())
_ADVERBS = frozenset("also now currently still then once auch heute aujourd'hui también".split())
_CLAUSES = frozenset("who which that when where whose as but while after before qui que dont quien".split())
_LATER = frozenset("afterwards later soon again today yesterday ago there here".split())
_LY = frozenset("family assembly early daily weekly elderly italy".split())
_AGE = re.compile(r"\d{1,3}")
_LETTERS = re.compile(r"(?:[A-Z][A-Za-z]?\.?){1,5}")


def after(words: Sequence[str], end: int, taken: Sequence[Span]) -> Span | None:
    """The role that follows the name which ends at `end`: "…, a teacher from Accra," or "… is a teacher"."""
    size = len(words)
    at = _past_letters(words, end, size)
    if at + 1 >= size:
        return None
    if words[at] in _COPULAS:
        return _phrase(words, at + 1, taken, article_needed=True)
    if words[at] != ",":
        return None
    if words[at + 1] in ("who", "qui", "que", "quien"):
        if at + 2 < size and words[at + 2] in _COPULAS:
            return _phrase(words, at + 3, taken, article_needed=True)
        return None
    return _phrase(words, at + 1, taken, article_needed=False)


def assigned(words: Sequence[str], end: int, taken: Sequence[Span]) -> Span | None:
    """The role after "as": "replaced Kwasi Kwarteng as chancellor", "her first speech as chancellor"."""
    ceiling = min((start for start, _ in taken if start >= end), default=len(words))
    for at in range(end, min(end + 9, ceiling, len(words) - 1)):
        if words[at] in ("as", "als", "comme", "como"):
            return _phrase(words, at + 1, taken, article_needed=True)
        if words[at] in STOPS:
            return None
    return None


def further(words: Sequence[str], end: int, taken: Sequence[Span]) -> Span | None:
    """A second role in the apposition that was read to `end`: "head of sales, law and research and chair of"."""
    starts = {start for start, _ in taken}
    for at in range(end, min(end + _LONGEST_LIST, len(words) - 1)):
        if words[at] in STOPS - _BRACKETS or at in starts or _is_verb(words[at]):
            return None
        if folded(words[at]) in AND and is_role(words[at + 1]):
            return _phrase(words, at + 1, taken, article_needed=False)
    return None


def around(words: Sequence[str], at: int) -> Span:
    """The whole phrase around the role at `at`, without its article: "mother of four", "government spokesman"."""
    start = at
    while start > 0 and at - start < 4 and _inside(words[start - 1]):
        start -= 1
    end = at + 1
    while end + 1 < len(words) and end - at < 8 and folded(words[end]) in RELATING - LOOSE:
        stop = end + 2
        while stop < len(words) and (capitalised(words[stop]) or folded(words[stop]) in DETERMINERS):
            stop += 1
        if words[end + 1] in STOPS:
            break
        end = stop
    return start, end


def _inside(word: str) -> bool:
    lower = folded(word)
    if lower in DETERMINERS | LINKING | SAYING or kind(word) == "s":
        return False
    return in_title(word) or capitalised(word) or may_describe(word)


def _phrase(words: Sequence[str], begin: int, taken: Sequence[Span], *, article_needed: bool) -> Span | None:
    """The noun phrase that begins at `begin`, if it is a role."""
    size = min(len(words), begin + _LONGEST)
    start = _opening(words, begin, size, article_needed=article_needed)
    if start is None:
        return None
    several = folded(words[start]) in _ONE
    starts = dict(taken)
    end, head = start, False
    while end < size and not _ends(words, end, size, head=head):
        word, lower = words[end], folded(words[end])
        if _is_verb(word):
            return (start, end) if head and article_needed else None
        if end in starts and end > start:
            if head and words[end - 1] not in POSSESSIVE and folded(words[end - 1]) not in RELATING | AND:
                return None  # it is the title of the next name
            end = starts[end]
            continue
        if not head and end > start and not several and (lower in RELATING or kind(word) == "s"):
            return None
        head = head or is_role(word) or (several and is_role(word.rstrip("s")))
        end += 1
        if not head and end - start > _LONGEST_WAIT:
            return None
    while end > start and folded(words[end - 1]) in RELATING | AND | DETERMINERS:
        end -= 1
    return (start, end) if head and end > start and not mere_address(words[start:end]) else None


def _opening(words: Sequence[str], begin: int, size: int, *, article_needed: bool) -> int | None:
    """Where the phrase proper begins, behind adverbs and an article; None where it can be no role."""
    start = begin
    while start < size and folded(words[start]) in _ADVERBS:
        start += 1
    if start < size and folded(words[start]) in DETERMINERS - OWNERS:
        start += 1
    elif article_needed and not (start < size and (in_title(words[start]) or folded(words[start]) in OWNERS | {"one"})):
        return None
    return None if start >= size or _cannot_open(words[start]) else start


def _ends(words: Sequence[str], at: int, size: int, *, head: bool) -> bool:
    word, lower = words[at], folded(words[at])
    if word in STOPS or word == "," or lower in _CLAUSES or kind(word) == "M":
        return True
    return (lower in AND and not _goes_on(words, at, size)) or (head and _is_adverb(lower))


def _is_verb(word: str) -> bool:
    lower = folded(word)
    return word.islower() and (lower in SAYING or (lower in NAME_VERBS and not is_role(word)))


def _is_adverb(lower: str) -> bool:
    return lower in _LATER or (lower.endswith("ly") and lower not in _LY)


def _cannot_open(word: str) -> bool:
    lower = folded(word)
    if lower in ("one", "ex") or lower in OWNERS:
        return False
    return (
        lower in NAME_VERBS
        or lower in SAYING
        or lower in RELATING
        or lower in LINKING
        or lower in AND
        or kind(word) in "s0M"
        or (lower.endswith("ing") and lower not in IN_ROLES)
        or word in POSSESSIVE
    )


def _goes_on(words: Sequence[str], at: int, size: int) -> bool:
    """Whether "and" at `at` joins another part of the role, not another clause."""
    following = words[at + 1 : min(at + 6, size)]
    if not following:
        return False
    if capitalised(following[0]) and not is_role(following[0]):
        return bool(capitalised(words[at - 1]))
    return any(is_role(word) for word in following) and not any(
        folded(word) in NAME_VERBS or folded(word) in SAYING for word in following[:3]
    )


def _past_letters(words: Sequence[str], at: int, size: int) -> int:
    """Past an age, a party in brackets, and letters after a name: "(CDU)", ", 45", ", MD, PhD"."""
    if at < size and words[at] == "(":
        close = next((n for n in range(at + 1, min(at + 6, size)) if words[n] == ")"), None)
        if close is not None:
            at = close + 1
    while at + 2 < size and words[at] == "," and words[at + 2] == ",":
        if _AGE.fullmatch(words[at + 1]) or _LETTERS.fullmatch(words[at + 1]):
            at += 2
        else:
            break
    while at + 1 < size and words[at] == "," and _letters_at(words, at + 1, size):
        at = _letters_at(words, at + 1, size)
    return at


def _letters_at(words: Sequence[str], at: int, size: int) -> int:
    """The comma or verb after letters such as `R.D.N.` or `PhD` that begin at `at`; 0 where there are none."""
    stop = at
    while stop < size and stop - at < 4 and _LETTERS.fullmatch(words[stop]) and words[stop] not in ("A", "I", "An"):
        stop += 1
    return stop if at < stop < size and (words[stop] == "," or words[stop] in _COPULAS) else 0
