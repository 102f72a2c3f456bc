"""Atom 1.0 and 0.3."""

from __future__ import annotations

from lxml.etree import _Element

from bot.feeds.authors import person
from bot.feeds.fields import Fields, fields_of, first, first_date
from bot.feeds.links import absolute, base_of
from bot.feeds.markup import inner
from bot.feeds.names import Names
from bot.feeds.nouns import Entry, Feed
from bot.feeds.rss import rhythm
from bot.feeds.texts import summary_line, title_line

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_atom(root: _Element, url: str | None, names: Names) -> Feed:
    fields = _plain(fields_of(root, names))
    home = _alternate(fields, url)
    authors = _authors(fields, names)
    return Feed(
        format="atom",
        title=title_line(first(fields, ("title",))),
        home=home,
        language=(root.get(LANGUAGE) or "")[:20],
        entries=tuple(_entry(el, url, authors, names) for el in fields.get("entry", ())),
        rhythm=rhythm(fields),
    )


def _entry(element: _Element, url: str | None, authors: tuple[str, ...], names: Names) -> Entry:
    fields = _plain(fields_of(element, names))
    own = _authors(fields, names)
    if not own and "source" in fields:
        own = _authors(_plain(fields_of(fields["source"][0], names)), names)
    return Entry(
        id=first(fields, ("id",)).strip(),
        url=_alternate(fields, url),
        title=title_line(first(fields, ("title",))),
        summary=summary_line(first(fields, ("summary", "content"))),
        published=first_date(fields, ("published", "issued", "created", "dc:date")),
        updated=first_date(fields, ("updated", "modified")),
        authors=own or authors,
    )


def _plain(fields: Fields) -> Fields:
    """Atom's own elements without their prefix; some feeds forget the namespace altogether."""
    return {name.removeprefix("atom:"): elements for name, elements in fields.items()}


def _alternate(fields: Fields, url: str | None) -> str:
    """The page, not its comments or files; of several, the one in HTML."""
    burner = [(inner(el).strip(), el) for el in fields.get("feedburner:origlink", ())]
    links = [el for el in fields.get("link", ()) if (el.get("rel") or "alternate").lower() == "alternate"]
    links.sort(
        key=lambda el: not (el.get("type") or "text/html").lower().startswith(("text/html", "application/xhtml"))
    )
    for text, element in [*burner, *(((el.get("href") or "").strip(), el) for el in links)]:
        if link := absolute(text, base_of(element, text, url), url):
            return link
    return ""


def _authors(fields: Fields, names: Names) -> tuple[str, ...]:
    found = []
    for element in fields.get("author", ()):
        inside = _plain(fields_of(element, names))
        found.append(person(first(inside, ("name",)) or ("" if len(element) else inner(element))))
    return tuple(dict.fromkeys(filter(None, found)))
