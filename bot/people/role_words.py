"""Which words say what someone is, and which stand around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.people.lexicon import TITLES, folded
from bot.people.words import IN_ROLES, NOT_ROLES, RANKS, ROLE_ENDINGS

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
AND = frozenset("and und et y e &".split())
STOPS = frozenset('.;:!?"“”«»„()[]—–…')
AGED = re.compile(r"\d{1,3}-year-old|\d{1,3}-jährige[rn]?")
LOOSE = frozenset("in with from on to zu".split())
"""What goes on with a role only where a comma divides it from the name."""

_TIMES = frozenset("day week month year time moment night morning evening afternoon today yesterday tomorrow".split())


def is_role(word: str) -> bool:
    """Whether the word says what someone is, and not only of which rank or field."""
    plain = folded(word).rstrip(".")
    last = plain.rsplit("-", 1)[-1]
    if TITLES.get(plain, TITLES.get(last, "field")) not in ("field", "rank"):
        return True
    if plain in ("general", "chief", "captain"):
        return True
    return len(plain) > 6 and plain.endswith(ROLE_ENDINGS) and plain not in NOT_ROLES


def in_title(word: str) -> bool:
    """Whether the word may stand in a title, in whatever part of it."""
    return folded(word).rstrip(".") in TITLES or is_role(word)


def mere_address(words: Sequence[str]) -> bool:
    """Whether a phrase is only a form of address, such as Ms or Datuk Seri."""
    return all(
        TITLES.get(folded(word).rstrip(".")) == "honorific" and folded(word).rstrip(".") not in RANKS for word in words
    )


def may_describe(word: str) -> bool:
    """Whether a small word may stand in a role without being part of a title: "frequent", "neighbouring"."""
    lower = folded(word)
    if not word[0].isalpha() or lower in _TIMES:
        return False
    if lower in IN_ROLES:
        return True
    return not lower.endswith(("ing", "ed", "ly")) or lower.endswith("based")
