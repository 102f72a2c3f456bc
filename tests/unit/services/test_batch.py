"""Many articles in a row: each line gets its own answer, in order, whatever the line before did."""

from __future__ import annotations

import asyncio
import io
import json
import os
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest

from bot.errors import HttpFailed
from bot.model import Article, Block, Briefing, Point, Reading, Source
from bot.services.batch import Request, brief_lines
from bot.services.lines import lines_of

READING = Reading(
    Article("Title", (Block("One sentence."),)), Briefing("Title", "", (Point("One", Source(0, 0, 3)),), 1), cpu_ms=1.5
)


async def fake_read(request: Request) -> Reading:
    if request.page is None:
        raise HttpFailed(request.url or "", 404)
    await asyncio.sleep(0.05 if b"slow" in request.page.body else 0)
    return READING


async def answers(lines: Iterable[object], *, window: int = 4) -> list[dict[str, Any]]:
    async def given() -> AsyncIterator[bytes]:
        for line in lines:
            yield line if isinstance(line, bytes) else json.dumps(line).encode()

    return [json.loads(line) async for line in brief_lines(given(), fake_read, str, window=window)]


async def test_answers_come_in_the_order_of_the_lines() -> None:
    lines = [{"id": n, "text": "slow" if n % 3 == 0 else "quick"} for n in range(12)]
    assert [answer["id"] for answer in await answers(lines)] == list(range(12))


async def test_the_contract() -> None:
    [answer] = await answers([{"id": "a", "html": "<p>x</p>", "url": "https://courier.example/", "more": 1}])
    assert list(answer) == ["id", "ok", "article", "briefing", "people", "cpu_ms"]
    assert list(answer["article"]) == [
        *("url", "canonical_url", "title", "standfirst", "body", "captions", "published", "modified", "authors"),
        *("publisher", "agencies", "language", "image_url", "completeness", "completeness_reason", "kind", "summary"),
        *("related_links", "tables", "corrections", "sign_off", "place", "site_name", "section", "keywords"),
        *("paywalled", "found_in"),
    ]
    assert answer["article"]["body"] == ["One sentence."]
    assert answer["article"]["published"] is None
    source = {"in": "body", "paragraph": 0, "start": 0, "end": 3}
    assert answer["briefing"]["points"] == [{"text": "One", "source": source, "dates": [], "heading": ""}]


BAD = [
    b"{",
    b"[1]",
    b'"x"',
    b'{"url": "https://a.example"}',
    b'{"id": 1}',
    b'{"id": 1, "html": 5}',
    b"\xff\xfe",
    b"[" * 9999,
]


@pytest.mark.parametrize("bad", BAD)
async def test_a_bad_line_never_stops_the_rest(bad: bytes) -> None:
    first, second = await answers([bad, {"id": 2, "text": "x"}])
    assert first["ok"] is False
    assert first["error"]["code"] == "bad_line"
    assert second["ok"] is True


async def test_a_page_that_cannot_be_had_is_an_answer_too() -> None:
    [answer] = await answers([{"id": None, "url": "https://courier.example/gone"}])
    assert answer == {"id": None, "ok": False, "error": {"code": "http_failed", "message": answer["error"]["message"]}}


async def test_no_more_than_the_window_is_under_way() -> None:
    now = most = 0

    async def counting(request: Request) -> Reading:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.001)
        now -= 1
        return READING

    async def given() -> AsyncIterator[bytes]:
        for n in range(50):
            yield json.dumps({"id": n, "text": "x"}).encode()

    async for _ in brief_lines(given(), counting, str, window=3):
        pass
    assert most == 3


async def test_an_answer_does_not_wait_for_the_next_line() -> None:
    read_end, write_end = os.pipe()
    with os.fdopen(read_end, "rb") as incoming, os.fdopen(write_end, "wb", buffering=0) as outgoing:
        answered = brief_lines(lines_of(incoming), fake_read, str, window=4)
        outgoing.write(b'{"id": 1, "text": "x"}\n')
        async with asyncio.timeout(30):
            assert json.loads(await anext(answered))["id"] == 1
        outgoing.close()
        assert [line async for line in answered] == []


async def test_lines_of_a_file() -> None:
    assert [line async for line in lines_of(io.BytesIO(b"a\n\nb"))] == [b"a\n", b"\n", b"b"]
