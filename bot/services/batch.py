"""Many articles in a row: JSON lines in, JSON lines out, in order, each as soon as it is known."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from bot.errors import InputError, StandfirstError
from bot.model import Page, Reading
from bot.services.contract import Json, error_json, reading_json


class BadLine(InputError):
    """A line that is not what the contract says; `given` says how."""

    code = "bad_line"


@dataclass(frozen=True, slots=True)
class Request:
    """One line. `page` is None where the address must be fetched; then `url` is set."""

    id: Any
    url: str | None = None
    page: Page | None = None


ReadOne = Callable[[Request], Awaitable[Reading]]
Sentence = Callable[[StandfirstError], str]


async def brief_lines(
    lines: AsyncIterator[bytes], read_one: ReadOne, sentence: Sentence, *, window: int
) -> AsyncIterator[bytes]:
    """One JSON line for each of `lines`, at most `window` under way: memory stays flat however long the input."""
    room = asyncio.Semaphore(window)
    under_way: asyncio.Queue[asyncio.Task[Json] | None] = asyncio.Queue()

    async def start_all() -> None:
        try:
            async for line in lines:
                if line.strip():
                    await room.acquire()
                    under_way.put_nowait(asyncio.create_task(_answer(line, read_one, sentence)))
        finally:
            under_way.put_nowait(None)

    starting = asyncio.create_task(start_all())
    try:
        while (task := await under_way.get()) is not None:
            yield msgspec.json.encode(await task) + b"\n"
            room.release()
        await starting
    finally:
        starting.cancel()
        while not under_way.empty():
            if left := under_way.get_nowait():
                left.cancel()


async def _answer(line: bytes, read_one: ReadOne, sentence: Sentence) -> Json:
    """The contract's object for one line; nothing that is wrong with it reaches the next."""
    line_id: Any = None
    try:
        table = _table(line)
        line_id = table["id"]
        return {"id": line_id, **reading_json(await read_one(_request(table)))}
    except BadLine as error:
        return {"id": line_id, **error_json(error, error.given)}
    except StandfirstError as error:
        return {"id": line_id, **error_json(error, sentence(error))}


def _table(line: bytes) -> dict[str, Any]:
    try:
        table = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadLine(f"This line is not JSON: {error}.") from error
    if not isinstance(table, dict) or "id" not in table:
        raise BadLine('A line must be an object with an "id".')
    return table


def _request(table: dict[str, Any]) -> Request:
    for key in ("url", "html", "text"):
        if not isinstance(table.get(key), str | None):
            raise BadLine(f'"{key}" must be a text.')
    url, html, text = table.get("url"), table.get("html"), table.get("text")
    if html is not None:
        return Request(table["id"], url, Page(url, _encoded(html), "text/html", "utf-8"))
    if text is not None:
        return Request(table["id"], url, Page(url, _encoded(text), "text/plain", "utf-8"))
    if not url:
        raise BadLine('A line needs "url", "html" or "text".')
    return Request(table["id"], url)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
