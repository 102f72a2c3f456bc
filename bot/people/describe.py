"""What the words around a person's names say: roles, country and organisation, with the sentence that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.model import Role
from bot.people.appositions import after, assigned, further
from bot.people.countries import Written, within
from bot.people.countries import at as country_at
from bot.people.features import capitalised, kind
from bot.people.find import Mention
from bot.people.lexicon import ORGANISATION_WORDS, PLACES, folded
from bot.people.link import Entry
from bot.people.phrases import before
from bot.people.role_words import in_title
from bot.people.words import DETERMINERS

_POSSESSIVE = ("'s", "’s", "'", "’")
_TOWARDS = frozenset("to with for against on toward towards".split())
"""An ambassador to Spain is not of Spain."""

_INSIDE = frozenset("of the for and & de la du des der del".split())
"""Small words inside the name of an organisation: "University of Ghana", "Bank of the Nile"."""

Spans = Sequence[tuple[int, int]]


@dataclass
class Described:
    """What is known of one entry. `seats` are roles by the mention that carries them, for what follows from them."""

    entry: Entry
    roles: list[Role] = field(default_factory=list)
    phrases: list[tuple[Mention, tuple[str, ...], Role]] = field(default_factory=list)
    country: str = ""
    country_stated: bool = False
    organisation: str = ""

    def say(self, role: Role, mention: Mention, words: tuple[str, ...]) -> None:
        self.phrases.append((mention, words, role))
        self.add(role)

    def add(self, role: Role) -> None:
        if not any(_same(role.text, known.text) for known in self.roles):
            self.roles.append(role)


def _same(one: str, other: str) -> bool:
    """Whether two roles read alike but for dots and capitals: "US President" and "U.S. president"."""
    return one.casefold().replace(".", "") == other.casefold().replace(".", "")


def described(entry: Entry, taken: Mapping[int, Spans]) -> Described:
    """`taken` are the names of each sentence, by the sentence's id."""
    out = Described(entry)
    for mention in entry.mentions:
        words = mention.sentence.words
        others = [span for span in taken[id(mention.sentence)] if span != (mention.start, mention.end)]
        for span in (
            before(words, mention.start, others),
            after(words, mention.end, others),
            assigned(words, mention.end, others) or _succeeded(words, mention, others),
        ):
            if span is not None:
                _note(out, mention, span, others)
        if (told := after(words, mention.end, others)) and (more := further(words, told[1], others)):
            _note(out, mention, more, others)
        _note_country(out, mention)
        _note_party(out, mention)
    return out


def _note(out: Described, mention: Mention, span: tuple[int, int], others: Spans) -> None:
    sentence = mention.sentence
    words = sentence.words[span[0] : span[1]]
    text = sentence.passage.text[sentence.tokens[span[0]].start : sentence.tokens[span[1] - 1].end]
    role = Role(text, True, sentence.spot())
    out.say(role, mention, words)
    if not out.country and "counterpart" not in words:
        out.country = country_of(words)
        out.country_stated = bool(out.country)
    if not out.organisation and (found := organisation_of(words)) and not _is_name(span[0] + found[0], others):
        out.organisation = _text(mention, span[0] + found[0], span[0] + found[1])


_SUCCEEDING = frozenset("replaced replaces replacing succeeded succeeds succeeding".split())


def _succeeded(words: Sequence[str], mention: Mention, others: Spans) -> tuple[int, int] | None:
    """The office in "Hunt, who replaced Kwarteng as chancellor", which is Hunt's as well."""
    following = min((span for span in others if span[0] >= mention.end), default=None)
    if following is None or not _SUCCEEDING & set(words[mention.end : following[0]]):
        return None
    return assigned(words, following[1], others)


def _text(mention: Mention, start: int, end: int) -> str:
    sentence = mention.sentence
    return sentence.passage.text[sentence.tokens[start].start : sentence.tokens[end - 1].end]


def _is_name(token: int, others: Spans) -> bool:
    return any(start <= token < end for start, end in others)


def country_of(words: Sequence[str]) -> str:
    """The country that a role is of: "Kenyan", "of Kenya", "Kenya's"; not the one it is sent to."""
    for found in within(words, 0, len(words)):
        before = folded(words[found.start - 1]) if found.start else ""
        if before in _TOWARDS or (found.written is Written.SEAT and before not in ("of", "'s")):
            continue
        inner = found.written is Written.NAME and found.start and capitalised(words[found.start - 1])
        if inner and not in_title(words[found.start - 1]):
            continue  # a word of a longer name, as in "Beth Israel Hospital"
        return found.name
    return ""


def organisation_of(words: Sequence[str]) -> tuple[int, int] | None:
    """Which words of a role name an organisation: its longest run of capitalised words that is more than a title."""
    best: tuple[int, int] | None = None
    at, size = 0, len(words)
    while at < size:
        if not capitalised(words[at]) or folded(words[at]) in DETERMINERS:
            at += 1
            continue
        end = at + 1
        while end < size and (capitalised(words[end]) or _joins(words, end)):
            end += 1
        bare = _bare(words, at, end)
        if bare and (best is None or bare[1] - bare[0] > best[1] - best[0]):
            best = bare
        at = end
    return best


def _bare(words: Sequence[str], at: int, end: int) -> tuple[int, int] | None:
    """The run without the titles around it; None where nothing but titles and countries is left."""
    while end > at and _only_title(words[end - 1]):
        end -= 1
    head = at
    while head < end and _only_title(words[head]):
        head += 1
    while head > at and head < end and folded(words[head]) in _INSIDE:
        head += 1
    if head >= end:
        return None
    countries = {n for found in within(words, head, end) for n in range(found.start, found.end)}
    telling = [n for n in range(head, end) if n not in countries and folded(words[n]) not in _INSIDE]
    if not any(not in_title(words[n]) and folded(words[n]) not in PLACES for n in telling):
        return None
    if end - head == 1 and kind(words[head]) == "w":
        return None
    return head, end


def _only_title(word: str) -> bool:
    return in_title(word) and folded(word) not in ORGANISATION_WORDS


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether a small word goes on with a name: "University of Ghana", "Bank of the Nile"."""
    if folded(words[at]) not in _INSIDE:
        return False
    following = words[at + 1 : at + 3]
    return bool(following) and (
        capitalised(following[0])
        or (len(following) == 2 and following[0] in ("the", "la") and capitalised(following[1]))
    )


def _note_country(out: Described, mention: Mention) -> None:
    """ "Kenya's Ruto", "Ruto of Kenya", "Ruto (Kenya)"."""
    words, start, end = mention.sentence.words, mention.start, mention.end
    if out.country:
        return
    name = ""
    if start > 1 and words[start - 1] in _POSSESSIVE:
        name = next(
            (f.name for n in range(max(0, start - 4), start - 1) if (f := country_at(words, n)) and f.end == start - 1),
            "",
        )
    elif start and (
        before := [f for n in range(max(0, start - 3), start) if (f := country_at(words, n)) and f.end == start]
    ):
        name = before[0].name if before[0].written is Written.PEOPLE else ""
    elif end + 1 < len(words) and words[end] in ("of", "from", "("):
        found = country_at(words, end + 1)
        closes = found is not None and (words[end] != "(" or words[found.end : found.end + 1] == (")",))
        name = found.name if found and closes and found.written is Written.NAME else ""
    if name:
        out.country, out.country_stated = name, True


def _note_party(out: Described, mention: Mention) -> None:
    """The letters in brackets after a name: "Klöckner (CDU)"."""
    words, end = mention.sentence.words, mention.end
    if not out.organisation and words[end : end + 1] == ("(",) and words[end + 2 : end + 3] == (")",):
        inside = words[end + 1]
        if inside.isupper() and inside.isalpha() and country_at(words, end + 1) is None:
            out.organisation = inside
