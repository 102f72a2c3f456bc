"""Pages that hang, eat memory or kill their reader; the next page is read all the same."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from bot.errors import NotAFeed, NotAnArticle, ReaderCrashed, ReadError, ReadMemory, ReadTimeout
from bot.model import Page
from bot.reader import Reader, pool
from bot.settings import Read

HERE = str(Path(__file__).parent)
SETTINGS = Read(deadline_seconds=0.5, workers=2)


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    async with Reader(SETTINGS, handler="odd_handlers:act", paths=(HERE,)) as reader:
        yield reader


def page(order: str) -> Page:
    return Page(None, order.encode())


async def child_of(reader: Reader) -> int:
    return int((await reader.read(page("who are you"))).article.title.split()[0])


async def test_a_page_is_read_in_another_process(reader: Reader) -> None:
    reading = await reader.read(page("hello"))
    assert reading.article.body[0].text == "hello"
    assert await child_of(reader) != os.getpid()


@pytest.mark.parametrize(
    ("order", "error"),
    [
        ("hang", ReadTimeout),
        ("eat", ReadMemory),
        ("abort", ReaderCrashed),
        ("vanish", ReaderCrashed),
        ("exit", ReaderCrashed),
        ("deep", ReaderCrashed),
        ("fail", ReaderCrashed),
    ],
)
async def test_a_bad_page_is_one_error_and_the_next_page_is_read(
    reader: Reader, order: str, error: type[ReadError]
) -> None:
    before = await child_of(reader)
    with pytest.raises(error) as caught:
        await reader.read(page(order))
    assert "must not leave" not in str(caught.value)
    assert await child_of(reader) != before
    assert not psutil.pid_exists(before) or psutil.Process(before).status() == psutil.STATUS_ZOMBIE


async def test_a_feed_is_read_in_the_same_child_as_pages_and_one_that_is_refused_costs_none(reader: Reader) -> None:
    before = await child_of(reader)
    seen = await reader.feed(page("<rss><channel><item><title>One</title></item></channel></rss>"))
    assert seen.feed is not None
    assert [entry.title for entry in seen.feed.entries] == ["One"]
    with pytest.raises(NotAFeed) as caught:
        await reader.feed(page('<!DOCTYPE rss [<!ENTITY a "ha">]><rss/>'))
    assert caught.value.detail == "entities"
    assert await child_of(reader) == before


async def test_a_feed_that_takes_too_long_is_given_up() -> None:
    item = "<item>" + "<title>&amp;amp;</title>" * 3 + "</item>"
    async with Reader(Read(deadline_seconds=0.01, workers=1)) as reader:
        with pytest.raises(ReadTimeout):
            await reader.feed(page("<rss><channel>" + item * 100_000 + "</channel></rss>"))


async def test_a_page_that_is_no_article_costs_no_child(reader: Reader) -> None:
    before = await child_of(reader)
    with pytest.raises(NotAnArticle) as caught:
        await reader.read(page("no article"))
    assert caught.value.detail == "home_page"
    assert await child_of(reader) == before


async def test_what_a_library_prints_does_not_reach_the_wire(reader: Reader) -> None:
    assert (await reader.read(page("chatter"))).article.body[0].text == "chatter"


async def test_large_pages_and_answers_pass(reader: Reader) -> None:
    big = Page(None, b"long" + b" " * 5_000_000)
    assert len((await reader.read(big)).article.body[0].text) == 3_000_000


async def test_one_bad_page_leaves_the_others_alone(reader: Reader) -> None:
    orders = ["hang", "slow", "abort", "slow", "slow", "vanish", "slow"]
    results = await asyncio.gather(*(reader.read(page(order)) for order in orders), return_exceptions=True)
    failed = [isinstance(result, ReadError) for result in results]
    assert failed == [order != "slow" for order in orders]


async def test_many_pages_share_few_children(reader: Reader) -> None:
    readings = await asyncio.gather(*(reader.read(page("slow")) for _ in range(8)))
    assert len({reading.article.title for reading in readings}) == 2


async def test_a_cancelled_page_frees_its_turn(reader: Reader) -> None:
    waiting = [asyncio.create_task(reader.read(page("hang"))) for _ in range(2)]
    await asyncio.sleep(0.1)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert (await reader.read(page("hello"))).article.body[0].text == "hello"


async def test_children_that_nobody_needs_are_let_go(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    await asyncio.gather(*(reader.read(page("slow")) for _ in range(4)))
    assert len(psutil.Process().children()) >= 2
    monkeypatch.setattr(pool, "IDLE_SECONDS", 0.05)
    await reader.close()
    await reader.start()
    await asyncio.gather(*(reader.read(page("slow")) for _ in range(4)))
    async with asyncio.timeout(60):
        while len(reading_children()) > 1:
            await asyncio.sleep(0.05)


def reading_children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if reads(child)]


def reads(child: psutil.Process) -> bool:
    """One that ended while we look, or waits to be buried, reads no more."""
    try:
        return any("bot.reader.child" in part for part in child.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


async def test_closing_leaves_no_child() -> None:
    async with Reader(SETTINGS, handler="odd_handlers:act", paths=(HERE,)) as reader:
        child = await child_of(reader)
    assert not psutil.pid_exists(child)


async def test_a_handler_that_is_not_there_is_told() -> None:
    with pytest.raises(ReaderCrashed, match="does not start"):
        await Reader(SETTINGS, handler="nowhere:act").start()


PARENT = """
import asyncio, sys
from bot.reader import Reader
from bot.settings import Read
async def main():
    reader = Reader(Read(), handler="odd_handlers:act", paths=(sys.argv[1],))
    await reader.start()
    print("up", flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
async def test_children_die_with_a_parent_that_was_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, HERE], stdout=subprocess.PIPE, cwd=Path.cwd())
    assert parent.stdout is not None
    parent.stdout.readline()
    [child] = psutil.Process(parent.pid).children()
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    async with asyncio.timeout(30):
        while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
            await asyncio.sleep(0.02)
