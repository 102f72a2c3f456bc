"""Who wrote the story: the page's author fields first, then its visible byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from bot.article import json_ld
from bot.article.metadata.meta_names import AUTHORS
from bot.article.metadata.page import Page, unescaped
from bot.article.metadata.surroundings import LONGEST_LINE, Surroundings, short_line, text_of
from bot.article.names import Credits, credits_in
from bot.article.roles import LEADS, NO_NAMES

AUTHOR_MARK = re.compile(
    r"author|byline|creator|autor|auteur|writer|reporter|journalist|redakteur|contributor", re.IGNORECASE
)
LABEL = re.compile(
    r"(?:(?:article |story |text )?(?:by|von|par|por)|(?:written|reported|verfasst|geschrieben|escrito|écrit|scritto) "
    r"(?:by|von|por|par|da)|author|authors|autor|autora|auteur|autore|автор|작성자|作者|著者)\s*:?$"
)
RELATED = etree.XPath("//a[@rel='author']")
EDITED = etree.XPath(
    "//text()[contains(., '责编') or contains(., '責編') or contains(., '责任编辑')]", smart_strings=False
)
SIGNED = re.compile(r"[（(]\s*(?P<names>(?:责编|責編|责任编辑|責任編輯)\s*[:：][^（()）]{1,40})[)）]")
MOST_RELATED, MOST_ITEMS = 30, 10


def read_authors(page: Page, title: str, own_names: frozenset[str]) -> tuple[Credits, str]:
    """(whom the page credits, where). A place that names people or an agency comes before one that names a desk."""
    best, best_source = Credits(), ""
    for source, fields, organisations in _places(page, title):
        found = credits_in(fields, own_names, organisations)
        if found.people or found.agencies:
            return found, source
        if found.order and not best.order:
            best, best_source = found, source
    return best, best_source


def _places(page: Page, title: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Where a page may name its authors, the most trustworthy first; the visible page is looked at only at need."""
    story = page.ld.story
    for field in ("author", "creator"):
        yield f"json-ld {field}", *_linked(story.get(field))
    for name, contents in page.every(*AUTHORS):
        yield f"meta {name}", [unescaped(content) for content in contents], []
    yield "meta twitter:data", _labelled(page), []
    yield "microdata author", _items(page, page.around(title)), []
    yield "page byline", list(_marked(page.around(title))), []
    yield "page byline", _led(page.around(title)), []
    yield "page rel=author", _related(page, page.around(title)), []
    yield "page editors", _edited(page), []
    yield "json-ld page author", *_linked(page.ld.page.get("author"))


def _linked(value: object) -> tuple[list[str], list[str]]:
    """(names of people, names of organisations) in a JSON-LD field."""
    people, organisations = (json_ld.names(value, organisations=kind) for kind in (False, True))
    return [unescaped(name) for name in people], [unescaped(name) for name in organisations]


def _labelled(page: Page) -> list[str]:
    """What a pair of tags says: `twitter:label1` that it is the author, `twitter:data1` who."""
    for number in ("1", "2"):
        if LABEL.match(page.first(f"twitter:label{number}").value.strip().lower()):
            return [unescaped(page.first(f"twitter:data{number}").value)]
    return []


def _items(page: Page, around: Surroundings) -> list[str]:
    """The authors in the microdata of one thing: lists of other stories are marked in the same way."""
    found: list[str] = []
    authors = [each for each in page.items.get("author", [])[:MOST_ITEMS] if not around.is_of_others(each)]
    for element in authors:
        if _thing(element) is _thing(authors[0]):
            inner = next((each for each in element.iter() if each.get("itemprop") == "name"), element)
            found.append(inner.get("content") or text_of(inner, LONGEST_LINE))
    return found


def _thing(element: etree._Element) -> etree._Element | None:
    """What a microdata property speaks of: the nearest element around it that is an item."""
    return next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)


def _marked(around: Surroundings) -> Iterator[str]:
    """The first line whose element is marked as a byline and that reads like one; its neighbours of the same mark."""
    mark: str | None = None
    for near in around.near:
        fits = AUTHOR_MARK.search(near.marks) if mark is None else near.marks == mark
        if fits and len(near.line) > 3 and _reads_like_names(near.line) and not around.is_of_others(near.element):
            mark = near.marks
            yield near.line


def _reads_like_names(line: str) -> bool:
    """On the visible page a name has two words at least, and none of those that stand around names."""
    found = credits_in([line], frozenset())
    words = {word.strip(".:").casefold() for name in found.people for word in name.split()}
    whole = all(" " in name or not name.isascii() for name in found.people)
    return bool(found.people or found.desks) and whole and words.isdisjoint(NO_NAMES)


def _led(around: Surroundings) -> list[str]:
    """The first short line that begins as bylines do: `By …`, `Von …`."""
    for at, near in enumerate(around.near):
        if not LEADS.match(near.line[:40] + " "):
            continue
        # `By` may stand in an element of its own, the name in the one after it.
        alone = around.near[at + 1 : at + 3] if LABEL.match(near.line.lower()) else []
        for each in (near, *alone):
            if not each.line.endswith(".") and _reads_like_names(each.line) and not around.is_of_others(each.element):
                return [each.line]
    return []


def _related(page: Page, around: Surroundings) -> list[str]:
    """The first link that the page marks as its author's, wherever it stands."""
    found = RELATED(page.tree)
    for element in found[:MOST_RELATED] if isinstance(found, list) else []:
        if isinstance(element, etree._Element) and not around.is_of_others(element):
            line = short_line(element)
            if line and _reads_like_names(line):
                return [line]
    return []


def _edited(page: Page) -> list[str]:
    """Whom a Chinese page names as responsible at the end of its story."""
    found = EDITED(page.tree) if page.language[:2].lower() in ("zh", "") else []
    for piece in found[:MOST_RELATED] if isinstance(found, list) else []:
        if match := SIGNED.search(str(piece)[-200:]):
            return [match["names"]]
    return []
