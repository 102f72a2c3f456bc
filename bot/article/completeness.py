"""How much of the story a page gave: all, a part, an announcement, or what stands before a wall; with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.article.lengths import body_length
from bot.article.wall_words import MINUTES, READ_ON, STEMS, WALLS
from bot.model import Block, BlockKind, Completeness

OPENING_WORDS, OPENING_BLOCKS = 90, 12
"""Hardly more than how a story begins."""

PART_WORDS = 270
"""What walls let through; a longer text is a whole story unless the page says how much is missing."""

PER_MINUTE = 200
PER_PARAGRAPH = 45
MOST_OF_IT = 0.7
LONGEST_STORY = 20_000
AFTER = 1500
"""Characters after the story's last words in which a wall stands."""

AROUND = 90
TAIL = 48
MOST_LOOKS = 60
WALL_LINE, MOST_WALL_LINES = 160, 4
READING_TIME = re.compile(MINUTES, re.IGNORECASE)
TIME_STEMS = (
    "min",
    "zeit",
    "temps",
    "tiempo",
    "tempo",
    "tid",
    "czas",
    "doba",
    "время",
    "süresi",
    "分",
    "时间",
    "時間",
    "분",
)
STOPPED = ("…", "...", "[…]", "[...]", "(…)")


@dataclass(frozen=True, slots=True)
class Size:
    """What a page says of its story's length and price.

    `free`: None where it says nothing. `words`: of the whole story, 0 where it says nothing.
    `summary`: its own description. `walled`: elements stand there whose class names speak of a wall.
    """

    free: bool | None = None
    words: int = 0
    summary: str = ""
    walled: bool = False


def how_much(visible: str, blocks: Sequence[Block], said: Size) -> tuple[Completeness, str]:
    """(completeness, the reason in words); the reason is empty for a whole story.

    `visible`: the words of the page in reading order. A subscribe box beside a story is no wall: one counts
    only where it follows what there is of the story, and where that is short or known to be a part.
    """
    blocks = without_wall(blocks)
    prose = body_length(blocks[:OPENING_BLOCKS])
    if prose >= PART_WORDS and said.free is not False and not _breaks_off(blocks):
        return Completeness.FULL, ""
    prose = body_length(blocks)
    after = _after(visible, blocks)
    walled = has_wall(after)
    paid = said.free is False or walled
    whole = _whole(visible, said, prose) if paid or _breaks_off(blocks) else 0
    given = _given(blocks, prose, whole)
    missing = bool(whole) and prose < MOST_OF_IT * whole
    if paid:
        if whole and not missing:
            return Completeness.FULL, ""
        if prose < OPENING_WORDS and (missing or walled or said.walled or said.free is False):
            return Completeness.WALL, f"{given}, subscription wall"
        if missing or (walled and prose < PART_WORDS and (said.free is False or said.walled or _breaks_off(blocks))):
            return Completeness.PARTIAL, f"{given}, subscription wall"
    if _breaks_off(blocks) and (missing or prose < PART_WORDS):
        kind = Completeness.TEASER if prose < OPENING_WORDS else Completeness.PARTIAL
        return kind, f"{given}, the text breaks off"
    if prose < OPENING_WORDS and _announces(blocks, said.summary, after):
        return Completeness.TEASER, f"{given}, to announce the story"
    return Completeness.FULL, ""


def without_wall(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks without the lines at their end that ask for a subscription."""
    end = len(blocks)
    while end and end > len(blocks) - MOST_WALL_LINES and is_wall_line(blocks[end - 1].text):
        end -= 1
    return blocks[:end]


def is_wall_line(text: str) -> bool:
    """A short line that asks for a subscription, as walls do: no sentence of a story."""
    return len(text) < WALL_LINE and has_wall(text.lower())


def _given(blocks: Sequence[Block], prose: int, whole: int) -> str:
    """`2 paragraphs of about 14`; without the total where nothing tells it."""
    count = sum(block.kind is not BlockKind.SUBHEAD for block in blocks) or len(blocks)
    told = f"{count} paragraph" + ("s" if count != 1 else "")
    per = max(PER_PARAGRAPH / 2, min(2 * PER_PARAGRAPH, prose / max(1, count)))
    total = round(whole / per)
    return f"{told} of about {total}" if total > count else told


def _whole(visible: str, said: Size, prose: int) -> int:
    """The words of the whole story: as claimed, or as the printed reading time has it; 0 where nothing tells."""
    if prose / 2 < said.words <= LONGEST_STORY:
        return said.words
    # Few pages print it, and a search for a pattern costs more than one for its letters.
    head = visible[: AFTER * 4].lower()
    if not any(stem in head for stem in TIME_STEMS):
        return 0
    match = READING_TIME.search(head)
    minutes = int(match["a"] or match["b"]) if match else 0
    return minutes * PER_MINUTE if 1 < minutes < 100 else 0


def _after(visible: str, blocks: Sequence[Block]) -> str:
    """What stands after the story, lower case; the end of the page where its last words are not found."""
    for block in reversed(blocks[-3:]):
        tail = block.text[-TAIL:]
        at = visible.rfind(tail)
        if at >= 0:
            return visible[at + len(tail) : at + len(tail) + AFTER].lower()
    return visible[-AFTER:].lower() if blocks else visible[:AFTER].lower()


def has_wall(text: str) -> bool:
    """Whether `text`, lower case, asks for a subscription in the words of walls."""
    return any(phrase in window for window in _windows(text) for phrase in WALLS)


def _windows(text: str) -> Iterator[str]:
    """The surroundings of each stem: most texts have none, and no more need be looked at."""
    looks = 0
    for stem in STEMS:
        at = text.find(stem)
        while at >= 0 and looks < MOST_LOOKS:
            looks += 1
            yield text[max(0, at - AROUND) : at + AROUND]
            at = text.find(stem, at + AROUND)


def _breaks_off(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and blocks[-1].text.endswith(STOPPED)


def _announces(blocks: Sequence[Block], summary: str, after: str) -> bool:
    """No more than the page's own summary, or a line right after it that leads to the whole story."""
    told = " ".join(block.text for block in blocks)
    if told and told in summary:
        return True
    opening = after.lstrip(" .»›>→[(")[:40]
    return opening.startswith(READ_ON)
