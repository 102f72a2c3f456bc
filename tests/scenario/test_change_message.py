"""People edit and delete what they posted; the bot's answers follow."""

from __future__ import annotations

import asyncio

from bot.chat import Tone
from tests.site import Site
from tests.talk import MARA, Talk, kinds


async def test_a_deleted_message_takes_its_briefing_along(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    await talk.deletes(ref)
    assert talk.deleted == [standing]


async def test_after_a_deletion_the_story_may_be_told_again(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    ref, _ = await talk.says(url)
    await talk.deletes(ref)
    _, replies = await talk.says(url, who=MARA)
    assert kinds(replies) == [Tone.BRIEFING]
    assert site.asked["/bridge"] == 1


async def test_a_message_deleted_while_it_is_read_gets_no_answer(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    site.delays["/bridge"] = 0.3
    posting = asyncio.create_task(talk.says(url))
    while not site.asked["/bridge"]:
        await asyncio.sleep(0.01)
    ref = talk.last_posted
    await talk.deletes(ref)
    _, replies = await posting
    assert replies == []


async def test_an_edit_that_adds_a_link_briefs_it(talk: Talk, site: Site) -> None:
    ref, replies = await talk.says("wait, I have it somewhere")
    assert replies == []
    replies = await talk.edits_to(ref, f"here: {site.story('/bridge')}")
    assert kinds(replies) == [Tone.BRIEFING]


async def test_an_edit_that_keeps_the_link_changes_nothing(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    ref, _ = await talk.says(f"look {url}")
    assert await talk.edits_to(ref, f"look at this: {url}") == []
    assert not talk.edits
    assert not talk.deleted


async def test_an_edit_that_swaps_the_link_swaps_the_briefing_in_place(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    await talk.edits_to(ref, site.story("/tunnel", "Westhaven"))
    assert talk.shown[standing].card.title == "Westhaven to rebuild its harbour bridge"
    await talk.deletes(ref)
    assert talk.deleted == [standing]


async def test_an_edit_that_removes_the_link_takes_the_briefing_back(talk: Talk, site: Site) -> None:
    ref, _ = await talk.says(site.story("/bridge"))
    standing = talk.answer_to(ref)
    await talk.edits_to(ref, "never mind")
    assert talk.deleted == [standing]


async def test_deleting_the_first_message_leaves_the_pointer_and_frees_the_story(talk: Talk, site: Site) -> None:
    url = site.story("/bridge")
    first, _ = await talk.says(url)
    second, _ = await talk.says(url, who=MARA)
    await talk.deletes(first)
    assert talk.answer_to(second) in talk.shown
    _, replies = await talk.says(url)
    assert kinds(replies) == [Tone.POINTER], "Mara's message is now the first"
