"""The children of an element by name, and the first of several names that says something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lxml.etree import _Element

from bot.feeds.dates import instant
from bot.feeds.markup import inner
from bot.feeds.names import Names

Fields = dict[str, list[_Element]]


def fields_of(element: _Element, names: Names) -> Fields:
    fields: Fields = {}
    for child in element:
        name = names[str(child.tag)]
        if name in fields:
            fields[name].append(child)
        else:
            fields[name] = [child]
    return fields


def first(fields: Fields, wanted: Iterable[str]) -> str:
    """The text of the first of these fields that has any."""
    for name in wanted:
        for element in fields.get(name, ()):
            if (text := inner(element)) and not text.isspace():
                return text
    return ""


def first_date(fields: Fields, wanted: Iterable[str]) -> datetime | None:
    for name in wanted:
        for element in fields.get(name, ()):
            if (moment := instant(inner(element))) is not None:
                return moment
    return None
