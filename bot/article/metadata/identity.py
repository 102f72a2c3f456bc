"""Whose page it is, where it stands, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.article import json_ld
from bot.article.metadata import meta_names
from bot.article.metadata.page import Page, unescaped
from bot.article.metadata.record import Said
from bot.article.names import name_key

LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$")
LONGEST_NAME, LONGEST_KEYWORD, MOST_KEYWORDS = 100, 80, 30


def read_publisher(page: Page) -> Said:
    """The organisation behind the story."""
    story = page.ld.story
    return _named(
        Said(json_ld.text(story.get("publisher")), "json-ld publisher"),
        Said(json_ld.text(story.get("sourceOrganization")), "json-ld sourceOrganization"),
        *(page.first(name) for name in meta_names.PUBLISHER),
        page.first(*meta_names.SITE_NAME),
        Said(json_ld.text(page.ld.first("newsmediaorganization")), "json-ld NewsMediaOrganization"),
        Said(json_ld.text(page.ld.first("organization")), "json-ld Organization"),
        Said(json_ld.text(page.ld.first("website")), "json-ld WebSite"),
    )


def read_site_name(page: Page, publisher: Said) -> Said:
    """What the site calls itself in its header."""
    return _named(
        page.first(*meta_names.SITE_NAME),
        Said(json_ld.text(page.ld.story.get("isPartOf")), "json-ld isPartOf"),
        Said(json_ld.text(page.ld.first("website")), "json-ld WebSite"),
        publisher,
    )


def _named(*places: Said) -> Said:
    """The first that is a name: neither an address nor a number."""
    for said in places:
        name = unescaped(said.value)
        if name and len(name) <= LONGEST_NAME and "://" not in name and not name.isdigit():
            return Said(name, said.source)
    return Said()


def own_names(page: Page, *names: Said) -> frozenset[str]:
    """All that the site calls itself, as `name_key` gives it: what is cut from titles, and no author."""
    host = _host(page.url) or _host(page.canonical)
    spellings = {host, host.rsplit(".", 1)[0], *(said.value for said in names)}
    spellings |= {content for name in meta_names.SITE_NAME for content in page.meta.get(name, [])}
    handle = page.first("twitter:site").value
    keys = {name_key(each) for each in (*spellings, handle.lstrip("@")) if each}
    return frozenset(key for key in keys if len(key) > 1)


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def read_language(page: Page) -> Said:
    for said in (
        Said(page.language, "html lang"),
        Said(json_ld.text(page.ld.story.get("inLanguage")), "json-ld inLanguage"),
        page.first(*meta_names.LANGUAGE),
    ):
        if match := LANGUAGE.match(said.value[:20].strip().lower()):
            return Said(match[1], said.source)
    return Said()


def read_description(page: Page) -> Said:
    for said in (
        Said(json_ld.text(page.ld.story.get("description")), "json-ld description"),
        *(page.first(name) for name in meta_names.DESCRIPTION),
    ):
        if value := unescaped(said.value):
            return Said(value, said.source)
    return Said()


def read_section(page: Page) -> Said:
    for said in (
        Said(json_ld.text(page.ld.story.get("articleSection")), "json-ld articleSection"),
        *(page.first(name) for name in meta_names.SECTION),
        Said(_last_crumb(page), "json-ld BreadcrumbList"),
        page.item("articleSection") if not page.ld.story else Said(),
    ):
        value = unescaped(said.value)
        if value and len(value) <= LONGEST_NAME and "://" not in value:
            return Said(value, said.source)
    return Said()


def _last_crumb(page: Page) -> str:
    """The crumb before the story's own: the section it stands in. The first is the front page."""
    crumbs = page.ld.first("breadcrumblist").get("itemListElement")
    if not isinstance(crumbs, list) or not 2 < len(crumbs) < json_ld.DEEPEST:
        return ""
    crumb = crumbs[-2]
    return json_ld.text(crumb) or json_ld.text(crumb.get("item")) if isinstance(crumb, dict) else ""


def read_keywords(page: Page) -> tuple[tuple[str, ...], str]:
    """(the words, where they are said)."""
    places: list[tuple[str, Iterable[str]]] = [
        ("json-ld keywords", json_ld.words_of(page.ld.story.get("keywords"))),
        *((f"meta {name}", contents) for name, contents in page.every(*meta_names.KEYWORDS)),
    ]
    for source, texts in places:
        words = (unescaped(word) for text in texts for word in re.split(r"[,;、，]", text))
        found = tuple(dict.fromkeys(word for word in words if 1 < len(word) <= LONGEST_KEYWORD))
        if found:
            return found[:MOST_KEYWORDS], source
    return (), ""


def read_image(page: Page) -> Said:
    """The picture that the page shows for itself."""
    for said in (
        Said(json_ld.image(page.ld.story.get("image")), "json-ld image"),
        *(page.first(name) for name in meta_names.IMAGE),
        Said(json_ld.image(page.ld.story.get("thumbnailUrl")), "json-ld thumbnailUrl"),
    ):
        if address := page.absolute(said.value):
            return Said(address, said.source)
    return Said()


def read_canonical(page: Page) -> Said:
    story = page.ld.story
    for said in (
        Said(page.canonical, "link canonical"),
        page.first(*meta_names.ADDRESS),
        Said(json_ld.image(story.get("mainEntityOfPage")), "json-ld mainEntityOfPage"),
        Said(json_ld.image(story.get("url")), "json-ld url"),
    ):
        address = page.absolute(said.value)
        if address and not (_is_front(address) and page.url and not _is_front(page.url)):
            return Said(address, said.source)
    return Said()


def _is_front(address: str) -> bool:
    """A story whose address is the site's front page was given the wrong one."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def read_paywalled(page: Page) -> tuple[bool | None, str]:
    """(whether it says that only subscribers may read it, where)."""
    story = page.ld.story
    parts = story.get("hasPart")
    nodes = [story, *(part for part in (parts if isinstance(parts, list) else [parts])[:5] if isinstance(part, dict))]
    said = [str(node["isAccessibleForFree"]).strip().lower() for node in nodes if "isAccessibleForFree" in node]
    said = [each.rsplit("/", 1)[-1] for each in said]
    if "false" in said:
        return True, "json-ld isAccessibleForFree"
    if "true" in said:
        return False, "json-ld isAccessibleForFree"
    claim = page.first(*meta_names.PAYWALL)
    tier = claim.value.lower()
    if tier in meta_names.WALLED or tier in meta_names.OPEN:
        return tier in meta_names.WALLED, claim.source
    return None, ""
