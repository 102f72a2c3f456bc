"""What the tagger looks at. A document is sentences of tokens; only runs of capitalised tokens are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.people.lexicon import (
    COUNTRY_WORDS,
    GIVEN,
    ORGANISATION_WORDS,
    PEOPLES,
    PLACES,
    SURNAMES,
    TITLES,
    folded,
)
from bot.people.words import MONTHS_AND_DAYS, NAME_VERBS, PARTICLES, SAYING
from bot.text.stopwords import STOPWORDS

Sentence = Sequence[str]

_SMALL = STOPWORDS["en"] | STOPWORDS["de"] | STOPWORDS["fr"] | STOPWORDS["es"]
_PLACED = frozenset("in at from near to across outside around through".split())
_HEADLINE = 0.6


@lru_cache(20_000)
def capitalised(token: str) -> bool:
    """Whether a token may be part of a name: a letter of it is upper case, and it is not a mere mark or number."""
    return token[0].isupper() or (not token.islower() and token[0].isalpha() and any(map(str.isupper, token)))


def runs(sentence: Sentence) -> list[tuple[int, int]]:
    """(start, end) of each maximal run of capitalised tokens, with the particles inside it."""
    found: list[tuple[int, int]] = []
    at, size = 0, len(sentence)
    while at < size:
        if not capitalised(sentence[at]):
            at += 1
            continue
        start = at
        at += 1
        while at < size:
            if capitalised(sentence[at]):
                at += 1
                continue
            ahead = at
            while ahead < size and ahead - at < 3 and sentence[ahead] in PARTICLES:
                ahead += 1
            if ahead == at or ahead >= size or not capitalised(sentence[ahead]):
                break
            at = ahead
        found.append((start, at))
    return found


@lru_cache(20_000)
def kind(token: str) -> str:
    """One letter for what the word lists and its looks say of a token; the strongest claim first."""
    word = folded(token)
    bare = word.rstrip(".")
    if not token[0].isalpha():
        return "0" if token[0].isdigit() else token[0]
    if bare in TITLES and (token[0].isupper() or len(bare) > 2):
        return "T" if TITLES[bare] == "honorific" else "R"
    if token.islower():
        return next((mark for mark, table in _SMALL_KINDS if word in table), "x")
    listed = next((mark for mark, table in _KINDS if word in table), "")
    return listed or _name_kind(token, word, bare)


_TALK = (("V", SAYING), ("M", MONTHS_AND_DAYS))
_SMALL_KINDS = (*_TALK, ("s", _SMALL), ("v", NAME_VERBS), ("p", PARTICLES))
_KINDS = (*_TALK, ("D", PEOPLES), ("L", COUNTRY_WORDS), ("L", PLACES), ("O", ORGANISATION_WORDS))


def _name_kind(token: str, word: str, bare: str) -> str:
    if len(bare) == 1:
        return "I"
    given, last = word in GIVEN, word in SURNAMES
    if given or last:
        return "B" if given and last else "G" if given else "S"
    if word in _SMALL:
        return "w"
    return "U" if token.isupper() else "X"


@lru_cache(20_000)
def word_features(token: str) -> tuple[str, ...]:
    """What a token says by itself."""
    word = folded(token)
    framed = f"^{word}$"
    out = ["w=" + word, "k=" + kind(token), "h=" + shape(token), f"l={min(len(word), 9)}"]
    out += [f"p{n}={word[:n]}" for n in (2, 3) if len(word) > n]
    out += [f"s{n}={word[-n:]}" for n in (1, 2, 3, 4) if len(word) > n]
    out += [f"t={framed[at : at + 3]}" for at in range(len(framed) - 2)]
    parts = word.split("-")
    lists = (("g", GIVEN), ("f", SURNAMES), ("c", PLACES), ("n", COUNTRY_WORDS), ("o", ORGANISATION_WORDS))
    for name, table in lists:
        if word in table:
            out.append("in=" + name)
        elif len(parts) > 1 and any(part in table for part in parts):
            out.append("pin=" + name)
    return tuple(out)


@lru_cache(20_000)
def shape(token: str) -> str:
    """`Suk-yeol` -> `Xx-x`."""
    out: list[str] = []
    for c in token:
        mark = "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c
        if not out or out[-1] != mark:
            out.append(mark)
    return "".join(out)[:8]


class Document:
    """What a whole text tells of each of its words: seen in lower case, after a title, before "said", as a place …"""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.lower: set[str] = set()
        self.hints: dict[str, set[str]] = {}
        self.counts: Counter[str] = Counter()
        for sentence in sentences:
            self.lower.update(token for token in sentence if token.islower())
            if headline(sentence):
                continue
            for start, end in runs(sentence):
                self._look(sentence, start, end)

    def _look(self, sentence: Sentence, start: int, end: int) -> None:
        kinds = [kind(token) for token in sentence[start:end]]
        before = sentence[start - 1] if start else ""
        after = sentence[end] if end < len(sentence) else ""
        self.counts.update(sentence[start:end])
        self._hint(sentence[end - 1], "said", bool(after) and kind(after) == "V")
        self._hint(sentence[end - 1], "who", after == "who")
        self._hint(sentence[end - 1], "placed", before in _PLACED)
        self._hint(sentence[end - 1], "the", before in ("the", "The"))
        self._hint(sentence[start], "titled", bool(before) and kind(before) in "TR")
        for token in sentence[start:end]:
            self._hint(token, "org", "O" in kinds)
        for (left, right), token in zip(pairwise(kinds), sentence[start + 1 : end], strict=True):
            self._hint(token, "titled", left in "TR")
            self._hint(token, "named", left in "GB" and right != "O")

    def _hint(self, token: str, hint: str, given: bool) -> None:
        if given:
            self.hints.setdefault(token, set()).add(hint)

    def features(self, token: str, *, opens: bool) -> list[str]:
        out = ["d=" + hint for hint in self.hints.get(token, ())]
        count = self.counts[token]
        out.append(f"n={'1' if count <= 1 else '2' if count < 4 else '4'}")
        if token.lower() in self.lower:
            out.append("low+" if opens else "low")
        return out


def headline(sentence: Sentence) -> bool:
    """Whether most words are capitalised, so that capitals say little."""
    letters = [token for token in sentence if token[0].isalpha()]
    return len(letters) >= 4 and sum(map(capitalised, letters)) >= _HEADLINE * len(letters)


def run_features(sentence: Sentence, run: tuple[int, int], document: Document) -> list[list[str]]:
    """For each token of `run`, what its surroundings say."""
    start, end = run
    size = len(sentence)
    pad = ["<s>", "<s>"]
    words = [*pad, *map(folded, sentence[max(0, start - 2) : end + 3]), "</s>", "</s>", "</s>"]
    first = min(start, 2)
    shift = 2 + first - start  # words[at + shift] is the token at `at`, where at least two stand before it
    kinds = ["<", "<", *(kind(token) for token in sentence[max(0, start - 2) : end + 3]), ">", ">", ">"]
    if start < 2:
        words, kinds = words[: 2 + size + 3], kinds[: 2 + size + 3]
    opens = start == 0 or (start == 1 and kinds[shift + start - 1] in "\"“'‘—-:")
    length = end - start
    inside = "".join(kinds[start + shift : end + shift])
    has_org = "O" in inside
    before, before2 = words[start + shift - 1], words[start + shift - 2]
    after, after2 = words[end + shift], words[end + shift + 1]
    after_kind, before_kind = kinds[end + shift], kinds[start + shift - 1]
    shared = [f"L={min(length, 5)}", "B=" + before_kind, "A=" + after_kind, f"BA={before_kind}{after_kind}"]
    shared += ["P=" + inside[:6]]
    if opens:
        shared.append("opens")
    if headline(sentence):
        shared.append("head")
    if has_org:
        shared.append("org")
    out: list[list[str]] = []
    for at in range(start, end):
        here = at + shift
        left, right = at - start, end - 1 - at
        place = f"{min(left, 2)}{min(right, 2)}"
        k1, k, k2 = kinds[here - 1], kinds[here], kinds[here + 1]
        mine = [*shared, "@" + place, f"@{place}{k}", f"k-{k1}{k}", f"k+{k}{k2}", f"k3{k1}{k}{k2}"]
        mine += [f"-1={words[here - 1]}", f"+1={words[here + 1]}", f"-2={words[here - 2]}", f"+2={words[here + 2]}"]
        mine += [f"kk{kinds[here - 2]}{k1}{k}", f"@b{min(left, 1)}={before}", f"@a{min(right, 1)}={after}"]
        mine += [f"bb={before2}_{before}", f"aa={after}_{after2}", f"P{left}={inside[:5]}"]
        mine += document.features(sentence[at], opens=opens and left == 0)
        out.append(mine)
    return out
