"""What follows from the words around without being said: a counterpart's office, the country of an office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.model import Role
from bot.people.countries import Written, within
from bot.people.describe import Described, country_of
from bot.people.find import Mention
from bot.people.lexicon import folded
from bot.people.passages import Sentence
from bot.people.words import NATIONAL, SAYING

_COUNTERPARTS = frozenset("counterpart amtskollege amtskollegen amtskollegin homologue homólogo homóloga".split())
_OF_ONE_COUNTRY = {
    "United States": (
        "secretary of state", "secretary of defense", "defense secretary", "treasury secretary", "house speaker",
        "senate majority leader", "senate minority leader", "attorney general", "commerce secretary",
        "secretary of the treasury", "homeland security secretary", "press secretary", "sen.", "rep.",
    ),
    "United Kingdom": (
        "defence secretary", "home secretary", "foreign secretary", "chancellor of the exchequer", "health secretary",
    ),
    "Germany": ("bundeskanzler", "bundeskanzlerin", "bundespräsident", "bundestagspräsidentin", "bundestagspräsident"),
    "Ireland": ("taoiseach", "tánaiste"),
}  # fmt: skip
"""Offices that, so spelled, one country has; believed only where the text names that country."""

_DOMINANT = 0.6
_LEAST = 2


def imply(people: Sequence[Described], sentences: Sequence[Sentence]) -> None:
    """Add what follows to each of `people`; what was stated stays."""
    by_sentence: dict[int, list[tuple[Mention, Described]]] = {}
    for one in people:
        for mention in one.entry.mentions:
            by_sentence.setdefault(id(mention.sentence), []).append((mention, one))
    named = Counter(found.name for s in sentences for found in within(s.words, 0, len(s.words)))
    for row in by_sentence.values():
        row.sort(key=lambda pair: pair[0].start)
    for one in people:
        _as_counterpart(one, by_sentence)
    for one in people:
        if not one.country and _holds_office(one):
            one.country = (
                _of_neighbour(one, by_sentence)
                or _of_speaking_seat(one)
                or _of_one_country(one, named)
                or _of_text(one, named)
            )


def _as_counterpart(one: Described, by_sentence: dict[int, list[tuple[Mention, Described]]]) -> None:
    """A counterpart holds the office of the person named before, in a country of their own."""
    for mention, words, role in list(one.phrases):
        if not _COUNTERPARTS & {folded(word) for word in words}:
            continue
        one.country, one.country_stated = country_of(words) or one.country, True
        row = by_sentence[id(mention.sentence)]
        at = next(n for n, (other, _) in enumerate(row) if other is mention)
        before = [other for _, other in row[:at] if other is not one and other.phrases]
        antecedent = before[-1] if before else None
        office = next((words for _, words, r in antecedent.phrases if r.stated), None) if antecedent else None
        if office is not None:
            bare = _without_country(office)
            text = " ".join(bare).replace(" 's", "'s").replace(" ’s", "’s")
            one.say(Role(text, False, role.source), mention, bare)


def _without_country(words: Sequence[str]) -> tuple[str, ...]:
    kept = list(words)
    for found in reversed(list(within(words, 0, len(words)))):
        end = found.end + 1 if words[found.end : found.end + 1] and words[found.end] in ("'s", "’s") else found.end
        if found.start == 0:
            del kept[found.start : end]
    return tuple(kept)


def _holds_office(one: Described) -> bool:
    """Whether a role is one that a state gives, and not an organisation's."""
    return not one.organisation and any(_office(words) for _, words, _ in one.phrases)


def _office(words: Sequence[str]) -> bool:
    lower = {folded(word) for word in words}
    text = " ".join(lower)
    return (
        bool(lower & NATIONAL)
        or "envoy" in lower
        or "secretary" in lower
        or "ambassador" in lower
        or "minister" in text
    )


def _of_neighbour(one: Described, by_sentence: dict[int, list[tuple[Mention, Described]]]) -> str:
    """The country of who is named right before in one list: "Janet Yellen … and climate envoy John Kerry"."""
    for mention, words, _ in one.phrases:
        row = by_sentence[id(mention.sentence)]
        at = next(n for n, (other, _) in enumerate(row) if other is mention)
        if at == 0:
            continue
        neighbour, other = row[at - 1]
        between = mention.sentence.words[neighbour.end : mention.start - len(words)]
        joined = bool(between) and folded(between[-1]) in ("and", "as", "und", "et", "y")
        if joined and other is not one and other.country:
            return other.country
    return ""


def _of_speaking_seat(one: Described) -> str:
    """The country whose capital speaks of its office: "Beijing said that Foreign Minister Qin Gang"."""
    for mention, _, _ in one.phrases:
        words = mention.sentence.words
        for found in within(words, 0, mention.start):
            speaks = (
                found.written in (Written.SEAT, Written.NAME)
                and folded("".join(words[found.end : found.end + 1])) in SAYING
            )
            if speaks and mention.start - found.end < 8:
                return found.name
    return ""


def _of_one_country(one: Described, named: Counter[str]) -> str:
    for _, words, _ in one.phrases:
        text = " ".join(words).casefold()
        for country, offices in _OF_ONE_COUNTRY.items():
            if named[country] and any(office in text for office in offices):
                return country
    return ""


def _of_text(one: Described, named: Counter[str]) -> str:
    """The country that a text is about, where it is about one: its president needs no "our"."""
    if not any({folded(word) for word in words} & (NATIONAL - {"president"}) for _, words, _ in one.phrases):
        return ""
    total = sum(named.values())
    if not total:
        return ""
    country, count = named.most_common(1)[0]
    return country if count >= _LEAST and count >= _DOMINANT * total else ""
