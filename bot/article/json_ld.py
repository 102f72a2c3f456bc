"""What a page says about itself in JSON-LD: found in any nesting, with any mistakes people make."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from itertools import islice
from typing import Any

import msgspec

MOST_BYTES = 1_000_000
DEEPEST = 12
MOST_NODES = 2_000
MOST_NAMES = 60
STORY_ENDINGS = ("article", "posting")
STORY_TYPES = frozenset({"report", "opinionpiece", "review", "liveblog"})
PAGE_TYPES = frozenset({"webpage", "itempage", "aboutpage", "videoobject", "recipe", "podcastepisode", "creativework"})
"""Types that say as much of a page as an article does, where there is none."""

OPENERS = ("<!--", "/*<![CDATA[*/", "//<![CDATA[", "<![CDATA[", "/* <![CDATA[ */")
CLOSERS = ("-->", "/*]]>*/", "//]]>", "]]>", "/* ]]> */", ";")
TRAILING_COMMA = re.compile(r",(\s*[}\]])")

Node = dict[str, Any]


class Graph:
    """All objects of a page's scripts, and which of them is its story."""

    def __init__(self, scripts: Sequence[str]) -> None:
        self.values = [value for script in scripts for value in values(script)]
        self.all = [pair for value in self.values for pair in nodes(value)]
        self._typed: dict[str, list[tuple[int, Node]]] = {}
        for pair in self.all:
            for kind in kinds(pair[1]):
                self._typed.setdefault(kind.lower(), []).append(pair)
        self.named = {each["@id"]: each for _, each in self.all if isinstance(each.get("@id"), str) and len(each) > 1}
        self.story = self._best(lambda kind: kind.endswith(STORY_ENDINGS) or kind in STORY_TYPES)
        self.page = self._best(lambda kind: kind in PAGE_TYPES)

    def first(self, *types: str) -> Node:
        """The outermost object of one of `types` (in small letters); empty where there is none."""
        return self._best(lambda kind: kind in types)

    def _best(self, fits: Callable[[str], bool]) -> Node:
        """The outermost object that fits, filled up by others that have its headline or its address.

        Outermost, because lists of other stories nest theirs deeper than the page's own.
        """
        found = [pair for kind, pairs in self._typed.items() if fits(kind) for pair in pairs]
        if not found:
            return {}
        depth, best = min(found, key=lambda pair: (pair[0], not pair[1].get("headline")))
        merged = dict(best)
        for other_depth, other in found:
            if other is not best and other_depth <= depth + 1 and _same_story(best, other):
                merged = {**{key: value for key, value in other.items() if value}, **_filled(merged)}
        return {key: self.referred(value) for key, value in merged.items()}

    def referred(self, value: Any) -> Any:
        """What `{"@id": …}` alone points at; any other value as it is."""
        if isinstance(value, list):
            return [self.referred(each) if isinstance(each, dict) else each for each in value[:MOST_NODES]]
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.named.get(value["@id"], value)
        return value


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}


def _same_story(one: Node, other: Node) -> bool:
    return any(text(one.get(key)) and text(one.get(key)) == text(other.get(key)) for key in ("headline", "url", "@id"))


def values(script: str) -> list[Any]:
    """The script's values: mostly one, several where objects just follow each other, none for what is no JSON."""
    if len(script) > MOST_BYTES:
        return []
    try:
        return [msgspec.json.decode(script.encode("utf-8", "replace"))]
    except (msgspec.DecodeError, RecursionError):
        return _repaired(script)


def parsed(script: str) -> Any:
    """The script's first value; None for what is not JSON even after the usual repairs."""
    return next(iter(values(script)), None)


def _repaired(script: str) -> list[Any]:
    bare = _without_wrapping(script.strip())
    if "{" not in bare:
        return []
    comma = TRAILING_COMMA.sub(r"\1", bare)
    attempts = [bare, comma, unescape(comma) if "&quot;" in comma else ""]
    for attempt in dict.fromkeys(attempts):
        if found := _in_a_row(attempt):
            return found
    return []


def _in_a_row(attempt: str) -> list[Any]:
    """The values that stand one after another in `attempt`; none unless the first is whole."""
    decoder, at = json.JSONDecoder(strict=False), 0
    found: list[Any] = []
    while at < len(attempt) and len(found) < DEEPEST:
        try:
            value, at = decoder.raw_decode(attempt, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
        while at < len(attempt) and (attempt[at].isspace() or attempt[at] in ",;"):
            at += 1
    return found


def _without_wrapping(script: str) -> str:
    for opener in OPENERS:
        script = script.removeprefix(opener).lstrip()
    for _ in range(2):
        for closer in CLOSERS:
            script = script.removesuffix(closer).rstrip()
    return script


def nodes(value: Any) -> Iterator[tuple[int, Node]]:
    """(depth, object) for all objects, outermost first, without ever going too deep."""
    queue: list[tuple[Any, int]] = [(value, 0)] if isinstance(value, (dict, list)) else []
    for current, depth in queue:
        if isinstance(current, dict):
            yield depth, current
        inner = current.values() if isinstance(current, dict) else current
        if depth < DEEPEST and (room := MOST_NODES - len(queue)) > 0:
            queue += [(each, depth + 1) for each in islice(inner, room) if isinstance(each, (dict, list))]


def kinds(node: Node) -> list[str]:
    """The object's types, without the vocabulary's address."""
    kind = node.get("@type")
    found = (str(each) for each in (kind[:DEEPEST] if isinstance(kind, list) else [kind]) if each)
    return [each.rsplit("/", 1)[-1][:60] for each in found]


def text(value: Any, deepest: int = DEEPEST) -> str:
    """A string out of a string, an object with a name, or a list of either."""
    if deepest and isinstance(value, list):
        return next((found for each in value[:MOST_NAMES] if (found := text(each, deepest - 1))), "")
    if deepest and isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("url") or "", deepest - 1)
    return value if isinstance(value, str) else ""


def names(value: Any, *, organisations: bool | None = None) -> list[str]:
    """The names in an author field, of strings, objects and lists of both: all, or (not) those of organisations."""
    each = value[:MOST_NAMES] if isinstance(value, list) else [value]
    wanted = [item for item in each if item and organisations in (None, _is_organisation(item))]
    found = [_name(item) if isinstance(item, dict) else text(item) for item in wanted]
    return [name for name in found if name]


def _is_organisation(item: Any) -> bool:
    return isinstance(item, dict) and any("organization" in kind.lower() for kind in kinds(item))


def _name(person: Node) -> str:
    if name := text(person.get("name")):
        return name
    return " ".join(part for part in (text(person.get("givenName")), text(person.get("familyName"))) if part)


def words_of(value: Any) -> list[str]:
    """Every string of a field that lists words: strings, terms with a name, lists of both."""
    each = value[:MOST_NAMES] if isinstance(value, list) else [value]
    return [found for item in each if (found := text(item))]


def image(value: Any, deepest: int = DEEPEST) -> str:
    """An image's address, from a string, an ImageObject, or a list of either."""
    if deepest and isinstance(value, list):
        return next((found for each in value[:MOST_NAMES] if (found := image(each, deepest - 1))), "")
    if deepest and isinstance(value, dict):
        return image(value.get("url") or value.get("contentUrl") or value.get("@id") or "", deepest - 1)
    return value if isinstance(value, str) else ""
