"""The other stories a page points at, inside its own or right after it, with their addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

from bot.article.lengths import length
from bot.article.note_words import RELATED_LABELS
from bot.article.survey import Role, Survey, outermost, text_of
from bot.model import RelatedLink

MOST_LINKS, MOST_BOXES, LINKS_IN_BOX = 20, 12, 12
LEAST_WORDS, MOST_WORDS = 4, 40
LONGEST, LONGEST_LABEL = 300, 40
MENUS = frozenset(("nav", "footer", "header"))

Absolute = Callable[[str], str | None]


def absolute(page: str | None, href: str) -> str | None:
    """`href` on the page at `page` as an http(s) address; None where it cannot be one."""
    try:
        whole = urljoin(page or "", href.strip())
        parts = urlsplit(whole)
        return whole if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def related_links(
    seen: Survey, address: Absolute, known: Sequence[str] = (), own: str | None = None
) -> tuple[RelatedLink, ...]:
    """At most 20, each headline once, in the order of the page.

    `address` makes an http(s) address of an `href`, or None. `known`: headlines found in the story's own lines;
    their addresses are looked up among the links. `own`: the story's address, which is not another one.
    """
    found: dict[str, str | None] = dict.fromkeys(known[:MOST_LINKS])
    links = (link for link in _links(seen) if not any(above.tag in MENUS for above in link.iterancestors()))
    for link in links:
        _add(found, link, address)
        if len(found) >= MOST_LINKS:
            break
    if None in found.values():
        _look_up(found, seen, address)
    return tuple(RelatedLink(text, url) for text, url in found.items() if url is None or url != own)


def _links(seen: Survey) -> Iterator[_Element]:
    for line, opening in seen.lines:
        if _is_label(opening):
            yield from islice(line.iter("a"), LINKS_IN_BOX)
    for box in islice(outermost(seen.having(Role.RELATED)), MOST_BOXES):
        yield from [box] if box.tag == "a" else islice(box.iter("a"), LINKS_IN_BOX)
    for heading in seen.of("h2", "h3", "h4"):
        text = heading.text
        if _is_label(text if text and not text.isspace() else text_of(heading, LONGEST_LABEL)):
            after = heading.getnext()
            if after is not None:
                yield from islice(after.iter("a"), LINKS_IN_BOX)


def _is_label(text: str) -> bool:
    return 2 < len(text) <= LONGEST_LABEL and text.strip(" :：|>»→-–—\n\t\r\xa0").lower() in RELATED_LABELS


def _add(found: dict[str, str | None], link: _Element, address: Absolute) -> None:
    text, url = _headline(link), address(link.get("href") or "")
    if url is None or found.get(text) or (link.get("href") or "").startswith("#"):
        return
    if LEAST_WORDS <= length(text) <= MOST_WORDS and (text in found or url not in found.values()):
        found[text] = url


def _headline(link: _Element) -> str:
    """The heading in a link that is a whole card; else its words."""
    heading = next(link.iter("h2", "h3", "h4", "h5"), None) if len(link) else None
    return text_of(link if heading is None else heading, LONGEST, " ")


def _look_up(found: dict[str, str | None], seen: Survey, address: Absolute) -> None:
    for link in seen.of("a"):
        text = text_of(link, LONGEST)
        if text in found and found[text] is None:
            found[text] = address(link.get("href") or "")
