"""JSON Feed 1.0 and 1.1. Whatever is not of the kind that it should be counts as not said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.errors import NotAFeed
from bot.feeds.dates import instant
from bot.feeds.links import absolute, bases
from bot.feeds.nouns import Entry, Feed
from bot.feeds.texts import summary_line, title_line

Item = Mapping[str, Any]


def read_json(text: str, url: str | None) -> Feed:
    """Raises `NotAFeed` for JSON that is something else."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAFeed("not_xml") from error
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        raise NotAFeed("no_feed")
    if "jsonfeed.org/version" not in _text(told, "version"):
        raise NotAFeed("no_feed")
    home = absolute(_text(told, "home_page_url"), url)
    authors = _authors(told)
    return Feed(
        format="json",
        title=title_line(_text(told, "title")),
        home=home,
        language=_text(told, "language")[:20],
        entries=tuple(_entry(item, authors, bases(url, home)) for item in told["items"] if isinstance(item, dict)),
    )


def _entry(item: Item, authors: tuple[str, ...], seen_from: tuple[str | None, ...]) -> Entry:
    return Entry(
        id=_text(item, "id"),
        url=absolute(_text(item, "url"), *seen_from) or absolute(_text(item, "external_url"), *seen_from),
        title=title_line(_text(item, "title")),
        summary=summary_line(_text(item, "summary") or _text(item, "content_text") or _text(item, "content_html")),
        published=instant(_text(item, "date_published")),
        updated=instant(_text(item, "date_modified")),
        authors=_authors(item) or authors,
    )


def _authors(told: Item) -> tuple[str, ...]:
    """Version 1.1 has a list, 1.0 a single one."""
    listed = told.get("authors")
    people = listed if isinstance(listed, list) else [told.get("author")]
    names = [title_line(_text(one, "name")) for one in people[:50] if isinstance(one, dict)]
    return tuple(dict.fromkeys(filter(None, names)))


def _text(told: Item, name: str) -> str:
    """Numbers are taken for ids: some feeds have them so."""
    value = told.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**30 else ""
    return value.strip() if isinstance(value, str) else ""
