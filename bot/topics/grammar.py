"""The grammar of queries: pieces become a tree, in one pass, no deeper than allowed."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from bot.errors import QueryProblem
from bot.topics.fields import DEEPEST, FARTHEST, FIELDS, MOST_TERMS, OPERATORS
from bot.topics.leaves import OTHERS, SCOPES, Unreadable, near, phrase, word
from bot.topics.lexemes import Kind, Lexeme
from bot.topics.nodes import Leaf, Node, both, either, negated

Maker = Callable[[], Leaf]


class Grammar:
    """Goes through the pieces once, from left to right; `at` is the next one."""

    def __init__(self, text: str, pieces: list[Lexeme]) -> None:
        self.text, self.pieces = text, pieces
        self.at = self.depth = self.terms = 0
        self.minuses: dict[Node, Lexeme] = {}
        self.first_minus: Lexeme | None = None

    def problem(self, piece: Lexeme, problem: str, instead: str | None = None) -> QueryProblem:
        """`instead` replaces the piece in the suggestion; None: nothing can be suggested."""
        suggestion = "" if instead is None else f"{self.text[: piece.start]}{instead}{self.text[piece.end :]}"
        return QueryProblem(self.text, piece.start, piece.end, problem, " ".join(suggestion.split()))

    def next(self, ahead: int = 0) -> Lexeme | None:
        place = self.at + ahead
        return self.pieces[place] if place < len(self.pieces) else None

    def query(self) -> Node:
        root = self.choice("")
        if (left := self.next()) is not None:
            raise self.problem(left, "unopened_bracket", " ")
        return root

    def choice(self, field: str) -> Node:
        """`a b OR c`: what stands side by side belongs together first."""
        parts = [self.row(field)]
        while (piece := self.next()) is not None and self.operator() == "OR":
            self.at += 1
            self.operand_after(piece)
            parts.append(self.row(field))
        return either(parts)

    def row(self, field: str) -> Node:
        parts: list[Node] = []
        while (piece := self.next()) is not None and piece.kind is not Kind.CLOSE:
            sign = self.operator()
            if sign == "OR" and parts:
                break
            if sign in ("AND", "OR"):
                if not parts:
                    raise self.problem(piece, "lonely_operator", " ")
                self.at += 1
                self.operand_after(piece)
            parts.append(self.signed(field))
        if not parts:
            assert piece is not None
            raise self.problem(piece, "unopened_bracket", " ")
        return both(parts)

    def operand_after(self, piece: Lexeme) -> None:
        """Raises where nothing follows the operator or sign `piece` that it could be about."""
        following = self.next()
        if following is None or following.kind is Kind.CLOSE or self.operator() in ("AND", "OR"):
            raise self.problem(piece, "lonely_operator", " ")

    def operator(self) -> str:
        """What the next piece is: `OR`, `AND`, `NOT` or "". In small letters only between two things: French `or`
        is gold."""
        piece = self.pieces[self.at]
        if piece.kind is Kind.BAR:
            return "OR"
        meant = OPERATORS.get(piece.value.casefold(), "") if piece.kind is Kind.WORD else ""
        if not meant or piece.value == meant:
            return meant
        before = self.at > 0 and self.pieces[self.at - 1].kind not in (Kind.OPEN, Kind.BAR, Kind.MINUS, Kind.FIELD)
        following = self.next(1)
        after = following is not None and following.kind not in (Kind.CLOSE, Kind.BAR)
        return meant if after and (before or meant == "NOT") else ""

    def signed(self, field: str) -> Node:
        piece = self.next()
        assert piece is not None
        negative = piece.kind is Kind.MINUS or self.operator() == "NOT"
        if not negative:
            return self.atom(field)
        self.first_minus = self.first_minus or piece
        self.at += 1
        self.deeper(piece)
        self.operand_after(piece)
        part = self.signed(field)
        self.depth -= 1
        self.minuses.setdefault(part, piece)
        return negated(part)

    def deeper(self, piece: Lexeme) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.problem(piece, "too_deep")

    def atom(self, field: str) -> Node:
        piece = self.next()
        assert piece is not None
        self.at += 1
        if piece.kind is Kind.OPEN:
            return self.group(piece, field)
        if piece.kind is Kind.FIELD:
            return self.field(piece, field)
        return self.leaf(piece, field)

    def group(self, opening: Lexeme, field: str) -> Node:
        self.deeper(opening)
        following = self.next()
        if following is not None and following.kind is Kind.CLOSE:
            whole = Lexeme(Kind.OPEN, "", opening.start, following.end)
            raise self.problem(whole, "empty_brackets", " ")
        if following is None:
            raise self.problem(opening, "open_bracket", " ")
        inner = self.choice(field)
        if self.next() is None:
            raise QueryProblem(self.text, opening.start, opening.end, "open_bracket", f"{self.text.rstrip()})")
        self.at += 1
        self.depth -= 1
        return inner

    def field(self, piece: Lexeme, outer: str) -> Node:
        name = FIELDS.get(piece.value)
        if name is None:
            raise self.unknown(piece)
        if outer:
            raise self.problem(piece, "field_in_field")
        following = self.next()
        if following is None or following.kind not in (Kind.WORD, Kind.PHRASE, Kind.OPEN):
            raise self.problem(piece, "missing_value")
        if name == "near":
            return self.near(piece)
        return self.atom(name)

    def unknown(self, piece: Lexeme) -> QueryProblem:
        close = get_close_matches(piece.value, FIELDS, 1, 0.6)
        if close:
            return self.problem(piece, "unknown_field", f"{close[0]}:")
        return self.problem(piece, "unknown_field", f"{self.text[piece.start : piece.end - 1]} ")

    def near(self, piece: Lexeme) -> Node:
        """`near:5 "words that stand close"`."""
        number, words = self.next(), self.next(1)
        assert number is not None
        if number.kind is not Kind.WORD or not number.value.isdecimal():
            raise self.problem(piece, "near_needs_number", "near:5 ")
        if words is None or words.kind is not Kind.PHRASE:
            quoted = f'"{self.text[number.end :].strip()}"' if words is not None else ""
            raise QueryProblem(
                self.text, number.start, number.end, "near_needs_words", f"{self.text[: number.end]} {quoted}"
            )
        if len(number.value) > 3 or not 0 <= int(number.value) <= FARTHEST:
            raise self.problem(number, "near_too_far", str(FARTHEST))
        self.at += 2
        return self.counted(words, lambda: near(words.value, int(number.value)))

    def leaf(self, piece: Lexeme, field: str) -> Node:
        if field in SCOPES:
            make = word if piece.kind is Kind.WORD else phrase
            return self.counted(piece, lambda: make(piece.value, SCOPES[field]))
        return self.counted(piece, lambda: OTHERS[field](piece.value))

    def counted(self, piece: Lexeme, make: Maker) -> Leaf:
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise self.problem(piece, "too_many_terms")
        try:
            return make()
        except Unreadable as error:
            raise self.problem(piece, error.problem, error.instead or None) from error
