"""Text becomes an XML tree: nothing in it is expanded, nothing is asked for, and what feeds get wrong is mended."""

from __future__ import annotations

import html.entities
import re
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from bot.errors import NotAFeed

PROLOG = 20_000
FIVE = frozenset({"amp", "lt", "gt", "quot", "apos"})
BARE = re.compile(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,31});")
INVALID = {code: None for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in (0x09, 0x0A, 0x0D)}
OPEN, CLOSE = "<![CDATA[", "]]>"


@dataclass(frozen=True, slots=True)
class Tree:
    """`cut`: the text ended before its root was closed."""

    root: _Element
    cut: bool = False


def tree_of(text: str, url: str | None) -> Tree:
    """Raises `NotAFeed` for entity declarations, and for what is no XML at all."""
    bare = without_prolog(text)
    try:
        return Tree(_parsed(bare, url, recover=False))
    except etree.XMLSyntaxError as error:
        if "unknown error" in str(error):  # libxml2 ran out of memory: the reader process tells that apart
            raise
    root = _parsed(mended(bare), url, recover=True)
    return Tree(root, cut=f"</{_written(root)}" not in bare[-400:])


def without_prolog(text: str) -> str:
    """From the root element on. Raises `NotAFeed` where entities are declared: that is how a small feed grows large."""
    start = text.find("<")
    if start < 0:
        raise NotAFeed("not_xml")
    text = text[start:]
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :] if "?>" in text[:PROLOG] else text
    at = text.find("<!DOCTYPE", 0, PROLOG)
    if at < 0:
        at = text.find("<!doctype", 0, PROLOG)
    if at < 0:
        return text
    end, subset = text.find(">", at), text.find("[", at)
    if 0 <= subset < end:
        end = text.find("]", subset)
        if "<!ENTITY" in text[subset : end if end >= 0 else None]:
            raise NotAFeed("entities")
        end = text.find(">", end) if end >= 0 else -1
    return text[:at] + text[end + 1 :] if end >= 0 else text


def mended(text: str) -> str:
    """Bare ampersands escaped, HTML's named characters put in, control characters left out; CDATA stays as it is."""
    parts, at = [], 0
    while (start := text.find(OPEN, at)) >= 0 and (end := text.find(CLOSE, start)) >= 0:
        parts += [_escaped(text[at:start]), text[start : end + len(CLOSE)]]
        at = end + len(CLOSE)
    parts.append(_escaped(text[at:]))
    return "".join(parts).translate(INVALID)


def _escaped(text: str) -> str:
    return NAMED.sub(_character, BARE.sub("&amp;", text)) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name in FIVE:
        return found[0]
    known = html.entities.html5.get(f"{name};")
    return f"&amp;{name};" if known is None else "".join(f"&#{ord(character)};" for character in known)


def _parsed(text: str, url: str | None, *, recover: bool) -> _Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: _Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser, base_url=url or "")
    except etree.XMLSyntaxError as error:
        if not recover or "unknown error" in str(error):
            raise
        raise NotAFeed("not_xml") from error
    if root is None:
        raise NotAFeed("not_xml")
    return root


def _written(root: _Element) -> str:
    """The root's name as its document writes it."""
    local = etree.QName(root).localname
    return f"{root.prefix}:{local}" if root.prefix else local


def inner(element: _Element) -> str:
    """All text in an element, in order."""
    if not len(element):
        return element.text or ""
    return "".join(str(part) for part in element.itertext())
