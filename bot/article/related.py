"""The other stories a page points at, inside its own or right after it, with their addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

from bot.article.furniture import asks_for_click, is_trailer
from bot.article.lengths import length
from bot.article.note_words import RELATED_LABELS
from bot.article.survey import Role, Survey, outermost, text_of
from bot.model import RelatedLink

MOST_LINKS, MOST_BOXES, LINKS_IN_BOX, LINKS_IN_LINE = 20, 12, 12, 60
LEAST_WORDS, MOST_WORDS = 4, 40
LONGEST, LONGEST_LABEL = 300, 40
MENUS = frozenset(("nav", "footer", "header"))

NONE: Mapping[str, _Element] = {}
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
    seen: Survey, address: Absolute, known: Mapping[str, _Element] = NONE, own: str | None = None
) -> tuple[RelatedLink, ...]:
    """At most 20, each headline and each address once, in the order of the page.

    `address` makes an http(s) address of an `href`, or None. `known`: headlines found in the story's own lines, each
    with the element whose links are looked at; what is no one link's text is a row of labels. `own`: the story's
    address. Such lines and boxes point at stories of the same site; what else they hold is trade.
    """
    found: dict[str, str | None] = {}
    for headline, box in islice(known.items(), MOST_LINKS):
        if _is_headline(headline):
            found[headline] = _address_in(box, headline, address, own)
    for link, everywhere in _links(seen):
        if not any(above.tag in MENUS for above in link.iterancestors()):
            _add(found, link, address, None if everywhere else own)
        if len(found) >= MOST_LINKS:
            break
    home = _without_fragment(own)
    links = (RelatedLink(text, url) for text, url in found.items() if url and _without_fragment(url) != home)
    return tuple(links)


def _without_fragment(url: str | None) -> str:
    return (url or "").partition("#")[0].rstrip("/")


def _same_site(url: str, own: str | None) -> bool:
    """As near as the last two names of the host tell."""
    hosts = [(urlsplit(each).hostname or "").split(".")[-2:] for each in (url, own or url)]
    return hosts[0] == hosts[1]


def _is_headline(text: str) -> bool:
    return LEAST_WORDS <= length(text) <= MOST_WORDS and not (asks_for_click(text) or is_trailer(text))


def _links(seen: Survey) -> Iterator[tuple[_Element, bool]]:
    """(link, whether it may lead anywhere): those of lines that say "Read more", of boxes, under headings."""
    for line, opening in seen.lines:
        if _is_label(opening):
            yield from ((link, True) for link in islice(line.iter("a"), LINKS_IN_BOX))
    for box in islice(outermost(seen.having(Role.RELATED)), MOST_BOXES):
        yield from ((link, False) for link in islice(box.iter("a"), LINKS_IN_BOX))
    for heading in seen.of("h2", "h3", "h4"):
        text = heading.text
        if _is_label(text if text and not text.isspace() else text_of(heading, LONGEST_LABEL)):
            after = heading.getnext()
            if after is not None:
                yield from ((link, False) for link in islice(after.iter("a"), LINKS_IN_BOX))


def _is_label(text: str) -> bool:
    return 2 < len(text) <= LONGEST_LABEL and text.strip(" :：|>»→-–—\n\t\r\xa0").lower() in RELATED_LABELS


def _add(found: dict[str, str | None], link: _Element, address: Absolute, site: str | None) -> None:
    """Unless it leads nowhere, away from `site` where that is given, or to what is known already."""
    href = link.get("href") or ""
    url = None if href.startswith("#") else address(href)
    if url is None or url in found.values() or not _same_site(url, site):
        return
    text = _headline(link)
    if text not in found and _is_headline(text):
        found[text] = url


def _headline(link: _Element) -> str:
    """The heading in a link that is a whole card; else its words."""
    heading = next(link.iter("h2", "h3", "h4", "h5"), None) if len(link) else None
    return text_of(link if heading is None else heading, LONGEST, " ")


def _address_in(box: _Element, headline: str, address: Absolute, site: str | None) -> str | None:
    """Of the link whose text is the headline: in `box`, or around it."""
    for link in chain(islice(box.iter("a"), LINKS_IN_LINE), islice(box.iterancestors("a"), 1)):
        if text_of(link, LONGEST) == headline:
            url = address(link.get("href") or "")
            if url and _same_site(url, site):
                return url
    return None
