"""The page's own statements, each looked up once: what all of the metadata is read from."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from bot.article.json_ld import Graph
from bot.article.metadata.record import Said
from bot.article.metadata.surroundings import Surroundings, around_headline, text_of
from bot.text.plain import plain

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
LONGEST = 4_000
MOST_SCRIPTS, MOST_SCRIPT = 60, 2_000_000
MOST_METAS, MOST_HEADINGS, MOST_TIMES, MOST_ITEMS = 600, 40, 60, 200
TAGS = ("meta", "script", "h1", "time", "link", "title", "html")


class Page:
    """Everything is cut to a length and a number that real pages keep far below."""

    def __init__(self, tree: etree._Element, url: str | None) -> None:
        self.tree, self.url = tree, url
        self.meta: dict[str, list[str]] = {}
        self.headings: list[etree._Element] = []
        self.times: list[etree._Element] = []
        self.canonical = self.document_title = self.language = ""
        scripts: list[str] = []
        self._seen = 0
        for element in tree.iter(*TAGS):
            match element.tag:
                case "meta":
                    self._add_meta(element)
                case "script" if "ld+json" in (element.get("type") or "").lower():
                    if len(scripts) < MOST_SCRIPTS and sum(map(len, scripts)) < MOST_SCRIPT:
                        scripts.append(element.text or "")
                case "h1" if len(self.headings) < MOST_HEADINGS:
                    self.headings.append(element)
                case "time" if len(self.times) < MOST_TIMES:
                    self.times.append(element)
                case "link" if not self.canonical and "canonical" in (element.get("rel") or "").lower().split():
                    self.canonical = (element.get("href") or "").strip()[:LONGEST]
                case "title" if not self.document_title and _is_the_pages(element):
                    self.document_title = text_of(element)
                case "html":
                    self.language = self.language or (element.get("lang") or element.get("xml:lang") or "")
        self.ld = Graph(scripts)
        self._items: dict[str, list[etree._Element]] | None = None
        self._around: Surroundings | None = None

    def _add_meta(self, tag: etree._Element) -> None:
        self._seen += 1
        content = tag.get("content")
        if not content or self._seen > MOST_METAS:
            return
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        if name and (content := content[:LONGEST].strip()):
            self.meta.setdefault(name[:80].strip().lower(), []).append(content)

    def first(self, *names: str) -> Said:
        """The first `<meta>` that says one of `names`, the earlier name before the later."""
        return next((Said(self.meta[name][0], f"meta {name}") for name in names if name in self.meta), Said())

    def every(self, *names: str) -> Iterator[tuple[str, list[str]]]:
        """(name, what it says) for each of `names` that the page has."""
        return ((name, self.meta[name]) for name in names if name in self.meta)

    @property
    def items(self) -> dict[str, list[etree._Element]]:
        """Microdata: property, in small letters -> its elements."""
        if self._items is None:
            self._items = {}
            found = (element for element in self.tree.iter("*") if element.get("itemprop"))
            for element in islice(found, MOST_ITEMS):
                for name in (element.get("itemprop") or "")[:200].lower().split():
                    self._items.setdefault(name, []).append(element)
        return self._items

    def around(self, title: str) -> Surroundings:
        """The elements around the headline; the first `title` asked with is the one looked for."""
        if self._around is None:
            self._around = around_headline(self.tree, self.headings, title)
        return self._around

    def item(self, name: str) -> Said:
        """The first value of a microdata property."""
        for element in self.items.get(name.lower(), []):
            value = element.get("content") or element.get("datetime") or text_of(element)
            if value.strip():
                return Said(value[:LONGEST].strip(), f"microdata {name}")
        return Said()

    def absolute(self, address: str) -> str | None:
        """`address` as an http(s) URL; None where there is none or it cannot be one."""
        address = address.strip()
        if not address or len(address) > LONGEST:
            return None
        try:
            whole = address if address.startswith(("https://", "http://")) else urljoin(self.url or "", address)
            parts = urlsplit(whole)
            return whole if parts.scheme in ("http", "https") and parts.hostname else None
        except ValueError:
            return None


def _is_the_pages(title: etree._Element) -> bool:
    """Drawings have titles as well."""
    parent = title.getparent()
    return parent is None or parent.tag in ("head", "html", "body")


def unescaped(text: str) -> str:
    """Plain text; many pages escape twice, and some put tags into their descriptions."""
    text = text[:LONGEST]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    return plain(TAG.sub(" ", text) if "<" in text else text)
