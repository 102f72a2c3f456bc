"""Who is quoted saying what. Where it is not clear who speaks, nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.model import Quote, Role
from bot.people.appositions import around
from bot.people.describe import Described
from bot.people.find import Mention
from bot.people.lexicon import folded
from bot.people.paragraphs import Paragraph, paragraphs
from bot.people.passages import Sentence
from bot.people.quote_spans import Quoted, quoted
from bot.people.reporting import REPORTING
from bot.people.role_words import is_role
from bot.people.speakers import Clue, Speaker, speaker_after, speaker_before

_WHOLE = 5
"""A quote of so many words is speech, though nothing says whose; shorter ones are often only terms."""

_SENTENCE = 3
"""One that begins with a capital is a sentence at so many words."""

_MARGIN = 2
_SUBJECT = 10
_THE = frozenset("the der die el la le".split())

MOST_SPANS = 40
"""Quotes of one paragraph that are looked at; each is compared with the others."""

MOST = 12
"""Quotes of one person."""


@dataclass
class _Reading:
    """What was understood so far: who spoke last, and who is spoken of. `pending` are quotes of a speech across
    paragraphs, of which nothing has said yet whose it is; `open` tells that such a speech goes on. `heard` tells that
    who is spoken of was said to speak; `named` are the people named so far."""

    people: Sequence[Described]
    owner: dict[int, Described]
    speaker: Described | None = None
    focus: Described | None = None
    heard: bool = False
    open: bool = False
    named: set[int] = field(default_factory=set)
    pending: list[tuple[Paragraph, Quoted]] = field(default_factory=list)
    said: dict[int, list[Quote]] = field(default_factory=dict)

    def note(self, paragraph: Paragraph, span: Quoted, one: Described) -> None:
        text = paragraph.passage.text[span.start : span.end]
        self.said.setdefault(id(one.entry), []).append(Quote(text, paragraph.passage.spot(span.start, span.end)))
        self.speaker = self.focus = one
        self.heard = True


def quotes(sentences: Sequence[Sentence], people: Sequence[Described]) -> dict[int, tuple[Quote, ...]]:
    """By the id of a person's entry, what they are quoted saying, in order."""
    owner = {id(mention): one for one in people for mention in one.entry.mentions}
    reading = _Reading(people, owner)
    for paragraph in paragraphs(sentences, people):
        _read(paragraph, reading)
    return {entry: tuple(said[:MOST]) for entry, said in reading.said.items()}


def _read(paragraph: Paragraph, reading: _Reading) -> None:
    spans = list(islice(quoted(paragraph.passage.text), MOST_SPANS))
    if not (reading.open and spans and spans[0].start <= _MARGIN):
        reading.open, reading.pending = False, []
    found = [_who(paragraph, span, spans, reading) for span in spans]
    speakers = _completed(paragraph, spans, found, reading)
    waiting = reading.pending
    reading.pending = []
    for span, one in zip(spans, speakers, strict=True):
        if one is not None:
            for earlier in waiting:
                reading.note(*earlier, one)
            waiting = []
            reading.note(paragraph, span, one)
    reading.open = bool(spans) and not spans[-1].closed
    if reading.open and speakers[-1] is None:
        reading.pending = [*waiting, (paragraph, spans[-1])]
    if not any(speakers):
        _refocus(paragraph, spans, reading)
    reading.named |= {id(reading.owner[id(mention)].entry) for mention in paragraph.mentions}
    _describe_only(paragraph, reading)


def _refocus(paragraph: Paragraph, spans: Sequence[Quoted], reading: _Reading) -> None:
    """A paragraph without a speaker is about who its last sentence with a name begins with."""
    outside = [m for m in paragraph.mentions if not any(s.start <= m.spot.start < s.end for s in spans)]
    subjects = [m for m in outside if _speaks(m)] or [m for m in outside if not _owns(m)]
    if subjects:
        last = subjects[-1].sentence
        reading.focus = reading.owner[id(next(m for m in subjects if m.sentence is last))]
        reading.heard = any(_speaks(m) for m in subjects)
    if spans and _is_speech(paragraph, spans):
        reading.speaker = None


def _describe_only(paragraph: Paragraph, reading: _Reading) -> None:
    """ "The mother of three says …" can only be the one person whom the text has named so far."""
    if len(reading.named) != 1 or paragraph.mentions or reading.focus is None:
        return
    for base in paragraph.sentences:
        words = paragraph.words[base : base + _SUBJECT]
        role = next((n for n, word in enumerate(words[:5]) if is_role(word)), None)
        if role is None or folded(words[0]) not in _THE or not {folded(word) for word in words[role:]} & REPORTING:
            continue
        _describe(paragraph, base + role, reading.focus)


def _owns(mention: Mention) -> bool:
    return mention.sentence.words[mention.end : mention.end + 1] in (("'s",), ("’s",), ("’",), ("'",))


def _speaks(mention: Mention) -> bool:
    return bool({folded(word) for word in mention.sentence.words[mention.end : mention.end + 1]} & REPORTING)


def _is_speech(paragraph: Paragraph, spans: Sequence[Quoted]) -> bool:
    return any(_words_in(paragraph, span) >= _WHOLE for span in spans)


def _words_in(paragraph: Paragraph, span: Quoted) -> int:
    return len(paragraph.passage.text[span.start : span.end].split())


_Found = tuple[Described | None, bool]
"""Who, and whether anything at all was said about who."""


def _who(paragraph: Paragraph, span: Quoted, spans: Sequence[Quoted], reading: _Reading) -> _Found:
    """Who the words around one quote name: those behind it first, as far as the next quote, then those before it."""
    names = {n: s for n, s in paragraph.names().items() if not _inside(paragraph, n, spans)}
    behind = paragraph.token_at(span.end + 1)
    following = min((other.start for other in spans if other.start > span.end), default=len(paragraph.passage.text) + 1)
    stop = paragraph.token_at(following - 1) if following <= len(paragraph.passage.text) else len(paragraph.words)
    after = speaker_after(paragraph.words[:stop], behind, names) if _joined(paragraph, span) else None
    first = paragraph.token_at(span.start - 1)
    leading = max((other.end + 1 for other in spans if other.end < span.start and _ends(paragraph, other)), default=0)
    begin = paragraph.token_at(leading) if leading else 0
    before = None
    if after is None:
        shifted = {n - begin: (s[0] - begin, s[1] - begin) for n, s in names.items() if n >= begin}
        before = speaker_before(paragraph.words[begin:first], first - begin, shifted)
        if before is not None:
            before = Speaker(before.clue, before.at + begin, before.word)
    clue = after or before
    if clue is None:
        return None, False
    return _resolved(paragraph, clue, reading), True


def _ends(paragraph: Paragraph, span: Quoted) -> bool:
    """Whether a sentence ends with the quote."""
    return paragraph.passage.text[span.end - 1] in ".?!…" or paragraph.passage.text[span.end + 1 : span.end + 2] == "."


def _joined(paragraph: Paragraph, span: Quoted) -> bool:
    """Whether what follows the quote can tell who spoke it: not where a new sentence begins behind a term."""
    text = paragraph.passage.text
    behind = text[span.end + 1 : span.end + 3].strip()
    last = text[span.end - 1]
    return not behind.startswith((".", ";", ":")) and (last in ",.?!…—–-" or last.isalnum() or not behind[:1].isupper())


def _inside(paragraph: Paragraph, token: int, spans: Sequence[Quoted]) -> bool:
    place = paragraph.starts[token]
    return any(span.start <= place < span.end for span in spans)


def _resolved(paragraph: Paragraph, clue: Speaker, reading: _Reading) -> Described | None:
    if clue.clue is Clue.NAME:
        for mention in paragraph.mentions:
            span = paragraph.span(mention)
            if span[0] <= clue.at < span[1]:
                return reading.owner[id(mention)]
        return None
    if clue.clue is Clue.PRONOUN:
        return _named_before(paragraph, clue.at, reading) or reading.focus
    if clue.clue is Clue.ROLE:
        return _by_role(paragraph, clue, reading)
    return None


def _named_before(paragraph: Paragraph, at: int, reading: _Reading) -> Described | None:
    """Who a pronoun means: who opens the last sentence before it that names someone outside its quotes."""
    spans = list(islice(quoted(paragraph.passage.text), MOST_SPANS))
    best: Mention | None = None
    for mention in paragraph.mentions:
        start = paragraph.span(mention)[0]
        if start >= at or _inside(paragraph, start, spans):
            continue
        if best is None or mention.sentence is not best.sentence:
            best = mention
    return reading.owner[id(best)] if best is not None else None


def _by_role(paragraph: Paragraph, clue: Speaker, reading: _Reading) -> Described | None:
    """The only one of whom the text says that; else who was spoken of last, if they can be meant."""
    fitting = [one for one in reading.people if any(_fits(clue.word, words) for _, words, _ in one.phrases)]
    if len(fitting) == 1:
        return fitting[0]
    last = _named_before(paragraph, clue.at, reading) or reading.focus
    if last in fitting:
        return last
    definite = clue.at > 0 and any(folded(w) in _THE for w in paragraph.words[max(0, clue.at - 4) : clue.at])
    if not definite or fitting or last is None or not reading.heard:
        return None
    _describe(paragraph, clue.at, last)
    return last


def _describe(paragraph: Paragraph, at: int, one: Described) -> None:
    """Who is meant by "the mother of four" is now known to be one; that they are the same follows, and is not said."""
    start, end = around(paragraph.words, at)
    token = paragraph.starts[end - 1] + len(paragraph.words[end - 1])
    base = max(place for place in paragraph.offsets.values() if place <= at)
    sentence = paragraph.sentences[base]
    text = paragraph.passage.text[paragraph.starts[start] : token]
    one.add(Role(text, False, sentence.spot()))


def _fits(word: str, words: Sequence[str]) -> bool:
    return any(folded(part) == word or folded(part).rsplit("-", 1)[-1] == word for part in words)


def _completed(
    paragraph: Paragraph, spans: Sequence[Quoted], found: Sequence[_Found], reading: _Reading
) -> list[Described | None]:
    """Quotes of which nothing says who: whose the last one was, or the next, if nobody else is named between."""
    out = [one for one, _ in found]
    unsaid = [n for n, (one, told) in enumerate(found) if one is None and not told and _sentence(paragraph, spans[n])]
    for n in unsaid:
        if n and out[n - 1] is not None and _only(paragraph, spans[n - 1], spans[n], out[n - 1], reading):
            out[n] = out[n - 1]
        elif _continues(paragraph, n, spans, reading):
            out[n] = reading.speaker
    for n in reversed(unsaid):
        following = out[n + 1] if n + 1 < len(out) else None
        if out[n] is None and following and _only(paragraph, spans[n], spans[n + 1], following, reading):
            out[n] = following
    return out


def _continues(paragraph: Paragraph, number: int, spans: Sequence[Quoted], reading: _Reading) -> bool:
    """Whether a quote goes on with the speech of the paragraph before, or is a paragraph that is all speech."""
    if number or reading.pending:
        return False
    if reading.open:
        return spans[0].start <= _MARGIN
    return len(spans) == 1 and _alone(paragraph, spans[0])


def _only(paragraph: Paragraph, one: Quoted, other: Quoted, who: Described | None, reading: _Reading) -> bool:
    """Whether nobody but `who` is named between two quotes."""
    between = [m for m in paragraph.mentions if one.end <= m.spot.start < other.start]
    return all(reading.owner[id(mention)] is who for mention in between)


def _sentence(paragraph: Paragraph, span: Quoted) -> bool:
    count = _words_in(paragraph, span)
    return count >= _WHOLE or (count >= _SENTENCE and paragraph.passage.text[span.start].isupper())


def _alone(paragraph: Paragraph, span: Quoted) -> bool:
    """Whether the paragraph is nothing but the quote."""
    return span.end - span.start >= len(paragraph.passage.text.strip()) - 3
