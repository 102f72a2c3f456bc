"""Groups in memory are never ahead of what is committed, whoever else writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat import Space
from bot.model import Article, Block, Briefing, Reading
from bot.services.same_story import Placed, SameStory
from bot.store import Store, spaces, stories
from tests.reports import REPORTS

SPACE = Space("test", "harbour")
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Changed(Exception):
    """The transaction ends badly."""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(f"sqlite:///{tmp_path}/standfirst.db")
    yield opened
    await opened.close()


async def tell(
    store: Store, same: SameStory, number: int, outlet: str, *, at: datetime = NOON, fails: bool = False
) -> Placed:
    """Somebody tells story `number`; the transaction may fail after all."""
    title, sentences = REPORTS[number]
    article = Article(title, tuple(map(Block, sentences)), url=f"https://{outlet}.example/{number}", language="en")
    async with store.transaction() as c:
        keys = [f"{outlet}/{number}"]
        story = await stories.save(c, SPACE, Reading(article, Briefing(title, "", (), 1)), keys, at)
        placed = await same.place(c, SPACE, story, at, from_feed=True)
        await same.look(c, SPACE, story, at)  # memory has seen the row by now
        if fails:
            raise Changed
    return placed


async def test_one_story_is_one_group_also_after_a_restart(store: Store) -> None:
    same = SameStory()
    first = await tell(store, same, 1, "courier")
    other = await tell(store, same, 2, "courier")
    assert first.group_id != other.group_id
    assert (await tell(store, same, 1, "herald")).group_id == first.group_id
    assert (await tell(store, SameStory(), 1, "post", at=NOON + timedelta(days=1))).group_id == first.group_id


async def test_after_a_transaction_that_failed_memory_knows_nothing_of_it(store: Store) -> None:
    same = SameStory()
    await tell(store, same, 0, "courier")
    with pytest.raises(Changed):
        await tell(store, same, 1, "courier", fails=True)
    taken = await tell(store, same, 2, "courier")  # gets the row's id that was rolled back
    assert (await tell(store, same, 1, "herald")).group_id != taken.group_id
    assert (await tell(store, same, 2, "herald")).group_id == taken.group_id


async def test_what_another_process_told_is_known(store: Store) -> None:
    mine, other = SameStory(), SameStory()
    await mine.ready(store, SPACE, NOON)
    first = await tell(store, other, 3, "courier")
    assert (await tell(store, mine, 3, "herald")).group_id == first.group_id


async def test_a_space_that_was_forgotten_and_came_again_begins_anew(store: Store) -> None:
    same = SameStory()
    await tell(store, same, 4, "courier")
    await tell(store, same, 5, "courier")
    async with store.transaction() as c:
        await spaces.remove(c, SPACE)
    again = await tell(store, same, 4, "courier")
    assert again.since == NOON
    assert (await tell(store, same, 4, "herald")).group_id == again.group_id


async def test_after_ten_days_it_is_another_story(store: Store) -> None:
    same = SameStory()
    first = await tell(store, same, 6, "courier")
    later = await tell(store, same, 6, "herald", at=NOON + timedelta(days=11))
    assert later.group_id != first.group_id
