"""Several platforms in one process: one that fails leaves the others alone, and the last one's failure is the end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
import structlog.testing

from adapters.registry import ADAPTERS
from bot.app.serve import for_ever, supervise
from bot.chat import Card
from bot.errors import ConfigError

REFUSED = ConfigError("discord.token", "Discord refuses it", "Make a new one.")


def run(name: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    return asyncio.create_task(work, name=name)


async def fails(error: Exception) -> None:
    raise error


async def test_a_refused_token_is_told_and_the_other_platform_goes_on() -> None:
    stop = asyncio.Event()

    async def serves() -> None:
        await stop.wait()

    with structlog.testing.capture_logs() as logs:
        watching = asyncio.create_task(supervise([run("discord", fails(REFUSED)), run("slack", serves())]))
        while not logs:
            await asyncio.sleep(0)
        assert not watching.done()
        stop.set()
        await watching
    [told] = logs
    assert (told["platform"], told["still_running"]) == ("discord", ["slack"])
    assert "Make a new one." in told["error"]


async def test_alone_its_failure_ends_the_process() -> None:
    with pytest.raises(ConfigError, match="Make a new one"):
        await supervise([run("discord", fails(REFUSED))])


async def test_of_several_that_all_fail_the_first_failure_is_the_end() -> None:
    with pytest.raises(ConfigError, match="refuses"):
        await supervise([run("discord", fails(REFUSED)), run("slack", fails(RuntimeError("odd")))])


async def test_a_platform_that_a_person_leaves_ends_the_bot() -> None:
    never = run("web", asyncio.Event().wait())  # type: ignore[arg-type]
    await supervise([never, run("console", asyncio.sleep(0))])
    never.cancel()


async def test_what_runs_in_the_background_is_begun_again() -> None:
    begun = asyncio.Semaphore(0)

    async def work() -> None:
        begun.release()
        raise RuntimeError("the database is gone")

    with structlog.testing.capture_logs() as logs:
        task = asyncio.create_task(for_ever("worker", work, pause=0))
        for _ in range(3):
            await begun.acquire()
        task.cancel()
    assert {entry["event"] for entry in logs} == {"background_failed"}


@pytest.mark.parametrize("name", ADAPTERS)
def test_a_platforms_preview_needs_no_account(name: str) -> None:
    preview = ADAPTERS[name].preview()
    if preview is not None:
        assert "Town opens bridge" in str(preview(Card(title="Town opens bridge")))
