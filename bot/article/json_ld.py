"""What a page says about itself in JSON-LD: found in any nesting, with any mistakes people make."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

ARTICLE_TYPES = re.compile(
    r"(?:news|opinion|analysis|report|review|background|reportage|blog|advertiser|tech|scholarly)*"
    r"(?:article|posting|newsarticle|blogposting|liveblogposting)$",
    re.IGNORECASE,
)
MOST_BYTES = 1_000_000
DEEPEST = 12
MOST_NODES = 2_000
COMMENTS = re.compile(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$")

TRAILING_COMMA = re.compile(r",(\s*[}\]])")

Node = dict[str, Any]


def article_node(scripts: list[str]) -> Node:
    """The outermost object that is an article, by its `@type`; empty where there is none.

    Outermost, because lists of other stories nest theirs deeper than the page's own.
    """
    found = [pair for script in scripts for pair in nodes(parsed(script))]
    articles = [pair for pair in found if any(ARTICLE_TYPES.match(kind) for kind in kinds(pair[1]))]
    if not articles:
        return {}
    node = min(articles, key=lambda pair: pair[0])[1]
    named = {each["@id"]: each for _, each in found if isinstance(each.get("@id"), str) and len(each) > 1}
    return {key: _referred(value, named) for key, value in node.items()}


def _referred(value: Any, named: dict[str, Node]) -> Any:
    """What `{"@id": …}` alone points at; any other value as it is."""
    if isinstance(value, list):
        return [_referred(each, named) if isinstance(each, dict) else each for each in value]
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def parsed(script: str) -> Any:
    """The script's value; None for what is not JSON even after the usual repairs."""
    if len(script) > MOST_BYTES:
        return None
    text = COMMENTS.sub("", script.strip())
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def nodes(value: Any) -> Iterator[tuple[int, Node]]:
    """(depth, object) for all objects, outermost first, without ever going too deep."""
    queue: list[tuple[Any, int]] = [(value, 0)]
    for seen, (current, depth) in enumerate(queue):
        if seen > MOST_NODES:
            return
        if isinstance(current, dict):
            yield depth, current
        inner = current.values() if isinstance(current, dict) else current if isinstance(current, list) else ()
        if depth < DEEPEST:
            queue += [(each, depth + 1) for each in inner if isinstance(each, dict | list)]


def kinds(node: Node) -> list[str]:
    kind = node.get("@type")
    return [str(each) for each in (kind if isinstance(kind, list) else [kind]) if each]


def text(value: Any, deepest: int = DEEPEST) -> str:
    """A string out of a string, an object with a name, or a list of either."""
    if deepest and isinstance(value, list):
        return next((found for each in value if (found := text(each, deepest - 1))), "")
    if deepest and isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("url") or "", deepest - 1)
    return value if isinstance(value, str) else ""


def names(value: Any) -> list[str]:
    """Every name in an author field: strings, objects, lists of both."""
    each = value if isinstance(value, list) else [value]
    found = [text(item.get("name")) if isinstance(item, dict) else text(item) for item in each if item]
    return [name for name in found if name]


def image(value: Any, deepest: int = DEEPEST) -> str:
    """An image's address, from a string, an ImageObject, or a list of either."""
    if deepest and isinstance(value, list):
        return next((found for each in value if (found := image(each, deepest - 1))), "")
    if deepest and isinstance(value, dict):
        return image(value.get("url") or value.get("contentUrl") or "", deepest - 1)
    return value if isinstance(value, str) else ""
