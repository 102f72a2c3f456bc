"""Whether a sentence can stand alone: whole, of a readable length, leaning on nothing that was said before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.briefing.openings import ALL, EARLY, LEANING, PHRASES, PREFIXES
from bot.briefing.quoted import quoted_spans
from bot.text import thai

SHORTEST, LONGEST = 7, 60
SOMEONE_REACH, SOMETHING_REACH, EARLY_REACH, PHRASE_REACH = 8, 5, 4, 90
"""The first three in words, the last in letters: what stands further on has had its noun before it."""

_OPENING = re.compile(r"[^\w]*([\w'’]+)")
_OPENING_MARKS = " \"'“„«»‘‚「『（("
_CONTRACTED = re.compile(r"['’](?:s|re|ll|d|ve)$")
_ANCHOR = re.compile(r"\d|(?<=[\w,] )[^\W\d_a-zß-ÿ]\w|\w[A-Z]")
"""A name or a number; a sentence of an unknown language without one may well speak of someone named before."""

_WORD = re.compile(r"[\w'’]+")
_PERSONAL = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]urs?|[Uu]s|[Ii]ch|[Mm]ich|[Mm]ir"
    r"|[Mm]eine?[mnrs]?|[Ww]ir|[Uu]ns|[Uu]nsere?[mnrs]?|[Jj]e|[Jj]['’]\w+|[Nn]ous|[Nn]otre|[Nn]os|[Yy]o|[Nn]osotros"
    r"|[Nn]uestr[oa]s?)\b"
)
_OF_ONESELF = frozenset(
    "i my myself we our ours us ich mich mir mein meine meinem meinen meiner meines wir uns unser unsere unserem"
    " unseren unserer unseres unsern je j nous notre nos yo nosotros nuestro nuestra nuestros nuestras".split()
)
"""Quicker to look for than the pattern above, which also minds capitals."""

_SOMEONE = frozenset("he she him his her hers er ihn ihm il elle él ella".split())
_SOMETHING = frozenset("it they them their theirs its sie ihr ils elles ellos ellas".split())
_HE_SAID = re.compile(
    r"[,.!?][\"”’»]{1,2},? (?:(?:he|she|they) (?:said|says|added|adds|told|wrote|explained|continued|recalled)"
    r"|(?:said|added|told) (?:he|she|they)|(?:sagte?|erklärte|betonte|schrieb) (?:er|sie)"
    r"|(?:dijo|añadió|explicó|señaló|aseguró)[,.]|(?:a-t-(?:il|elle)|ont-ils|dit-(?:il|elle)|explique-t-(?:il|elle)))\b"
    r"|\b(?:said|says|told|wrote) in the (?:story|article|video|post|letter|report|interview|clip)\b"
)
"""`"…," she said`: who?"""

_POSSESSIVE = frozenset("his her its their ihr".split())
_DETERMINER = frozenset("the a an der die das ein eine el la los las un una le les une".split())
_UNFINISHED = ("?", "？", "؟", ":", "：", "…", "...", ",", ";")
_LISTED = re.compile(r"[–—•*·▪-]|\d{1,2}[.)]\s|[^.!?]{0,80}\s\|\s")
_GLUED = re.compile(r"[a-zß-ÿ]{3}(?:One|The|This|That|He|She|They|But|And|When|After|Two|Three|Our|We|Der|Die|Das) ")
"""A subhead that runs into its paragraph."""

_STOPPED = re.compile(r"[.!。！।۔؟]+[\"'”’»“)\]」』）]*$")
_PAIRS = (("(", ")"), ("[", "]"), ("（", "）"), ("“", "”"), ("«", "»"), ("「", "」"))
_MARKS = frozenset(mark for pair in _PAIRS for mark in pair)


def is_whole(text: str, length: int) -> bool:
    """A statement of a readable length with both ends of its marks; `length` is `Sentence.length`.

    What is all in quotation marks lacks its speaker; what begins with a bullet or a number is a piece of a list.
    """
    if not SHORTEST <= length <= LONGEST or text[:1].islower() or _LISTED.match(text) or _GLUED.search(text):
        return False
    if text.count("„") > sum(map(text.count, '“”"')):
        return False
    if text.rstrip("\"'”’»)」").endswith(_UNFINISHED) or text.count('"') % 2 or text.endswith(" ."):
        return False
    if (
        not _MARKS.isdisjoint(text)
        and any(text.count(opens) != text.count(closes) for opens, closes in _PAIRS)
        and "„" not in text
        and "»" not in text[:1]
    ):
        return False
    quoted = quoted_spans(text)
    return not quoted or quoted[0][0] > 0 or quoted[0][1] < len(text.rstrip(".!"))


def leans(text: str, language: str) -> bool:
    """Whether it only makes sense after the sentence before it."""
    if (prefixes := PREFIXES.get(language)) is not None:
        return text.lstrip(_OPENING_MARKS).startswith(prefixes) or (language == "th" and thai.POINTS_BACK in text[:40])
    match = _OPENING.match(text)
    first = _CONTRACTED.sub("", match[1].casefold()) if match else ""
    if first in LEANING.get(language, ALL) or leans_early(text) or _HE_SAID.search(text) is not None:
        return True
    early = {word.casefold() for word in _WORD.findall(text, 0, 80)[:EARLY_REACH]}
    if early & EARLY.get(language, frozenset()):
        return True
    if (phrase := PHRASES.get(language)) is not None:
        return phrase.search(text, 0, PHRASE_REACH) is not None
    return language not in LEANING and _ANCHOR.search(text) is None and text.lstrip(_OPENING_MARKS)[:1].isupper()


def is_personal(text: str, words: Iterable[str]) -> bool:
    """The writer speaks of himself: comment, not news. What is quoted does not count. `words` are those of `text`."""
    if _OF_ONESELF.isdisjoint(words):
        return False
    found = [each.start() for each in _PERSONAL.finditer(text)]
    if not found:
        return False
    quoted = quoted_spans(text)
    return any(not any(start <= at < end for start, end in quoted) for at in found)


def is_stopped(text: str) -> bool:
    return _STOPPED.search(text) is not None


def leans_early(text: str) -> bool:
    """A pronoun near the start, with nothing before it that it could stand for: "On the other days it ran".

    "The river left its bed" has its noun before it.
    """
    early = text.split(maxsplit=SOMEONE_REACH)[:SOMEONE_REACH]
    own = _POSSESSIVE if early and early[0].casefold() in _DETERMINER else frozenset()
    for place, word in enumerate(early):
        if place and word[:1].isupper():
            return False
        bare = word.casefold().strip(",;")
        if place and bare not in own and (bare in _SOMEONE or (place < SOMETHING_REACH and bare in _SOMETHING)):
            return True
    return False
