"""What the options of `/topics` say: the query, and how to tell."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from bot.alerts.quiet import quiet
from bot.alerts.rhythm import rhythm
from bot.alerts.topic import Delivery, Topic
from bot.errors import NoSuchTopic, NotANumber, QueryProblem
from bot.topics import parse

MOST_PER_HOUR = 100
MOST_NEAR = 3
LIKENESS = 0.6


def canonical(query: str) -> str:
    """The query as it is best typed. Raises `QueryProblem`."""
    return str(parse(query))


def delivery(options: Mapping[str, str], before: Delivery) -> Delivery:
    """`before` with what the options say. Raises `NotARhythm`, `NotATime`, `NotAZone`, `NotANumber`."""
    after = before
    if when := options.get("when"):
        chosen, zone = rhythm(when)
        after = replace(after, rhythm=chosen, zone=zone or after.zone)
    if "quiet" in options:
        after = replace(after, hours=quiet(options["quiet"]))
    if most := options.get("most"):
        after = replace(after, most=number(most, MOST_PER_HOUR))
    if updates := options.get("updates"):
        after = replace(after, updates=updates.strip().casefold() not in {"no", "off", "false", "0"})
    return after


def number(text: str, most: int) -> int:
    """Raises `NotANumber`."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 4 and int(typed) <= most):
        raise NotANumber(text, most)
    return int(typed)


def named(typed: str, here: Sequence[Topic]) -> Topic:
    """The topic that a person means: by its query, however spelt, or its number in the list. Raises `NoSuchTopic`."""
    wanted = typed.strip()
    if wanted.isascii() and wanted.lstrip("#").isdigit() and 0 < (place := int(wanted.lstrip("#")[:6])) <= len(here):
        return here[place - 1]
    spellings = {wanted.casefold()}
    with suppress(QueryProblem):  # a name may be an old query that reads otherwise today
        spellings.add(canonical(wanted).casefold())
    for topic in here:
        if topic.query.casefold() in spellings:
            return topic
    near = difflib.get_close_matches(wanted, [topic.query for topic in here], MOST_NEAR, LIKENESS)
    raise NoSuchTopic(typed, tuple(near))
