"""RSS 0.9 to 2.0 and RSS 1.0 in RDF: one reading for all of them, since feeds mix them freely."""

from __future__ import annotations

from lxml.etree import _Element

from bot.feeds.authors import person
from bot.feeds.fields import Fields, fields_of, first, first_date
from bot.feeds.links import absolute, base_of, bases
from bot.feeds.markup import inner
from bot.feeds.names import DAYS, PERIODS, Names
from bot.feeds.nouns import Entry, Feed, Rhythm
from bot.feeds.texts import summary_line, title_line

PUBLISHED = ("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "?:pubdate")
UPDATED = ("dcterms:modified", "atom:updated", "lastbuilddate")
AUTHORS = ("dc:creator", "author", "itunes:author", "atom:author")
SUMMARIES = ("description", "content:encoded", "atom:summary", "itunes:summary")
ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def read_rss(root: _Element, url: str | None, names: Names) -> Feed:
    """`root` is `rss`, `rdf:RDF` or a bare `channel`. In RDF the items stand beside the channel."""
    channel = next((el for el in root.iter() if names[str(el.tag)] == "channel"), root)
    fields = fields_of(channel, names)
    home = next((link for el in fields.get("link", ()) if (link := absolute(inner(el).strip(), url))), "")
    items = [el for el in root.iter() if names[str(el.tag)] == "item"]
    return Feed(
        format="rdf" if names[str(root.tag)] == "rdf:rdf" else "rss",
        title=title_line(first(fields, ("title",))),
        home=home,
        language=first(fields, ("language", "dc:language")).strip()[:20],
        entries=tuple(_entry(item, url, home, names) for item in items),
        rhythm=rhythm(fields),
        moved_to=absolute(first(fields, ("itunes:new-feed-url",)).strip(), url),
    )


def _entry(item: _Element, url: str | None, home: str, names: Names) -> Entry:
    fields = fields_of(item, names)
    guid = next(iter(fields.get("guid", ())), None)
    own = inner(guid).strip() if guid is not None else ""
    return Entry(
        id=own or (item.get(ABOUT) or "").strip(),
        url=_link(fields, guid, item.get(ABOUT) or "", url, home),
        title=title_line(first(fields, ("title", "dc:title"))),
        summary=summary_line(first(fields, SUMMARIES)),
        published=first_date(fields, PUBLISHED),
        updated=first_date(fields, UPDATED),
        authors=_authors(fields, names),
    )


def _link(fields: Fields, guid: _Element | None, about: str, url: str | None, home: str) -> str:
    """Where the story itself is: before it went through FeedBurner; else its link; else a guid that is an address."""
    seen_from = bases(url, home)
    candidates = [*fields.get("feedburner:origlink", ()), *fields.get("link", ())]
    for element in candidates:
        text = inner(element).strip() or (element.get("href") or "").strip()
        if link := absolute(text, base_of(element, text, url), *seen_from):
            return link
    for element in fields.get("atom:link", ()):
        if (element.get("rel") or "alternate") == "alternate" and (
            link := absolute(element.get("href") or "", *seen_from)
        ):
            return link
    text = inner(guid).strip() if guid is not None and (guid.get("isPermaLink") or "").lower() != "false" else ""
    if text.lower().startswith(("http://", "https://")):
        return absolute(text)
    return absolute(about.strip()) if about.lower().startswith(("http://", "https://")) else ""


def _authors(fields: Fields, names: Names) -> tuple[str, ...]:
    found: list[str] = []
    for name in AUTHORS:
        for element in fields.get(name, ()):
            parts = fields_of(element, names).get("atom:name", [element]) if name == "atom:author" else [element]
            found += [person(inner(part)) for part in parts]
        if any(found):
            break
    return tuple(dict.fromkeys(filter(None, found)))


def rhythm(fields: Fields) -> Rhythm:
    """What the channel says of when to come back."""
    ttl = _number(first(fields, ("ttl",)))
    period = PERIODS.get(first(fields, ("sy:updateperiod",)).strip().lower(), 0)
    frequency = max(_number(first(fields, ("sy:updatefrequency",))), 1)
    hours = {_number(text) % 24 for text in _listed(fields, "skiphours") if text.isdigit()}
    days = {DAYS[text.lower()] for text in _listed(fields, "skipdays") if text.lower() in DAYS}
    return Rhythm(ttl or period // frequency, tuple(sorted(hours)), tuple(sorted(days)))


def _listed(fields: Fields, name: str) -> list[str]:
    return [inner(child).strip() for element in fields.get(name, ())[:1] for child in list(element)[:24]]


def _number(text: str) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 0
