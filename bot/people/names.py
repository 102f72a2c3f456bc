"""The names of people among the tokens of a text: the tagger's guesses, checked, and what titles and repeats prove."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.people.appositions import after
from bot.people.features import Document, Sentence, capitalised, headline, kind, runs
from bot.people.lexicon import GIVEN, SURNAMES, folded
from bot.people.phrases import before
from bot.people.role_words import is_role
from bot.people.tagger import guesses
from bot.people.words import ADDRESSED, PARTICLES, SUFFIXES

Span = tuple[int, int]

_UNLISTED = 0.8
_UNLISTED_RUN = 2.0
_UNLISTED_ABROAD = 3.0
"""What a name must lead by of which our lists have no part; a run of capitals is more often a title or a thing."""

_LONGEST = 7
_LETTERS = SUFFIXES - {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


def names(sentences: Sequence[Sentence], language: str = "en") -> list[list[Span]]:
    """For each sentence the (start, end) of every name in it, in order."""
    found: list[list[Span]] = [[] for _ in sentences]
    english = language in ("", "en")
    for guess in guesses(sentences, Document(sentences)):
        words = sentences[guess.sentence]
        span: Span | None = (guess.start, guess.end)
        if not english:
            span = _pruned(words, guess.start, guess.end)
        if span is not None and _believed(words, span, guess.lead, english=english):
            found[guess.sentence] += _trimmed(words, *span)
    for words, spans in zip(sentences, found, strict=True):
        spans += [span for span in addressed(words) if _free(span, spans)]
    _repeat(sentences, found)
    return [sorted(spans) for spans in found]


def _believed(words: Sentence, span: Span, lead: float, *, english: bool) -> bool:
    """Whether the tagger is sure enough; names of which our lists have no part must lead by more, or be described."""
    name = words[span[0] : span[1]]
    if len(name) > _LONGEST:
        return False
    if any(_listed(word) for word in name):
        return True
    if len(name) > 1 and (after(words, span[1], ()) or before(words, span[0], ())):
        return True
    if not english:
        return len(name) == 1 and lead >= _UNLISTED_ABROAD
    return lead >= (_UNLISTED if len(name) == 1 else _UNLISTED_RUN)


def _pruned(words: Sentence, start: int, end: int) -> Span | None:
    """What is left of a guess where the tagger knows the language less: a name begins with a word of our lists,
    and goes on over a small word only behind a given name ("Ursula von der Leyen", not "Lang zu Wort")."""
    while end - start > 1 and not _listed(words[start]) and _leads(words[start], words[start + 1]):
        start += 1
    while end - start > 1 and words[start] in PARTICLES:
        start += 1
    for at in range(start + 1, end):
        known = folded(words[at - 1])
        if words[at] in PARTICLES and known in SURNAMES and known not in GIVEN:
            return start, at
    return start, end


def _leads(word: str, following: str) -> bool:
    """Whether a capitalised word before a name is rather one of German's nouns, or a title."""
    if folded(following) in GIVEN or following in PARTICLES or is_role(word):
        return True
    return kind(word) in "TRODL" or word.endswith(
        ("ung", "heit", "keit", "schaft", "tion", "ismus", "stoff", "partei", "in")
    )


def _listed(word: str) -> bool:
    return kind(word) in "GBS" or any(folded(part) in GIVEN for part in word.split("-"))


def _trimmed(words: Sentence, start: int, end: int) -> Iterator[Span]:
    """The name without the titles before it and the letters after it."""
    while end - start > 1 and kind(words[start]) in "TR":
        start += 1
    while end - start > 2 and folded(words[end - 1]) in _LETTERS:
        end -= 1
    if end - start > 1 or kind(words[start]) not in "MVD":
        yield start, end


def addressed(words: Sentence) -> Iterator[Span]:
    """Names that a form of address proves, whatever the tagger thinks of them: `Mr Xhaferaj`, `Sen. Okello`."""
    for start, end in runs(words):
        at = start
        while at < end and is_address(words[at]):
            at += 1
        if at == start:
            continue
        stop = at
        while stop < end and stop - at < 4 and _may_name(words[stop]):
            stop += 1
        while stop > at and words[stop - 1] in PARTICLES:
            stop -= 1
        if stop > at:
            yield at, stop


def is_address(word: str) -> bool:
    return folded(word).rstrip(".") in ADDRESSED


def _may_name(word: str) -> bool:
    return word in PARTICLES or (capitalised(word) and kind(word) not in "ORVMDL0w" and not word.isupper())


def _free(span: Span, spans: Sequence[Span]) -> bool:
    return not any(span[0] < end and start < span[1] for start, end in spans)


def _repeat(sentences: Sequence[Sentence], found: list[list[Span]]) -> None:
    """A name that a text gives in full is that person's wherever it comes again, in full or by its last words."""
    tails: dict[str, set[tuple[str, ...]]] = {}
    for words, spans in zip(sentences, found, strict=True):
        for start, end in spans:
            for at in range(start, end):
                tail = tuple(words[at:end])
                if end - start > 1 and (len(tail) > 1 or kind(tail[0]) in "SXGB"):
                    tails.setdefault(tail[0], set()).add(tail)
    for words, spans in zip(sentences, found, strict=True):
        if headline(words):
            continue
        for start, end in runs(words):
            for span in _tails_in(words, start, end, tails):
                if _free(span, spans):
                    spans.append(span)


def _tails_in(words: Sentence, start: int, end: int, tails: dict[str, set[tuple[str, ...]]]) -> Iterator[Span]:
    """Known tails that fill a run, but for titles before them."""
    at = start
    while at < end and kind(words[at]) in "TR":
        at += 1
    rest = tuple(words[at:end])
    if rest and rest in tails.get(rest[0], ()):
        yield at, end
