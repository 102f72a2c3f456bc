"""Articles from JSON lines that are compared, not briefed: `{"id", "text"}` or `{"id", "html", "url"}`, in order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, BinaryIO

from bot.cli.reading import reading
from bot.errors import StandfirstError
from bot.model import Reading
from bot.services.batch import Request, readings
from bot.services.lines import lines_of
from bot.services.told import told
from bot.settings import Settings

AHEAD = 8


async def compared(settings: Settings, file: BinaryIO) -> AsyncIterator[tuple[Any, Reading | StandfirstError]]:
    """The id and the reading of each line. Pages are read in a process that can be killed; nothing is kept."""
    async with reading(settings, store=False) as desk:

        async def read_one(request: Request) -> Reading:
            if request.page is None:
                return await desk.address(request.url or "")
            return told(request.page) if request.page.content_type == "text/plain" else await desk.page(request.page)

        async for found in readings(lines_of(file), read_one, window=AHEAD):
            yield found
