"""All of the metadata, in one go over the page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from lxml import etree

from bot.article.claims import claims
from bot.article.json_ld import kinds
from bot.article.metadata import identity
from bot.article.metadata.byline import read_authors
from bot.article.metadata.headline import read_title
from bot.article.metadata.instants import read_modified, read_published
from bot.article.metadata.page import Page
from bot.article.metadata.record import Metadata, Said
from bot.article.names import name_key

AHEAD = timedelta(hours=14)
"""Of UTC: where the day begins first."""


def read_metadata(tree: etree._Element, url: str | None, now: datetime | None = None) -> Metadata:
    """What the parsed page says of itself. `now`, where it is known: dates after it are not believed."""
    page = Page(tree, url)
    publisher = identity.read_publisher(page)
    site_name = identity.read_site_name(page, publisher)
    own = identity.own_names(page, publisher, site_name)
    section = identity.read_section(page)
    title = read_title(page, own, frozenset({name_key(section.value)}))
    credits, credited_in = read_authors(page, title.value, own)
    published = read_published(page, title.value, _last_day(now) if now else "")
    keywords, keywords_in = identity.read_keywords(page)
    paywalled, paywalled_in = identity.read_paywalled(page)
    og_type = page.first("og:type")
    types = tuple(dict.fromkeys(kinds(page.ld.story or page.ld.page)))
    found = {
        "title": title,
        "description": identity.read_description(page),
        "published": published,
        "modified": read_modified(page, title.value, published.value),
        "publisher": publisher,
        "site_name": site_name,
        "language": identity.read_language(page),
        "section": section,
        "image_url": identity.read_image(page),
        "canonical_url": identity.read_canonical(page),
        "kind": Said(og_type.value.lower(), og_type.source) or Said(next(iter(types), ""), "json-ld @type"),
    }
    sources = {name: said.source for name, said in found.items() if said}
    sources |= {"authors": credited_in, "keywords": keywords_in, "paywalled": paywalled_in}
    return Metadata(
        title=title.value,
        description=found["description"].value,
        authors=credits.people,
        agencies=(*credits.agencies, *credits.desks),
        credited=credits.order,
        published=published.value or None,
        modified=found["modified"].value or None,
        publisher=publisher.value,
        site_name=site_name.value,
        language=found["language"].value,
        section=section.value,
        keywords=keywords,
        image_url=found["image_url"].value or None,
        canonical_url=found["canonical_url"].value or None,
        kind=found["kind"].value,
        types=types,
        paywalled=paywalled,
        claims=claims(page.ld.values),
        found_in=tuple((name, source) for name, source in sources.items() if source),
    )


def _last_day(now: datetime) -> str:
    """The latest day (ISO) that it is anywhere."""
    return (now.astimezone(UTC) + AHEAD).date().isoformat()
