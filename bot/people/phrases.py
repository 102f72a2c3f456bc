"""The words before a name that say who someone is: "former Prime Minister", "Sweden's minister of justice,"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.people.countries import at as country_at
from bot.people.features import capitalised, kind
from bot.people.lexicon import GIVEN, folded
from bot.people.role_words import AGED, AND, LOOSE, POSSESSIVE, STOPS, in_title, is_role, may_describe, mere_address
from bot.people.words import DETERMINERS, IN_ROLES, LINKING, NAME_VERBS, OWNERS, RELATING, SAYING

Span = tuple[int, int]

_LONGEST = 16
_INNER = frozenset("of de del du des der".split())
"""Small words inside the name of an organisation."""


def before(words: Sequence[str], start: int, taken: Sequence[Span]) -> Span | None:
    """The role that ends where the name at `start` begins; a comma may stand between. `taken` are other names."""
    end = start
    if end and words[end - 1] == ",":
        end -= 1
    owner = max((span for span in taken if span[1] <= end), default=(0, 0))
    if owner[1] == end or end == 0:
        return None
    reached = _walk_back(words, end, max(owner[1], end - _LONGEST), apposed=end != start)
    begin = _skip_small(words, reached, end)
    if begin == reached and not (reached and folded(words[reached - 1]) in DETERMINERS):
        begin = _skip_strange(words, begin, end)
    if begin >= end or not _has_head(words, begin, end) or mere_address(words[begin:end]):
        return None
    if reached == owner[1] and words[reached] in POSSESSIVE and owner[1]:
        return owner[0], end  # "Epstein's neighbor"
    return begin, end


def _walk_back(words: Sequence[str], end: int, floor: int, *, apposed: bool) -> int:
    """Where the phrase that ends at `end` begins: titles, names of organisations, and small words between them."""
    at = end
    while at > floor:
        lower = folded(words[at - 1])
        if lower in DETERMINERS:
            if at - 2 < floor or folded(words[at - 2]) not in RELATING:
                return at - 1 if lower in OWNERS else at
        elif lower in LINKING or not _belongs(words, at - 1, floor, end, apposed=apposed):
            return at
        at -= 1
    return at


def _belongs(words: Sequence[str], at: int, floor: int, end: int, *, apposed: bool) -> bool:
    word, lower = words[at], folded(words[at])
    inner = floor < at < end - 1
    if word in STOPS or word == ",":
        return False
    if word in POSSESSIVE:
        return at > floor and _role_or_cap(words[at - 1])
    if lower in AND:
        return inner and _joins(words, at, apposed=apposed)
    if in_title(word) or country_at(words, at) or AGED.fullmatch(word):
        return True
    if lower in RELATING:
        return inner and (apposed or lower not in LOOSE) and _relates(words, at, floor)
    if capitalised(word):
        return kind(word) != "M"
    if lower in SAYING or lower in NAME_VERBS or kind(word) == "s":
        return False
    return may_describe(word) and (at + 1 < end or apposed)


def _joins(words: Sequence[str], at: int, *, apposed: bool) -> bool:
    """Whether "and" at `at` joins two roles, or two names of an apposition."""
    if is_role(words[at + 1]) and _role_or_cap(words[at - 1]):
        return True
    return apposed and capitalised(words[at + 1]) and capitalised(words[at - 1])


def _relates(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether the small word at `at` goes on with a role, or stands inside the name of an organisation."""
    between_names = capitalised(words[at - 1]) and capitalised(words[at + 1]) and not in_title(words[at - 1])
    return _role_near(words, at, floor) or (folded(words[at]) in _INNER and between_names)


def _role_or_cap(word: str) -> bool:
    return is_role(word) or capitalised(word)


def _role_near(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether the small word at `at` goes on with a title: "Secretary of", "councillor of the PP of"."""
    strange = 0
    for word in reversed(words[max(floor, at - 6) : at]):
        if is_role(word):
            return True
        lower = folded(word)
        if not (capitalised(word) or lower in RELATING or lower in DETERMINERS or in_title(word)):
            strange += 1
            if strange > 1 or lower in SAYING or lower in NAME_VERBS:
                return False
    return False


def _skip_small(words: Sequence[str], begin: int, end: int) -> int:
    """Without the words that only lead to the phrase."""
    while begin < end:
        word = words[begin]
        possessive = word in POSSESSIVE or word in ",-"
        if (
            possessive
            or folded(word) in AND
            or folded(word) in RELATING
            or (begin + 1 < end and folded(word) in DETERMINERS - OWNERS)
        ):
            begin += 1
        else:
            return begin
    return begin


def _skip_strange(words: Sequence[str], begin: int, end: int) -> int:
    """Without words at the edge that may be a verb or an object, since no article opens the phrase."""
    while (
        begin + 1 < end and words[begin].islower() and not in_title(words[begin]) and not AGED.fullmatch(words[begin])
    ):
        if folded(words[begin]) in IN_ROLES or country_at(words, begin) or folded(words[begin]) in OWNERS:
            break
        begin += 1
    return _skip_small(words, begin, end)


def _has_head(words: Sequence[str], begin: int, end: int) -> bool:
    """Whether the phrase says what someone is: its last word does, or one that goes on with "of …" or "français"."""
    if is_role(words[end - 1]):
        return not (end - begin == 1 and folded(words[begin]) in GIVEN)
    for at in range(begin, end - 1):
        if not is_role(words[at]):
            continue
        if any(folded(word) in RELATING for word in words[at + 1 : at + 4]) or folded(words[at + 1]) in (
            "general",
            "elect",
        ):
            return True
        people = country_at(words, at + 1)
        if people is not None and end - people.end <= 1:
            return True
    return False
