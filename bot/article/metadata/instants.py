"""When the story was published and changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from bot.article.dates import find_date, is_date_line, moment
from bot.article.json_ld import text
from bot.article.metadata.meta_names import MODIFIED, PUBLISHED
from bot.article.metadata.page import Page
from bot.article.metadata.record import Said
from bot.article.metadata.surroundings import Surroundings, text_of

EARLIEST, OLDEST = "1990", "1700"
NO_DAY = "1970-01-01"
"""What a clock says that was never set."""

IN_ADDRESS = re.compile(
    r"[/_-][A-Za-z]?((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d(?!(?<=[01])\d[0-5]\d|(?<=2)[0-3][0-5]\d))"
)
"""`/2026/03/05/`, `-2026-03-05-`, `/20260305`, and with the time behind it: `/A202603050640…`."""

DATE_MARK = re.compile(r"date|time|publi|fecha|datum|stamp|meta|info|byline|zeit", re.IGNORECASE)
RDFA_DATE = re.compile(r":(?:date(?:Published|Created)?|issued|created)\b")
LONGEST_LINE = 90
NEAR_YEARS = 2
CHANGED = re.compile(
    r"updat|modif|aktualis|actualiz|mis à jour|aggiorn|bijgewerkt|изменен|更新|수정|güncel", re.IGNORECASE
)


def read_published(page: Page, title: str, last_day: str = "") -> Said:
    """`last_day` (ISO), where it is known: a date after it is believed only where it is near and no other is said."""
    doubted: list[Said] = []
    for said in _published(page, title):
        found = moment(said.value)
        if found is None:
            continue
        if found[:4] >= EARLIEST and not (last_day and found[:10] > last_day):
            return Said(found, said.source)
        # Archives hold older stories: such a date is believed when a second place says the same day.
        if (
            OLDEST <= found[:10] < EARLIEST
            and not found.startswith(NO_DAY)
            and any(each.value[:10] == found[:10] for each in doubted)
        ):
            return Said(found, said.source)
        doubted.append(Said(found, said.source))
    # Between an editor's clock and ours either may be wrong.
    return next((said for said in doubted if last_day and 0 <= _years(last_day, said.value) <= NEAR_YEARS), Said())


def _years(one: str, other: str) -> int:
    """From the year of `one` to that of `other`, both ISO."""
    return int(other[:4]) - int(one[:4])


def _published(page: Page, title: str) -> Iterator[Said]:
    """Where a page may say when its story came out, the most trustworthy first."""
    story = page.ld.story
    yield Said(text(story.get("datePublished")), "json-ld datePublished")
    yield from _metas(page, PUBLISHED)
    yield Said(text(story.get("dateCreated")), "json-ld dateCreated")
    yield Said(text(story.get("coverageStartTime")), "json-ld coverageStartTime")
    for name in ("datePublished", "uploadDate", "dateCreated"):
        yield Said(text(page.ld.page.get(name)), f"json-ld page {name}")
    yield from (Said(page.item(name).value, f"microdata {name}") for name in ("datePublished", "pubdate"))
    yield from _times(page, title)
    yield _in_address(page)
    yield from _visible(page, title)


def _metas(page: Page, names: Iterable[str]) -> Iterator[Said]:
    for name, contents in page.every(*names):
        yield from (Said(content, f"meta {name}") for content in contents[:2])


def _times(page: Page, title: str) -> Iterator[Said]:
    """`<time>` elements that do not speak of a change: marked as publication, near the headline, then the others.

    A page's head often says what day it is today.
    """
    if not page.times:
        return
    around = page.around(title)
    near = {near.element for near in around.near}
    ordered = sorted(page.times, key=lambda tag: (not _is_marked(tag), tag not in near))
    lines = [(tag, text_of(tag, LONGEST_LINE)) for tag in ordered if not around.is_of_others(tag)]
    fresh = [pair for pair in lines if not CHANGED.search(f"{pair[1]} {pair[0].get('class') or ''}")]
    for tag, line in fresh:
        yield Said(tag.get("datetime") or "", "time datetime")
        yield Said(line, "time")


def _is_marked(tag: etree._Element) -> bool:
    return tag.get("pubdate") is not None or tag.get("itemprop") == "datePublished"


def _in_address(page: Page) -> Said:
    """The day that many sites put into a story's address."""
    for address in (page.canonical, page.url or ""):
        try:
            match = IN_ADDRESS.search(urlsplit(address).path[:500])
        except ValueError:
            continue
        if match:
            return Said("-".join(match.groups()), "address")
    return Said()


def _visible(page: Page, title: str) -> Iterator[Said]:
    """Short lines around the headline that say a day: marked as a date, or hardly anything else."""
    around = page.around(title)
    for near in around.near:
        if RDFA_DATE.search(near.marks) and (told := near.element.get("content")):
            yield Said(told[:LONGEST_LINE], "rdfa")
        if len(near.line) <= LONGEST_LINE and find_date(near.line) and not CHANGED.search(near.line):
            says_when = DATE_MARK.search(near.marks) or is_date_line(near.line)
            if says_when and not around.is_of_others(near.element):
                yield Said(near.line, "page")


def read_modified(page: Page, title: str, published: str) -> Said:
    """The last change; nothing where it is said to have come before the publication."""
    for said in _modified(page, title):
        found = moment(said.value)
        if found and not is_before(found, published):
            return Said(found, said.source)
    return Said()


def _modified(page: Page, title: str) -> Iterator[Said]:
    story = page.ld.story
    yield Said(text(story.get("dateModified")), "json-ld dateModified")
    yield from _metas(page, MODIFIED)
    yield Said(text(page.ld.page.get("dateModified")), "json-ld page dateModified")
    if not story:
        yield page.item("dateModified")
        yield from (Said(line, "page") for line in _lines_of_change(page.around(title)))


def _lines_of_change(around: Surroundings) -> Iterator[str]:
    """`Updated March 6, 2026`, and the like, around the headline."""
    for near in around.near:
        if len(near.line) <= LONGEST_LINE and CHANGED.search(near.line) and not around.is_of_others(near.element):
            yield (near.element.get("datetime") or "") if near.element.tag == "time" else ""
            yield CHANGED.split(near.line, maxsplit=1)[1]


def is_before(one: str, other: str) -> bool:
    """Whether `one` is earlier than `other`: by the instant where both have offsets, else by the day."""
    if not other:
        return False
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo and second.tzinfo:
        return first < second
    return one[:10] < other[:10]
