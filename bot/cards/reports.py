"""What the bot says of itself to who manages it, once: a feed that fails, and that it is well again."""

from __future__ import annotations

from bot.cards.lines import line
from bot.chat import Card, Tone
from bot.locale import say


def feed_fails_card(name: str, why: str) -> Card:
    """`why` is a sentence."""
    told = say("The feed {name} cannot be read.", name=name)
    more = say("I go on trying, and say so when it works again.")
    return Card(body=(line(told, " ", why, " ", more),), tone=Tone.PROBLEM)


def feed_is_well_card(name: str) -> Card:
    return Card(body=(line(say("The feed {name} works again.", name=name)),), tone=Tone.NOTICE)
