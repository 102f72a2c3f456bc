"""A text to take along, as Slack shows it in a message: set as it is, for copying.

Handing over a file would need a right of its own, and could not be for one person's eyes.
"""

from __future__ import annotations

from typing import Any

from adapters.slack.mrkdwn import escaped
from bot.chat import TextFile

Json = dict[str, Any]
FENCE = "```"
PIECE = 2_900
MOST = 3
"""Pieces of a text in one message; Slack refuses much more than that."""


def file_blocks(file: TextFile) -> list[Json]:
    """As many whole lines as there is room for, under the file's name; that it was cut is said."""
    pieces, rest = pieces_of(escaped(file.text.replace(FENCE, "'''")))
    shown = [_preformatted(piece) for piece in pieces]
    name = file.name + (" …" if rest else "")
    return [{"type": "context", "elements": [{"type": "plain_text", "text": name, "emoji": False}]}, *shown]


def pieces_of(text: str) -> tuple[list[str], bool]:
    """The text's lines in pieces that a block takes, and whether some are left over."""
    pieces = [""]
    for line in text.splitlines(keepends=True):
        if len(pieces[-1]) + len(line) > PIECE:
            if len(pieces) == MOST or len(line) > PIECE:
                return [piece for piece in pieces if piece], True
            pieces.append("")
        pieces[-1] += line
    return [piece for piece in pieces if piece], False


def _preformatted(text: str) -> Json:
    inside = text.rstrip("\n")
    return {"type": "section", "text": {"type": "mrkdwn", "text": f"{FENCE}{inside}{FENCE}", "verbatim": True}}
