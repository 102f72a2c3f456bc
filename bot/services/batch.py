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


Answer = Reading | StandfirstError


async def brief_lines(
    lines: AsyncIterator[bytes], read_one: ReadOne, sentence: Sentence, *, window: int
) -> AsyncIterator[bytes]:
    """One JSON line for each of `lines`, at most `window` under way: memory stays flat however long the input."""
    async for line_id, read in readings(lines, read_one, window=window):
        if isinstance(read, Reading):
            yield json_line(line_id, reading_json(read))
        else:
            yield json_line(line_id, failure_json(read, sentence))


async def readings(lines: AsyncIterator[bytes], read_one: ReadOne, *, window: int) -> AsyncIterator[tuple[Any, Answer]]:
    """The id and the reading of each of `lines`, in their order; or what was wrong with the line or its page."""
    room = asyncio.Semaphore(window)
    under_way: asyncio.Queue[asyncio.Task[tuple[Any, Answer]] | None] = asyncio.Queue()

    async def start_all() -> None:
        try:
            async for line in lines:
                if line.strip():
                    await room.acquire()
                    under_way.put_nowait(asyncio.create_task(_read(line, read_one)))
        finally:
            under_way.put_nowait(None)

    starting = asyncio.create_task(start_all())
    try:
        while (task := await under_way.get()) is not None:
            yield await task
            room.release()
        await starting
    finally:
        starting.cancel()
        while not under_way.empty():
            if left := under_way.get_nowait():
                left.cancel()


def json_line(line_id: Any, answer: Json) -> bytes:
    return msgspec.json.encode({"id": line_id, **answer}) + b"\n"


def failure_json(error: StandfirstError, sentence: Sentence) -> Json:
    """A line that is not what the contract says tells so itself; every other failure has its sentence."""
    return error_json(error, error.given if isinstance(error, BadLine) else sentence(error))


async def _read(line: bytes, read_one: ReadOne) -> tuple[Any, Answer]:
    """Nothing that is wrong with one line reaches the next."""
    line_id: Any = None
    try:
        table = _table(line)
        line_id = table["id"]
        return line_id, await read_one(_request(table))
    except StandfirstError as error:
        return line_id, error


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
