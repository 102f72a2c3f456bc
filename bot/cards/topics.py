"""What a topic asks for in plain words, why a story is for it, and where a query goes wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bot.cards.lines import line, pieced, span
from bot.cards.people import and_more
from bot.chat import Card, Kind, Paragraph, Span, Style, Tone
from bot.errors import QueryProblem
from bot.locale import later, said, say
from bot.locale.marks import quoted
from bot.text.plain import plain
from bot.topics import Field, Reason

PROBLEMS = {
    "empty": later("There is nothing to look for yet. Type a word, such as taiwan, or a phrase in quotation marks."),
    "too_long": later("That is too long: a topic may have 500 characters."),
    "too_many_terms": later("That asks for too much at once: a topic may have 50 words or phrases."),
    "too_deep": later("Too many brackets inside of brackets: I follow ten."),
    "open_quote": later("This quotation mark is never closed."),
    "open_bracket": later("This bracket is never closed."),
    "unopened_bracket": later("This bracket closes nothing."),
    "empty_brackets": later("There is nothing between these brackets."),
    "lonely_operator": later("“{given}” needs something on both sides of it (NOT and - only behind them)."),
    "lonely_minus": later("The minus must stand right before the word that stories should not say."),
    "missing_value": later("Nothing follows “{given}”."),
    "unknown_field": later("I do not know “{given}”. There are person: source: lang: title: place: and near:"),
    "field_in_field": later("“{given}” cannot stand inside of the brackets of another field."),
    "not_a_language": later("I do not know the language “{given}”. Use a code such as de, or its name."),
    "not_a_host": later("“{given}” is no site. Write its address, such as source:dw.com."),
    "near_needs_number": later("Say how many words may stand between, then the words in quotation marks."),
    "near_needs_words": later('near: needs at least two words in quotation marks, such as near:5 "climate talks".'),
    "near_too_far": later("At most 50 words may stand between."),
    "nothing_to_search": later("There is no letter or digit in “{given}”."),
    "wildcard": later("No stars are needed: I find the other forms of a word as well."),
    "link": later("That is a link. To hear of what a site publishes, name the site."),
    "only_negatives": later(
        "That only says what stories should not be, so nearly all would match. Add what to look for."
    ),
    "negative_choice": later("“OR -…” would match nearly every story. Put what you do not want outside of the OR."),
    "contradiction": later("That asks for the same thing to be there and not to be there, so no story can match."),
}
"""By `QueryProblem.problem`."""

WHERE = {
    Field.TITLE: later("in the title"),
    Field.STANDFIRST: later("under the headline"),
    Field.PLACE: later("in the dateline"),
    Field.BODY: later("in paragraph {number}"),
    Field.CAPTION: later("in a caption"),
}
REASONS_SHOWN = 3
CARET = "^"
_WINDOW = 60
"""Characters of a query that are shown around the place where it goes wrong."""


def problem_sentence(problem: QueryProblem) -> str:
    given = plain(problem.given)
    return said(PROBLEMS[problem.problem], given=given if len(given) <= 40 else given[:39] + "…")


def problem_card(problem: QueryProblem) -> Card:
    """The query with a caret under the place, what is wrong there, and what may be meant."""
    shown, caret = caret_lines(problem)
    body = [line(problem_sentence(problem))]
    if shown:
        body.append(Paragraph((Span(f"{shown}\n{caret}"),), Kind.CODE))
    if problem.suggestion:
        meant = pieced(say("Did you mean {suggestion}?"), suggestion=span(problem.suggestion, Style.CODE))
        body.append(Paragraph(meant))
    return Card(body=tuple(body), tone=Tone.PROBLEM)


def caret_lines(problem: QueryProblem) -> tuple[str, str]:
    """The query, or what is around the place in a long one, and a line of the same width with a caret under it."""
    before, after = plain(problem.text[: problem.at]), problem.text[problem.at :]
    gap = " " if before and problem.text[: problem.at].rstrip() != problem.text[: problem.at] else ""
    before = before + gap if len(before) <= _WINDOW else "…" + (before + gap)[-_WINDOW:]
    rest = plain(after)
    rest = rest if len(rest) <= _WINDOW else rest[:_WINDOW] + "…"
    return before + rest, "".join(map(_blank, before)) + CARET if before + rest else ""


def _blank(letter: str) -> str:
    """White space as wide as `letter` is on a typewriter; here and there a line's plain first spaces are dropped."""
    if unicodedata.combining(letter):
        return ""
    return "\u3000" if unicodedata.east_asian_width(letter) in "WF" else "\u00a0"


def why_line(reasons: Sequence[Reason]) -> Paragraph:
    """`matches person:"Wang Yi" in paragraph 1`: why a story is for a topic."""
    spans: list[Span] = []
    for reason in reasons[:REASONS_SHOWN]:
        spans += [Span(", " if spans else say("matches") + " "), *_reason(reason)]
    if (left := len(reasons) - REASONS_SHOWN) > 0:
        spans.append(Span(f" {and_more(left)}"))
    return Paragraph(tuple(spans))


def _reason(reason: Reason) -> list[Span]:
    spans = [span(reason.term, Style.CODE)]
    where = WHERE.get(reason.field)
    if where is None:
        return spans
    if plain(reason.printed).casefold() not in reason.term.casefold():
        spans.append(Span(f" ({quoted(plain(reason.printed))})"))
    return [*spans, Span(" " + said(where, number=reason.paragraph + 1))]
