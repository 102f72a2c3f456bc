"""What a page's JSON-LD claims about the size and the kind of its story, and what it holds of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.article.lengths import length

Node = Mapping[str, Any]

ARTICLE = re.compile(r"article$|posting$|^report|reportage|review$", re.IGNORECASE)
LISTS = frozenset(("CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage", "ContactPage", "FAQPage"))
SAMPLE = 100_000
MOST_NODES = 400
MOST_STORIES = 5
"""A page that lists more of them side by side is a page of headlines."""

TRUE = frozenset(("true", "yes", "1", "http://schema.org/true", "https://schema.org/true"))
FALSE = frozenset(("false", "no", "0", "http://schema.org/false", "https://schema.org/false"))


@dataclass(frozen=True, slots=True)
class Claims:
    """`kinds`: schema.org types of the page itself, outermost first, without those of stories it lists.

    `words`: how many the story has, from `wordCount`; `body`: `articleBody`, both of the story's own node.
    `free`: None where nothing is said. `story`, `video`: the nodes of the story and of the film that the page is
    about, empty where it claims none.
    """

    kinds: tuple[str, ...] = ()
    words: int = 0
    body: str = ""
    free: bool | None = None
    story: Node = field(default_factory=dict)
    video: Node = field(default_factory=dict)

    @property
    def is_article(self) -> bool:
        return bool(self.story)

    @property
    def is_list(self) -> bool:
        return not self.story and any(kind in LISTS for kind in self.kinds)

    @property
    def whole_words(self) -> int:
        """How long the whole story is said to be, in words; 0 where it is not said."""
        return max(self.words, length(self.body[:SAMPLE]) if self.body else 0)


def claims(values: Iterable[Any]) -> Claims:
    """`values`: the parsed JSON-LD scripts of the page, in order."""
    own = list(_own(values))
    kinds = tuple(dict.fromkeys(kind for node in own for kind in types(node)))
    video = next((node for node in own if "VideoObject" in types(node)), {})
    stories = [node for node in own if any(ARTICLE.search(kind) for kind in types(node))]
    if not stories or len(stories) > MOST_STORIES:
        return Claims(kinds, video=video)
    story = stories[0]
    body = story.get("articleBody")
    return Claims(
        kinds, _number(story.get("wordCount")), body if isinstance(body, str) else "", _free(story), story, video
    )


def types(node: Node) -> list[str]:
    kind = node.get("@type")
    named = kind if isinstance(kind, list) else [kind]
    return [each.rsplit("/", 1)[-1] for each in named if isinstance(each, str) and each]


def _own(values: Iterable[Any]) -> Iterator[Node]:
    """The nodes that speak of the page itself: its scripts' own, those of a graph, and what a page is about."""
    queue: list[Any] = list(values)[:MOST_NODES]
    for value in queue:
        if len(queue) > MOST_NODES:
            return
        if isinstance(value, list):
            queue += value[:MOST_NODES]
        elif isinstance(value, dict):
            yield value
            queue += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _number(value: Any) -> int:
    digits = str(value)[:9] if isinstance(value, int | float | str) and not isinstance(value, bool) else ""
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _free(story: Node) -> bool | None:
    """The story's own word, or its parts': one part that is paid for makes the story so."""
    parts = story.get("hasPart")
    each: Sequence[Any] = parts if isinstance(parts, list) else [parts]
    said = [story.get("isAccessibleForFree"), *(part.get("isAccessibleForFree") for part in each if _is_node(part))]
    words = {str(value).strip().lower() for value in said if value is not None}
    if words & FALSE:
        return False
    return True if words & TRUE else None


def _is_node(value: Any) -> bool:
    return isinstance(value, dict)
