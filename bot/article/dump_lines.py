"""What each line of a plain-text dump is: prose, heading, caption, date, byline, link, or noise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.article import furniture
from bot.article.agencies import sign_off
from bot.article.dates import is_date_line
from bot.text.plain import plain
from bot.text.words import count_words, words

PREFIX = re.compile(r"^date\s+(?P<date>\d{4}-\d{2}-\d{2})\s*(?:\d+\.)?\s*", re.IGNORECASE)
"""How a crawl marks a page: its date, its number."""

CLOSED = re.compile(r"[.!?…。！？।؟۔][\"”’»')\]]*$")
FINITE = frozenset(
    """
    is are was were be been has have had will would said says did does do could can may might must should told
    ist sind war waren wird werden wurde wurden hat haben hatte hatten sagte kann könnte soll sollte muss es son
    era eran fue fueron ha han había dijo está están será puede podría debe est sont était étaient sera a ont
    avait avaient dit peut pourrait doit été
    """.split()
)
"""Auxiliaries and verbs of saying: headings mostly do without, sentences do not."""

HEADING_WORDS = 16
TRAILER_WORDS = 40
NARROW, WIDE, RAGGED = 50, 100, 24
"""Widths, in characters, of lines that were wrapped by hand, and by how much they differ."""

MARK = re.compile(r"(?P<hash>#{1,6})\s+|[-*•‣◦]\s+|(?P<quote>>\s*)|(?P<around>[*_]{1,2})(?=\S.*[*_]$)")


class Role(Enum):
    PROSE = auto()
    ITEM = auto()
    QUOTE = auto()
    HEADING = auto()
    CAPTION = auto()
    DATE = auto()
    BYLINE = auto()
    LINK = auto()
    SIGN_OFF = auto()
    NOISE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """`joined`: no blank line stands before it."""

    text: str
    role: Role
    joined: bool = False


def classify(text: str) -> tuple[list[Line], str | None]:
    """The lines of a dump with what each is, and the date that a crawl put in front."""
    lines: list[Line] = []
    crawled: str | None = None
    for group in groups(text):
        for at, raw in enumerate(group):
            line = raw
            if not lines and (match := PREFIX.match(line)):
                crawled, line = match["date"], line[match.end() :]
            if line:
                lines.append(marked(line, joined=at > 0))
    return with_alt_texts(with_labels(lines)), crawled


def groups(text: str) -> Iterator[list[str]]:
    """Runs of lines with no blank line between; lines that were wrapped by hand are put together again."""
    run: list[str] = []
    for raw in (*text.splitlines(), ""):
        line = plain(raw)
        if line:
            run.append(line)
        elif run:
            yield [" ".join(run)] if is_wrapped(run) else run
            run = []


def is_wrapped(run: Sequence[str]) -> bool:
    """One paragraph cut into lines of one width: sentences run on over their ends."""
    widest = max(map(len, run))
    if len(run) < 2 or not NARROW <= widest <= WIDE or any(len(line) < widest - RAGGED for line in run[:-1]):
        return False
    inner = sum(CLOSED.search(line) is None for line in run[:-1])
    return inner > (len(run) - 1) / 2 and any(line[0].islower() for line in run[1:])


def marked(line: str, *, joined: bool) -> Line:
    """The line without the marks of Markdown and of lists; they say what it is."""
    match = MARK.match(line)
    if match is None:
        return Line(line, role_of(line), joined)
    text = line[match.end() :].strip(" *_") if match["around"] else line[match.end() :]
    role = role_of(text)
    if role in (Role.PROSE, Role.HEADING) and not match["around"]:
        role = Role.HEADING if match["hash"] else Role.QUOTE if match["quote"] else Role.ITEM
    return Line(text, role, joined)


def role_of(line: str) -> Role:
    if furniture.LINK.match(line):
        return Role.LINK
    if furniture.AGO.match(line) or is_date_line(line):
        return Role.DATE
    if furniture.byline_names(line):
        return Role.BYLINE
    if furniture.split_credit(line):
        return Role.CAPTION
    if furniture.asks_for_click(line) or (count_words(line) <= TRAILER_WORDS and furniture.is_trailer(line)):
        return Role.NOISE
    if sign_off(line) is not None:
        return Role.SIGN_OFF
    return Role.HEADING if looks_like_heading(line) else Role.PROSE


def with_labels(lines: Sequence[Line]) -> list[Line]:
    """Lines that another one names: `Image caption,` before a caption, the office below a byline."""
    out: list[Line] = []
    labelled = False
    for line in lines:
        text = furniture.CAPTION_LABEL.sub("", line.text)
        if labelled or text != line.text:
            labelled = not text
            if text:
                out.append(Line(text, Role.CAPTION, joined=True))
        elif line.role is Role.HEADING and line.joined and out and out[-1].role is Role.BYLINE:
            continue
        else:
            out.append(line)
    return out


def looks_like_heading(line: str) -> bool:
    """Short, without a full stop at the end, and without the verbs that make a sentence."""
    if CLOSED.search(line) or count_words(line) > HEADING_WORDS:
        return False
    return not is_sentence(line)


def is_sentence(line: str) -> bool:
    """A line that lost its full stop is still one if it has a finite verb of the common kind and some length."""
    found = words(line)
    return len(found) >= 8 and not FINITE.isdisjoint(found)


def with_alt_texts(lines: Sequence[Line]) -> list[Line]:
    """A line right above a caption, with no blank between, describes the same picture."""
    out = list(lines)
    for at in range(len(out) - 1, 0, -1):
        below, above = out[at], out[at - 1]
        described = below.role is Role.CAPTION and below.joined and above.role in (Role.PROSE, Role.HEADING)
        if described and (not above.joined or out[at - 2].role is not Role.PROSE):
            out[at - 1] = Line(above.text, Role.CAPTION, above.joined)
    return out
