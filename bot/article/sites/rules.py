"""Site rules: which one an address has, and what it finds on the page.

The element that holds the story is found in the tree that is there; only that is handed to BeautifulSoup, whose
selectors (`:has`, `:only-child`, …) make short rules. On a whole page it would cost many times the parsing itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml.etree import _Element, tostring

from bot.model import Block, BlockKind
from bot.text.plain import plain

KINDS = {"p": BlockKind.PARAGRAPH, "li": BlockKind.ITEM, "blockquote": BlockKind.QUOTE} | dict.fromkeys(
    ("h2", "h3", "h4"), BlockKind.SUBHEAD
)
COMPOUND = re.compile(r"^([a-z][a-z0-9]*)(?:#([\w-]+))?((?:\.[\w-]+)*)$")
LARGEST = 2_000_000
"""Bytes of the element that holds the story; a larger one is left to the general rules."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors, as `rules.toml` explains them; empty ones are not looked for."""

    within: str
    body: str
    remove: str = ""
    standfirst: str = ""
    title: str = ""
    authors: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule found; empty strings and tuples mean: left to the general rules."""

    body: tuple[Block, ...]
    standfirst: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()


def _read(path: Path) -> dict[str, Rule]:
    return {host: Rule(**rule) for host, rule in tomllib.loads(path.read_text("utf-8")).items()}


RULES = _read(Path(__file__).with_name("rules.toml"))


def rule_for(url: str | None) -> Rule | None:
    """The rule of the host, or of a domain above it."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    parts = host.split(".")
    return next((rule for at in range(len(parts) - 1) if (rule := RULES.get(".".join(parts[at:])))), None)


def ruled(tree: _Element, rule: Rule) -> Ruled | None:
    """What `rule` finds in the page; None where the page is built in another way than the rule expects."""
    holder = next(_matching(tree, rule.within), None)
    if holder is None:
        return None
    source = tostring(holder, encoding="unicode", method="html", with_tail=False)
    if len(source) > LARGEST:
        return None
    try:
        return _selected(source, rule)
    except RecursionError:  # a page nested deeper than BeautifulSoup walks
        return None


def _selected(source: str, rule: Rule) -> Ruled | None:
    # Imported late: few pages have a rule.
    from bs4 import BeautifulSoup  # noqa: PLC0415

    soup = BeautifulSoup(source, "lxml")
    body = soup.select_one(rule.body)
    if body is None:
        return None
    texts = {name: [plain(tag.get_text()) for tag in soup.select(name)] for name in _heads(rule)}
    for tag in body.select(rule.remove) if rule.remove else ():
        tag.decompose()
    blocks = tuple(
        Block(text, KINDS[tag.name])
        for tag in body.find_all(list(KINDS))
        if tag.find_parent(list(KINDS)) is None and (text := plain(tag.get_text()))
    )
    if not blocks:
        return None
    first = {name: next(iter(found), "") for name, found in texts.items()}
    authors = tuple(dict.fromkeys(name for name in texts.get(rule.authors, ()) if name))
    return Ruled(blocks, first.get(rule.standfirst, ""), first.get(rule.title, ""), authors)


def _heads(rule: Rule) -> list[str]:
    return [selector for selector in (rule.standfirst, rule.title, rule.authors) if selector]


def _matching(tree: _Element, selector: str) -> Iterator[_Element]:
    """The elements of one tag with an id or classes: all that `within` may ask for."""
    match = COMPOUND.match(selector)
    if match is None:
        raise ValueError(f"within: {selector!r} is more than one tag with an id or classes")
    classes = set(filter(None, match[3].split(".")))
    for element in tree.iter(match[1]):
        if match[2] and element.get("id") != match[2]:
            continue
        if classes <= set((element.get("class") or "").split()):
            yield element
