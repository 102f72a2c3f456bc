"""Live blogs, galleries and videos: what they tell in entries, slides and descriptions instead of paragraphs."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice

from lxml.etree import _Element

from bot.article.claims import Claims, Node
from bot.article.dates import iso
from bot.article.survey import OUTSIDE, Survey, text_of
from bot.model import Block, BlockKind, Caption
from bot.text.plain import plain

LEAST_ENTRIES = 3
MOST_ENTRIES = 1000
LONGEST = 20_000
TIMED = ("article", "li", "section", "div")
HIGHEST = 6
MOST_PIECES, LEAST_LETTERS = 40, 120
OPENING, AHEAD = 60, 3
CLOCK = re.compile(r"^\W{0,3}\d{1,2}[:.h]\d{2}(?:\s?(?:uhr|h|[ap]\.?m\.?))?(?:\s[A-Z]{2,4})?\W{0,3}$", re.IGNORECASE)
"""A line that is the time of an entry, and no more."""

TAG = re.compile(r"<[^<>]{0,1000}>")
BREAK = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br\s*/?>|\r?\n", re.IGNORECASE)
STAMPS = ("datetime", "data-time", "data-timestamp", "data-posted-date-time", "data-published", "data-date", "content")


def live_entries(tree: _Element, seen: Survey, claimed: Claims) -> dict[_Element, str]:
    """Each entry's element -> when it was written (ISO 8601), in document order; empty where the page has none.

    Entries are the elements that the addresses of JSON-LD's updates point at; or else boxes, each with a `<time>`
    and some text in it, of which at least three have the same tag and class.
    """
    updates = _update_stamps(claimed.story)
    named: dict[_Element, str] = {}
    for box in tree.iter("*") if updates else ():
        name = box.get("id") or box.get("data-id") or box.get("data-block-id")
        if name in updates and len(named) < MOST_ENTRIES:
            named[box] = updates[name]
    return named if len(named) >= LEAST_ENTRIES else _timed(seen)


def _timed(seen: Survey) -> dict[_Element, str]:
    boxes: dict[_Element, tuple[str, str]] = {}
    for time in seen.of("time")[:MOST_ENTRIES]:
        if stamp := _stamp(time):
            for box in islice(time.iterancestors(*TIMED), HIGHEST):
                boxes.setdefault(box, (f"{box.tag} {(box.get('class') or '').split(maxsplit=1)[:1]}", stamp))
    likes = Counter(like for like, _ in boxes.values())
    told = {box: stamp for box, (like, stamp) in boxes.items() if likes[like] >= LEAST_ENTRIES and _is_told(box)}
    kept = {box: stamp for box, stamp in told.items() if not any(above in told for above in box.iterancestors())}
    return kept if len(kept) >= LEAST_ENTRIES else {}


def _is_told(box: _Element) -> bool:
    """More than a headline and a time, and no part of a side column."""
    told = sum(len(str(text).strip()) for text in islice(box.itertext(), MOST_PIECES))
    return told > LEAST_LETTERS and not any(above.tag in OUTSIDE for above in box.iterancestors())


def _stamp(time: _Element) -> str | None:
    for name in STAMPS:
        value = time.get(name) or ""
        if stamp := iso(value):
            return stamp
        if value.isascii() and value.isdigit() and len(value) in (10, 13):
            return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    return None


def _update_stamps(story: Node) -> dict[str, str]:
    """The part of each update's address after `#` -> its time."""
    found: dict[str, str] = {}
    for update in _updates(story):
        stamp = iso(_string(update.get("datePublished")))
        _, mark, anchor = _string(update.get("url") or update.get("@id")).partition("#")
        if stamp and mark and anchor:
            found[anchor] = stamp
    return found


def stamped(body: Sequence[Block], entries: Mapping[_Element, str]) -> tuple[Block, ...]:
    """`body` with each entry's time on the first block that stands in it; both in document order."""
    texts = [(text_of(box, LONGEST), stamp) for box, stamp in entries.items()]
    at = 0
    blocks: list[Block] = []
    for block in body:
        if texts and CLOCK.match(block.text):
            continue
        opening = block.text[:OPENING]
        ahead = next((n for n in range(at, min(at + AHEAD, len(texts))) if opening in texts[n][0]), None)
        if ahead is not None:
            blocks.append(replace(block, stamp=texts[ahead][1]))
            at = ahead + 1
        else:
            blocks.append(block)
    return tuple(blocks)


def live_blocks(claimed: Claims) -> tuple[Block, ...]:
    """The entries that JSON-LD holds of a live blog, newest first as given: for pages whose own body has none."""
    blocks: list[Block] = []
    for update in _updates(claimed.story):
        lines = [*paragraphs(_string(update.get("articleBody")))] or [*paragraphs(_string(update.get("description")))]
        headline = plain(html.unescape(_string(update.get("headline") or update.get("name"))))
        head = [Block(headline, BlockKind.SUBHEAD)] if headline and headline not in lines[:1] and lines else []
        entry = [*head, *(Block(line) for line in lines)]
        if entry:
            stamp = iso(_string(update.get("datePublished") or update.get("dateModified")))
            blocks += [Block(entry[0].text, entry[0].kind, stamp), *entry[1:]]
    return tuple(blocks)


def gallery_blocks(captions: Sequence[Caption]) -> tuple[Block, ...]:
    """What a gallery tells is under its pictures."""
    return tuple(Block(caption.text) for caption in captions if caption.text)


def video_blocks(claimed: Claims, description: str) -> tuple[Block, ...]:
    """A video page's own words: its transcript, or else the longest of its descriptions."""
    told = [video for video in (claimed.story.get("video"), claimed.video) if isinstance(video, Mapping)]
    transcript = next((text for video in told if (text := _string(video.get("transcript")))), "")
    texts = [*(_string(video.get("description")) for video in told), description]
    return tuple(Block(line) for line in paragraphs(transcript or max(texts, key=len)))


def paragraphs(text: str) -> Iterator[str]:
    """The lines of a text that may hold tags and escapes, as JSON-LD and feeds give it."""
    if "<" not in text and "&lt;" in text:
        text = html.unescape(text)
    for piece in BREAK.split(text[: LONGEST * 10]):
        line = plain(html.unescape(TAG.sub("", piece)))
        if line:
            yield line


def _updates(story: Node) -> list[Node]:
    updates = story.get("liveBlogUpdate")
    each = updates if isinstance(updates, list) else [updates]
    return [update for update in each[:MOST_ENTRIES] if isinstance(update, dict)]


def _string(value: object) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""
