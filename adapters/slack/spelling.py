"""Commands as Slack's people type them: what is not a command of its own there follows `/standfirst`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Card, Paragraph, Span, Tone

ROOT = "standfirst"
OWN = ("brief", "who", "topics", ROOT)
"""Slash commands in the manifest."""

OTHERS = ("settings", "help", "feeds")
_TYPED = re.compile(rf"(?<![\w/.])/({'|'.join(OTHERS)})\b")


def spelled(card: Card) -> Card:
    """The bot's own words only: an article's stay as they are."""
    if card.tone not in (Tone.NOTICE, Tone.PROBLEM):
        return card
    body = tuple(Paragraph(_spans(part.spans), part.kind) for part in card.body)
    return replace(card, body=body, footer=_spans(card.footer))


def _spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(replace(each, text=_TYPED.sub(rf"/{ROOT} \1", each.text)) for each in spans)
