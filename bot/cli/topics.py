"""`topics check`: a query in plain words, and which articles it finds and why."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from bot import log
from bot.cards.failures import sentence
from bot.cards.readback import read_back
from bot.cards.topics import caret_lines, problem_sentence
from bot.cli.compared import compared
from bot.cli.context import Context
from bot.cli.endings import FAILED
from bot.errors import QueryProblem
from bot.model import Reading
from bot.services.batch import failure_json, json_line
from bot.settings import Settings
from bot.topics import Query, document, parse, why


def check(context: Context, text: str, jsonl: bool) -> int:
    """0 where the query can be read; else 1, with a caret under the place on standard error."""
    try:
        query = parse(text)
    except QueryProblem as problem:
        return _told(problem)
    if not jsonl:
        sys.stdout.write(f"{query}\n{read_back(query)}\n")
        return 0
    settings = context.settings()
    log.configure("error", settings.log.format)
    asyncio.run(_check(settings, query))
    return 0


def _told(problem: QueryProblem) -> int:
    shown, caret = caret_lines(problem)
    suggested = f"Did you mean {problem.suggestion} ?" if problem.suggestion else ""
    for line in (shown, caret, problem_sentence(problem), suggested):
        if line:
            print(line, file=sys.stderr)
    return FAILED


async def _check(settings: Settings, query: Query) -> None:
    async for line_id, read in compared(settings, sys.stdin.buffer):
        answer = _answer(query, read) if isinstance(read, Reading) else failure_json(read, sentence)
        sys.stdout.buffer.write(json_line(line_id, answer))
        sys.stdout.buffer.flush()


def _answer(query: Query, read: Reading) -> dict[str, Any]:
    reasons = why(query, document(read.article, read.people))
    told = [
        {"term": reason.term, "field": reason.field, "paragraph": reason.paragraph, "printed": reason.printed}
        for reason in reasons
    ]
    return {"ok": True, "matches": bool(reasons), "why": told}
