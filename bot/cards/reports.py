"""What the bot tells of itself to who manages it: a feed that fails, that it is gone, and that it is well again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.lines import line
from bot.chat import Card, Tone
from bot.locale import say

FEED_FAILS, FEED_IS_WELL, FEED_IS_GONE = "feed_fails", "feed_is_well", "feed_is_gone"


def report_card(kind: str, facts: Sequence[str]) -> Card:
    """`facts` are the feed's name and, where it fails, why."""
    name, why = [*facts, "", ""][:2]
    if kind == FEED_IS_WELL:
        return Card(body=(line(say("The feed {name} works again.", name=name)),), tone=Tone.NOTICE)
    if kind == FEED_IS_GONE:
        gone = say("The feed {name} is gone for good, as its site says. I look at it no longer.", name=name)
        return Card(body=(line(gone),), tone=Tone.PROBLEM)
    told = say(
        "The feed {name} cannot be read: {why} I go on trying, and say so when it works again.", name=name, why=why
    )
    return Card(body=(line(told),), tone=Tone.PROBLEM)
