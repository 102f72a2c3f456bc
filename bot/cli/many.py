"""`brief --jsonl`: many articles, on all cores, with a progress bar where someone is watching."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import msgspec

from bot import log
from bot.cards.failures import sentence
from bot.cli.context import Context
from bot.cli.progress import progress_of
from bot.cli.reading import reading
from bot.cli.sources import FileProblem
from bot.model import Reading
from bot.services.batch import Request, brief_lines
from bot.services.lines import lines_of
from bot.settings import Settings

AHEAD_PER_WORKER = 4


def brief_many(context: Context, what: str, store: bool) -> int:
    settings = context.settings()
    log.configure("error", settings.log.format)
    workers = settings.read.workers or os.cpu_count() or 1
    settings = msgspec.structs.replace(settings, read=msgspec.structs.replace(settings.read, workers=workers))
    with _opened(what) as file:
        asyncio.run(_brief(settings, file, store))
    return 0


def _opened(what: str) -> AbstractContextManager[BinaryIO]:
    if what == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(what).open("rb")
    except OSError as error:
        raise FileProblem(f"{what} cannot be read: {error.strerror}") from error


async def _brief(settings: Settings, file: BinaryIO, store: bool) -> None:
    async with reading(settings, store=store) as desk:

        async def read_one(request: Request) -> Reading:
            return await (desk.page(request.page) if request.page is not None else desk.address(request.url or ""))

        window = AHEAD_PER_WORKER * settings.read.workers
        with progress_of(file) as advance:
            async for line in brief_lines(lines_of(file), read_one, sentence, window=window):
                sys.stdout.buffer.write(line)
                sys.stdout.buffer.flush()
                advance(file)
