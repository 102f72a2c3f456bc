"""`stories --jsonl`: the grouping of stories as the bot uses it, over articles in order of arrival."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from bot import log
from bot.app.parts import utc_now
from bot.cards.failures import sentence
from bot.cli.compared import compared
from bot.cli.context import Context
from bot.model import Reading
from bot.services.batch import failure_json, json_line
from bot.settings import Settings
from bot.stories import Stories, telling

MOST = 200_000
"""Articles that are remembered: memory stays flat however long the input."""


def group(context: Context) -> int:
    settings = context.settings()
    log.configure("error", settings.log.format)
    asyncio.run(_group(settings))
    return 0


async def _group(settings: Settings) -> None:
    stories: Stories[int] = Stories()
    ids: dict[int, Any] = {}
    number = 0
    async for line_id, read in compared(settings, sys.stdin.buffer):
        if isinstance(read, Reading):
            ids[number] = line_id
            answer = _placed(stories, number, read, ids)
            number += 1
            stories.trim(MOST)
        else:
            answer = failure_json(read, sentence)
        sys.stdout.buffer.write(json_line(line_id, answer))
        sys.stdout.buffer.flush()


def _placed(stories: Stories[int], number: int, read: Reading, ids: dict[int, Any]) -> dict[str, Any]:
    now = utc_now()
    placed = stories.look(telling(read.article, read.people), now)
    kept = stories.keep(number, placed, now)
    return {
        "story": ids[kept.story],
        "new": placed.story is None,
        "copy_of": None if placed.copy_of is None else ids[placed.copy_of],
        "novel": placed.novel,
    }
