"""What a page says about its story: JSON-LD first, then OpenGraph and meta tags, then the visible page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.article import json_ld
from bot.article.agencies import split_authors
from bot.article.dates import find_date, iso
from bot.article.furniture import PERSON, byline_names
from bot.text.plain import plain

AUTHOR_PREFIX = re.compile(r"^(?:by|von|por|par|di|door|af|av|text|foto)[\s:]+", re.IGNORECASE)
AUTHOR_SPLIT = re.compile(r"\s*[,;|]\s*|\s+(?:and|und|y|et|e|&)\s+")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
DOMAIN = re.compile(r"\w\.(?:com|org|net|de|at|ch|fr|es|it|be|nl|[a-z]{2})\b", re.IGNORECASE)
TITLE_SPLIT = re.compile(r"\s+[|–—·»-]\s+")
LONGEST_TITLE = 500
PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "article.published",
    "last-published",
    "cxenseparse:recs:publishtime",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "article.updated",
)
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "cxenseparse:author")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty strings and None mean: not said. Dates are ISO 8601."""

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str = ""
    language: str = ""
    image_url: str | None = None
    canonical_url: str | None = None
    kind: str = ""
    types: tuple[str, ...] = ()
    free: bool | None = None


class Said:
    """The page's own statements, looked up once."""

    def __init__(self, tree: HtmlElement, url: str | None) -> None:
        self.tree, self.url = tree, url
        self.meta: dict[str, list[str]] = {}
        for tag in tree.iter("meta"):
            name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
            content = tag.get("content")
            if name and content and content.strip():
                self.meta.setdefault(name, []).append(content.strip())
        scripts = [tag.text or "" for tag in tree.iter("script") if "ld+json" in (tag.get("type") or "").lower()]
        self.ld = json_ld.article_node(scripts)

    def first(self, *names: str) -> str:
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    def absolute(self, address: str) -> str | None:
        """`address` as an http(s) URL; None where there is none or it cannot be one."""
        if not address.strip():
            return None
        try:
            whole = urljoin(self.url or "", address.strip())
            return whole if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname else None
        except ValueError:
            return None


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    said = Said(tree, url)
    authors, agencies = split_authors(_authors(said))
    return Metadata(
        title=_title(said),
        description=_unescaped(json_ld.text(said.ld.get("description")) or said.first("og:description", "description")),
        authors=authors,
        agencies=agencies,
        published=_published(said),
        modified=iso(json_ld.text(said.ld.get("dateModified"))) or find_date(said.first(*MODIFIED)),
        publisher=_unescaped(said.first("og:site_name", "application-name") or json_ld.text(said.ld.get("publisher"))),
        language=_language(said),
        image_url=said.absolute(json_ld.image(said.ld.get("image")) or said.first("og:image", "twitter:image")),
        canonical_url=_canonical(said),
        kind=said.first("og:type").lower() or next(iter(json_ld.kinds(said.ld)), ""),
        types=tuple(json_ld.kinds(said.ld)),
        free=_free(said),
    )


def _title(said: Said) -> str:
    heading = [plain(tag.text_content())[:LONGEST_TITLE] for tag in said.tree.iter("h1")]
    claimed = json_ld.text(said.ld.get("headline")) or said.first("og:title", "twitter:title")
    claimed = _unescaped(claimed)[:LONGEST_TITLE]
    document = _unescaped(next((tag.text_content() for tag in said.tree.iter("title")), ""))[:LONGEST_TITLE]
    if claimed in heading:
        return claimed
    site = _unescaped(said.first("og:site_name"))
    bare = _without_site(claimed or document, site, heading)
    if len(heading) == 1 and heading[0] and (not bare or heading[0].casefold() in bare.casefold()):
        return heading[0]
    return bare or (heading[0] if heading else "")


def _without_site(title: str, site: str, headings: list[str]) -> str:
    """A title without the name of the site that many pages hang on it."""
    parts = TITLE_SPLIT.split(title)
    if len(parts) < 2:
        return title
    whole = title
    for cut in range(len(parts) - 1, 0, -1):
        tail = parts[cut]
        named = site and (tail.casefold() == site.casefold() or tail.casefold() in site.casefold())
        start = whole.rfind(tail)
        head = TITLE_SPLIT.split(whole[:start])
        shorter = whole[:start].rstrip(" |–—·»-")
        if named or shorter in headings:
            return _without_site(shorter, site, headings)
        if not head:
            break
    return whole


def _authors(said: Said) -> list[str]:
    raw = json_ld.names(said.ld.get("author")) or [name for key in AUTHORS for name in said.meta.get(key, [])]
    names = [part for name in raw for part in _names(_unescaped(name))]
    return list(dict.fromkeys(names)) or _visible_authors(said)


def _names(text: str) -> list[str]:
    if "://" in text or len(text) > 200:
        return []
    text = AUTHOR_PREFIX.sub("", text)
    parts = (part.strip() for part in AUTHOR_SPLIT.split(text) if part)
    return [part for part in parts if len(part) > 1 and not DOMAIN.search(part)]


def _visible_authors(said: Said) -> list[str]:
    found: list[str] = []
    for tag in said.tree.iter("a", "span", "p", "div", "address"):
        marks = f"{tag.get('rel', '')} {tag.get('itemprop', '')} {tag.get('class', '')}".lower()
        if ("author" not in marks and "byline" not in marks) or len(tag) > 6:
            continue
        text = plain(tag.text_content())
        if not 3 < len(text) < 80:
            continue
        names = byline_names(text) or ([text] if PERSON.match(text) and text.istitle() else [])
        found += [name for name in names if name not in found]
        if found:
            break
    return found


def _published(said: Said) -> str | None:
    claimed = iso(json_ld.text(said.ld.get("datePublished"))) or find_date(said.first(*PUBLISHED))
    if claimed:
        return claimed
    for tag in said.tree.iter("time"):
        if found := iso(tag.get("datetime")) or find_date(plain(tag.text_content())):
            return found
    return _visible_date(said.tree)


def _visible_date(tree: HtmlElement) -> str | None:
    for tag in tree.iter("span", "p", "div", "li"):
        marks = f"{tag.get('class', '')} {tag.get('id', '')}".lower()
        if ("date" in marks or "time" in marks or "publi" in marks) and len(tag) <= 4:
            text = plain(tag.text_content())
            if len(text) < 80 and (found := find_date(text)):
                return found
    return None


def _language(said: Said) -> str:
    for tag in (said.tree, *said.tree.iter("html")):
        code = (tag.get("lang") or tag.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().lower()
        if code:
            return re.split(r"[-_]", code)[0][:3]
    return re.split(r"[-_]", said.first("og:locale", "content-language").lower())[0][:3]


def _canonical(said: Said) -> str | None:
    for tag in said.tree.iter("link"):
        if "canonical" in (tag.get("rel") or "").lower().split() and tag.get("href"):
            return said.absolute(tag.get("href") or "")
    return said.absolute(said.first("og:url"))


def _free(said: Said) -> bool | None:
    value = said.ld.get("isAccessibleForFree")
    text = str(value).strip().lower() if value is not None else ""
    return {"true": True, "false": False}.get(text)


def _unescaped(text: str) -> str:
    """Plain text; many pages escape twice, and some put tags into their descriptions."""
    return plain(TAG.sub(" ", html.unescape(html.unescape(text))))
