"""Which kind of story it is: by what its page claims, by its address and title, and by the shape of its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from bot.article.kind_words import (
    CLOSERS,
    MEDIA_TYPES,
    NUMBERED_HEAD,
    NUMBERED_TITLE,
    OG_TYPES,
    QUESTION_MARKS,
    SCORE,
    SEGMENTS,
    SPEAKER,
    TITLES,
    TYPES,
)
from bot.article.lengths import body_length, length
from bot.model import Block, BlockKind, StoryKind, Table

LEAST_QUESTIONS, QUESTION_SHARE, QUESTION_LENGTH = 4, 0.2, 480
FAQ_WORDS = 9
LEAST_ENTRIES = 3
LEAST_HEADS, HEAD_SHARE = 4, 0.6
PICTURES, WORDS_PER_PICTURE = 6, 45
VIDEO_WORDS = 160
LEAST_SCORES, SCORE_WORDS = 5, 300
LONG_WORDS = 250


@dataclass(frozen=True, slots=True)
class Signs:
    """What the page says and holds beside its words.

    `types`: its own schema.org types; `og_type`: of OpenGraph, lower case; `pictures`: with captions, in the story;
    `videos`: players.
    """

    types: Sequence[str] = ()
    og_type: str = ""
    title: str = ""
    section: str = ""
    url: str | None = None
    pictures: int = 0
    videos: int = 0


def story_kind(signs: Signs, body: Sequence[Block], tables: Sequence[Table] = ()) -> StoryKind:
    """A claim in the metadata first, then the title, the address, the shape of the body; news if nothing says else.

    Some claims need the shape to bear them out: pages at `/video/` are often whole stories with a film in them.
    """
    shaped = _shape(signs, body, tables)
    return next((kind for kind in labels(signs) if _fits(kind, shaped, signs, body)), shaped)


def labels(signs: Signs) -> list[StoryKind]:
    """What it is called: in its metadata, its title, its address and section, in this order."""
    claimed = [TYPES[kind] for kind in signs.types if kind in TYPES]
    return [*claimed, *_titled(signs.title), *_filed(signs)]


@lru_cache(8)
def _titled(title: str) -> tuple[StoryKind, ...]:
    """Asked for more than once a page, and a search for many patterns."""
    return tuple(kind for kind, pattern in TITLES if pattern.search(title))


def _fits(kind: StoryKind, shaped: StoryKind, signs: Signs, body: Sequence[Block]) -> bool:
    """Whether the body may be what its labels say."""
    if kind is StoryKind.GALLERY:
        return signs.pictures >= PICTURES and body_length(body) < LONG_WORDS + WORDS_PER_PICTURE * signs.pictures
    if kind is StoryKind.VIDEO:
        return body_length(body) < VIDEO_WORDS
    if kind in (StoryKind.SCORES, StoryKind.LISTICLE):
        return shaped is kind
    if kind is StoryKind.TOPIC:
        return "CollectionPage" in signs.types and body_length(body) < LONG_WORDS
    return True


def _filed(signs: Signs) -> list[StoryKind]:
    """By the segments of the address but its last, which is the story's own name, and by the section."""
    try:
        parts = urlsplit(signs.url or "").path.lower().strip("/").split("/")
    except ValueError:
        parts = []
    sections = [signs.section.strip().lower().replace(" ", "-")]
    found = [SEGMENTS[part] for part in (*sections, *parts[:-1]) if part in SEGMENTS]
    return [*found, *([OG_TYPES[signs.og_type]] if signs.og_type in OG_TYPES else [])]


def _shape(signs: Signs, body: Sequence[Block], tables: Sequence[Table]) -> StoryKind:
    if sum(block.stamp is not None for block in body) >= LEAST_ENTRIES:
        return StoryKind.LIVE_BLOG
    if _is_interview(body):
        return StoryKind.INTERVIEW
    if _is_listicle(signs.title, body):
        return StoryKind.LISTICLE
    if _scores(tables) >= LEAST_SCORES and body_length(body) < SCORE_WORDS:
        return StoryKind.SCORES
    if signs.pictures >= PICTURES and body_length(body) < WORDS_PER_PICTURE * signs.pictures:
        return StoryKind.GALLERY
    filmed = (signs.videos or signs.og_type in OG_TYPES) and MEDIA_TYPES.intersection(signs.types)
    return StoryKind.VIDEO if filmed and body_length(body) < VIDEO_WORDS else StoryKind.NEWS


def _is_interview(body: Sequence[Block]) -> bool:
    """Questions that are blocks of their own, each with an answer after it."""
    asks = [_asks(block.text) for block in body]
    if sum(asks) < LEAST_QUESTIONS:
        return False
    asked = 0
    for at, (block, answer) in enumerate(pairwise(body)):
        if asks[at] and not asks[at + 1] and block.kind is not BlockKind.ITEM and not _is_faq(block):
            asked += len(answer.text) > len(block.text) / 2
    return asked >= LEAST_QUESTIONS and asked >= QUESTION_SHARE * len(body)


def _asks(text: str) -> bool:
    return len(text) < QUESTION_LENGTH and (
        text[-4:].rstrip(CLOSERS).endswith(QUESTION_MARKS) or SPEAKER.match(text[:20]) is not None
    )


def _is_faq(block: Block) -> bool:
    """A subhead that asks what the reader may: such pieces explain. Interviewers say you, mostly at length."""
    return block.kind is BlockKind.SUBHEAD and length(block.text) < FAQ_WORDS


def _is_listicle(title: str, body: Sequence[Block]) -> bool:
    """Subheads that count, or as many subheads or items as the title promises."""
    heads = [block.text for block in body if block.kind is BlockKind.SUBHEAD]
    numbers = [int(match[1]) for head in heads if (match := NUMBERED_HEAD.match(head))]
    steps = [after - before for before, after in pairwise(numbers)]
    if len(numbers) >= LEAST_HEADS and len(numbers) >= HEAD_SHARE * len(heads):
        return steps.count(1) >= HEAD_SHARE * len(steps) or steps.count(-1) >= HEAD_SHARE * len(steps)
    promised = NUMBERED_TITLE.match(title)
    if promised is None or int(promised[1]) < LEAST_HEADS - 1:
        return False
    items = sum(block.kind is BlockKind.ITEM for block in body)
    return any(int(promised[1]) <= count <= int(promised[1]) + 3 for count in (len(heads), items))


def _scores(tables: Sequence[Table]) -> int:
    """Cells such as `3:1`."""
    return sum(SCORE.match(cell) is not None for table in tables for row in table.rows for cell in row)
