"""A query's text as its smallest pieces: words, phrases, brackets, signs and the names of fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from bot.errors import QueryProblem
from bot.topics.fields import BARS, CLOSING, CLOSING_QUOTES, COLONS, MINUSES, OPENING, OPENING_QUOTES


class Kind(Enum):
    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    MINUS = auto()
    BAR = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """`text[start:end]` of the query. `value` is what it holds: without quotation marks, without the colon."""

    kind: Kind
    value: str
    start: int
    end: int


_SIGNS = {
    **dict.fromkeys(BARS, Kind.BAR),
    **dict.fromkeys(OPENING, Kind.OPEN),
    **dict.fromkeys(CLOSING, Kind.CLOSE),
}
_LINKS = ("http", "https")


def lexemes(text: str) -> list[Lexeme]:
    """The pieces of `text` in order, in one pass. Raises `QueryProblem`."""
    found: list[Lexeme] = []
    at = 0
    while at < len(text):
        letter = text[at]
        if letter.isspace() or (letter == "+" and _begins(text, at)):
            at += 1
            continue
        if letter in _SIGNS:
            piece = Lexeme(_SIGNS[letter], letter, at, at + 1)
        elif letter in MINUSES and _begins(text, at):
            piece = _minus(text, at)
        elif letter in OPENING_QUOTES:
            piece = _phrase(text, at)
        else:
            piece = _word(text, at, value=bool(found) and found[-1].kind is Kind.FIELD)
        found.append(piece)
        at = piece.end
    return found


def _begins(text: str, at: int) -> bool:
    """Whether a new piece begins at `at`: a hyphen inside of a word is none."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in _SIGNS


def _minus(text: str, at: int) -> Lexeme:
    if at + 1 == len(text) or text[at + 1].isspace():
        rest = text[at + 1 :].lstrip()
        raise QueryProblem(text, at, at + 1, "lonely_minus", f"{text[:at]}-{rest}" if rest else text[:at].rstrip())
    return Lexeme(Kind.MINUS, "-", at, at + 1)


def _phrase(text: str, at: int) -> Lexeme:
    closing = CLOSING_QUOTES[text[at]]
    end = next((place for place in range(at + 1, len(text)) if text[place] in closing), None)
    if end is None:
        raise QueryProblem(text, at, at + 1, "open_quote", f'{text.rstrip()}"' if text[at + 1 :].strip() else "")
    return Lexeme(Kind.PHRASE, text[at + 1 : end].strip(), at, end + 1)


def _word(text: str, at: int, *, value: bool) -> Lexeme:
    """Up to the next space or sign; a field's name if a colon follows. What a field asks for is taken whole."""
    end = at
    while end < len(text) and not (text[end].isspace() or text[end] in _SIGNS or text[end] in OPENING_QUOTES):
        if text[end] in COLONS and not value and end > at and not text[at:end].isdigit():
            name = text[at:end].casefold()
            return _link(text, at) if name in _LINKS else Lexeme(Kind.FIELD, name, at, end + 1)
        end += 1
    word = text[at:end]
    if "*" in word:
        raise QueryProblem(text, at + word.index("*"), end, "wildcard", text[:at] + word.replace("*", "") + text[end:])
    return Lexeme(Kind.WORD, word, at, end)


def _link(text: str, at: int) -> Lexeme:
    words = text[at:].split(maxsplit=1)
    link, rest = words[0], words[1:]
    host = link.partition("//")[2].partition("/")[0]
    suggestion = " ".join((text[:at].rstrip(), f"source:{host}", *rest)).strip() if host else ""
    raise QueryProblem(text, at, at + len(link), "link", suggestion)
