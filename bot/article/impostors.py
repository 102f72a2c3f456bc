"""What a page is that is no story: a wall against robots, a consent page, a 404, a page of headlines …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast
from urllib.parse import urlsplit

from lxml.etree import XPath, _Element, _ElementUnicodeResult

from bot.article.claims import Claims
from bot.article.completeness import has_wall
from bot.article.impostor_words import CONSENT_WORDS, FRONT_PATHS, LOGINS, PHRASES, SEARCHES, SECTIONS, TITLES
from bot.article.lengths import body_length, length
from bot.article.survey import Survey, text_of
from bot.model import Block

STORY_WORDS = 60
SHORT_PAGE_WORDS = 160
LEAST_WORDS, LITTLE_WORDS = 25, 30
LIST_WORDS = 600
SAMPLE = 6000
HEADLINES = 12
WORDS_PER_HEADLINE, WORDS_PER_TEASER = 25, 30
"""The second where the address is that of a section: what else could it be."""

FEW_HEADLINES = 4
COLUMN_WORDS = 120
CONSENT_SHARE = 0.035
LETTERS_PER_WORD = 6
FEW_BLOCKS = 3
SHORT_TITLE = 4
LONG_SIGN = 12
SHORT_SIGN_REST = 12
NUMBERED = re.compile(
    r"^(?:(?:error|fehler|erreur|http)\s*)?4(?:04|10)(?:$|\W*(?:error|fehler|erreur|not|page|seite|[-–—|:!]))"
)
LOCALE = re.compile(r"^/(?:[a-z]{2}(?:[-_][a-z]{2})?|world|international|english)/?$", re.IGNORECASE)
TITLE_END = re.compile(r"\s[|–—·-]\s")


MOST_TEXTS = 5000
INLINE = frozenset("a b strong i em span font u small mark q cite abbr code sup sub".split())
LINES = frozenset("p li blockquote dd".split())
LONG_TEXTS = XPath("//body//text()[string-length(normalize-space()) > 60][not(parent::script or parent::style)]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees: title, address, the words of the page in reading order, and what was taken for the body."""

    title: str
    url: str | None
    visible: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells a story from a page that is none.

    `is_article`: its metadata call it one; `is_list`: they call it a list, a collection or a page of results.
    `headlines`: links inside of headings. `prose`: the words of its longest column of text, where that was looked at.
    `scripted`: what it says to readers without scripts, where it says little else.
    """

    shown: Shown
    is_article: bool
    is_list: bool = False
    links: int = 0
    headlines: int = 0
    prose: int | None = None
    scripted: str = ""


def evidence(tree: _Element, seen: Survey, claimed: Claims, shown: Shown, *, og_type: str) -> Evidence:
    """`og_type`: what OpenGraph, or else JSON-LD, calls the page, lower case."""
    is_article = claimed.is_article or "article" in og_type
    # A page that calls itself an article and holds one needs no counting.
    sure = is_article and len(shown.blocks) >= FEW_BLOCKS and not _is_front(shown.url, _path(shown.url))
    headlines = 0 if sure else _headlines(seen)
    return Evidence(
        shown,
        is_article=is_article,
        is_list=claimed.is_list,
        links=seen.links,
        headlines=headlines,
        prose=_column(tree) if headlines >= HEADLINES else None,
        scripted=" ".join(map(text_of, seen.of("noscript")[:5])) if len(shown.blocks) < FEW_BLOCKS else "",
    )


def _headlines(seen: Survey) -> int:
    """Headings that are links: a story has few, a page of stories is made of them."""
    count = 0
    for heading in seen.of("h2", "h3", "h4"):
        if next(heading.iter("a"), None) is not None or any(
            above.tag == "a" for above in islice(heading.iterancestors(), 4)
        ):
            count += not any(above.tag in ("nav", "footer", "aside") for above in heading.iterancestors())
    return count


def _column(tree: _Element) -> int:
    """The words of the element that holds most of the prose, by their letters: what no list of teasers has."""
    columns: Counter[_Element] = Counter()
    for text in islice(cast("list[_ElementUnicodeResult]", LONG_TEXTS(tree)), MOST_TEXTS):
        holder = text.getparent()
        if holder is not None and text.is_tail:
            holder = holder.getparent()
        while holder is not None and holder.tag in INLINE:
            holder = holder.getparent()
        if holder is not None and holder.tag in LINES:
            holder = holder.getparent()
        if holder is not None:
            columns[holder] += len(text)
    return max(columns.values(), default=0) // LETTERS_PER_WORD


def what_instead(page: Evidence) -> str | None:
    """The `NotAnArticle` detail of a page that is no story; None for a story.

    A banner beside a story says the same words as a page that is nothing but the banner: what counts
    is whether they stand in the title, whether the body opens with them, and what else there is.
    """
    told = body_length(page.shown.blocks)
    if told < LIST_WORDS and (found := _says(page, told)):
        return found
    if found := _list(page, told):
        return found
    if not page.shown.blocks or told < LEAST_WORDS:
        return _of_little(page)
    return None


def _says(page: Evidence, told: int) -> str | None:
    """By the words in the title, then in the body's opening, then in all that is there."""
    limit = STORY_WORDS if page.is_article else SHORT_PAGE_WORDS
    title = _own_title(page.shown.title)
    if told < (limit if page.is_article else 2 * limit) and (found := _titled(title)):
        return found
    if not page.is_article and _is_consent(page.shown.blocks):
        return "consent"
    if told >= limit:
        return None
    visible = page.shown.visible[:SAMPLE].lower()
    texts = [block.text.lower() for block in page.shown.blocks]
    for kind, phrases in PHRASES.items():
        if not any(phrase in visible for phrase in phrases):
            continue
        other = [text for text in texts if not any(phrase in text for phrase in phrases)]
        opens = bool(texts) and other[:1] != texts[:1]
        if opens or sum(map(length, other)) < (LEAST_WORDS if page.is_article else LITTLE_WORDS):
            return kind
    return None


def _titled(title: str) -> str | None:
    if NUMBERED.match(title):
        return "not_found"
    for kind, signs in TITLES.items():
        # One common word is a sign only where it is the whole title, or nearly.
        if any(
            sign in title and (len(sign) >= LONG_SIGN or len(title) <= len(sign) + SHORT_SIGN_REST) for sign in signs
        ):
            return kind
    return None


def _own_title(title: str) -> str:
    """Lower case, without the site's name after the last bar or dash."""
    parts = TITLE_END.split(title.lower())
    return " - ".join(parts[:-1] if len(parts) > 1 and len(parts[0]) > SHORT_TITLE else parts).strip()


def _is_consent(blocks: Sequence[Block]) -> bool:
    """Prose that is about cookies and partners from its first words on, and all the way."""
    text = " ".join(block.text for block in blocks[:40])[:SAMPLE].lower()
    count = sum(text.count(word) for word in CONSENT_WORDS)
    opening = text[:400]
    opens = sum(opening.count(word) for word in CONSENT_WORDS) >= 3
    return opens and count > max(6.0, CONSENT_SHARE * length(text))


def _list(page: Evidence, told: int) -> str | None:
    """By address, by what the page calls itself, and by many headlines over little prose."""
    path = _path(page.shown.url)
    parts = [part for part in path.lower().split("/") if part]
    if _is_front(page.shown.url, path):
        linked = page.links > told / 12 and _is_headlines(page, told, WORDS_PER_TEASER)
        return "home_page" if not page.is_article or linked else None
    if page.is_article:
        return None
    scarce = told < SHORT_PAGE_WORDS
    if scarce and parts and (parts[0] in SEARCHES or parts[-1] in SEARCHES):
        return "search_page"
    if scarce and parts and parts[-1] in LOGINS:
        return "login"
    sectioned = any(part in SECTIONS for part in parts)
    unnamed = bool(parts) and all(part.isalpha() for part in parts)
    if _is_headlines(page, told, WORDS_PER_TEASER if sectioned or unnamed else WORDS_PER_HEADLINE):
        return "topic_page"
    return "topic_page" if scarce and (page.is_list or (sectioned and page.headlines >= FEW_HEADLINES)) else None


def _is_headlines(page: Evidence, told: int, each: int) -> bool:
    """Many headings that are links, hardly more words than `each` for one of them, and no column of prose."""
    column = page.prose if page.prose is not None else told
    return page.headlines >= HEADLINES and told < each * page.headlines and column < COLUMN_WORDS


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "/unknown").path
    except ValueError:
        return "/unknown"


def _is_front(url: str | None, path: str) -> bool:
    if url is None or "?" in url:
        return False
    return path.lower() in FRONT_PATHS or LOCALE.match(path) is not None


def _of_little(page: Evidence) -> str:
    """Nothing, or next to it: built by scripts, a menu of links, or simply short."""
    visible = (page.shown.visible[:SAMPLE] + page.scripted[:SAMPLE]).lower()
    if any(phrase in visible for phrase in PHRASES["script_page"]):
        return "script_page"
    if not page.shown.visible.strip():
        return "empty"
    if has_wall(visible):
        return "wall"
    if page.headlines >= HEADLINES:
        return "topic_page"
    return "too_short" if page.shown.blocks else "empty"
