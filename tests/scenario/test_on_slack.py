"""Standfirst on Slack, whole: the real core and store, the real Slack clients, a news site and a Slack on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.slack.settings import SlackSettings
from bot.app import App, Parts, assemble
from bot.app.serve import values_for
from bot.chat import Place
from bot.settings import Fetch, Settings
from bot.store import shares
from tests.adapters.slack.loopback import Message
from tests.adapters.slack.loopback.shown import words
from tests.adapters.slack.loopback.state import Json
from tests.adapters.slack.stage import SlackStage, open_stage, running, until
from tests.site import Site

TITLE = "Eastmouth to rebuild its harbour bridge"


@pytest.fixture
async def parts(tmp_path: Path, site: Site) -> AsyncIterator[Parts]:
    fetch = Fetch(allow_loopback=(site.host,), timeout_seconds=5)
    settings = Settings(data=str(tmp_path / "data"), fetch=fetch, sections={"slack": SlackSettings()})
    async with assemble(settings) as parts:
        yield parts


@pytest.fixture
async def stage(parts: Parts) -> AsyncIterator[SlackStage]:
    async with open_stage(App(parts), values_for(parts, "slack")) as stage:
        yield stage


async def set_up(stage: SlackStage, what: str = "mode:automatic") -> None:
    """An admin sets the channel up, and reads back that it is."""
    before = len(stage.bots(to="mara"))
    await stage.people.command(stage.mara, f"/standfirst settings {what}")

    async def told() -> bool:
        return len(stage.bots(to="mara")) > before

    await until(told)


async def test_a_channel_is_silent_until_it_is_set_up(stage: SlackStage, site: Site) -> None:
    await stage.people.post(stage.jonas, site.story("/bridge"))
    await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> {site.story('/ferry', 'Southmouth')}")
    await stage.sees("Southmouth to rebuild")
    assert not [each for each in stage.bots() if TITLE in words(each)]
    await set_up(stage)
    message = await stage.people.post(stage.jonas, site.story("/pier", "Westmouth"))
    answer = await stage.sees("Westmouth to rebuild")
    assert answer.thread_ts == message.ts


async def test_the_same_event_four_times_over_a_restart_and_both_ways_in_is_one_briefing(
    stage: SlackStage, site: Site, parts: Parts
) -> None:
    await set_up(stage)
    stage.slack.delivery.times = 4
    message = await stage.people.post(stage.jonas, site.story("/bridge"))
    await stage.sees(TITLE)
    await stage.platform.close()
    again = {**message.json(), "channel_type": "channel", "channel": stage.newsroom.id, "event_ts": message.ts}
    async with running(stage.slack, stage.space, App(parts), stage.values, http=True):
        await stage.people.event(again, "message.channels", stage.newsroom)
        other = await stage.people.post(stage.jonas, site.story("/pier", "Westmouth"))
        await stage.sees("Westmouth to rebuild")
    assert len([each for each in stage.bots() if TITLE in words(each)]) == 1
    assert len([each for each in stage.bots() if each.thread_ts == other.ts]) == 1


async def test_whoever_names_the_bot_is_answered_in_any_channel(stage: SlackStage, site: Site) -> None:
    message = await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> {site.story('/bridge')}")
    assert (await stage.sees(TITLE)).thread_ts == message.ts


async def test_a_newspaper_asks_for_a_briefing_once(stage: SlackStage, site: Site) -> None:
    await set_up(stage, "mode:reaction")
    message = await stage.people.post(stage.jonas, site.story("/bridge"))
    await stage.people.react(stage.mara, message, "newspaper")
    await stage.sees(TITLE)
    await stage.people.react(stage.jonas, message, "newspaper")
    await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> {site.story('/pier', 'Westmouth')}")
    await stage.sees("Westmouth to rebuild")
    assert len([each for each in stage.bots() if TITLE in words(each)]) == 1


async def test_brief_this_and_whos_who_on_anybodys_message(stage: SlackStage, site: Site) -> None:
    message = await stage.people.post(stage.mara, f"read this: {site.story('/bridge')}")
    await stage.people.choose(stage.jonas, message, "brief")
    assert (await stage.sees(TITLE)).thread_ts == message.ts
    await stage.people.choose(stage.jonas, message, "who")
    private = await stage.sees("Ines Calder")
    assert private.private_to in ("", stage.jonas.id)


async def test_the_buttons_of_a_briefing_work_after_a_restart(stage: SlackStage, site: Site, parts: Parts) -> None:
    await set_up(stage)
    await stage.people.post(stage.jonas, site.story("/bridge"))
    answer = await stage.sees(TITLE)
    before = words(answer)
    await stage.platform.close()
    async with running(stage.slack, stage.space, App(parts), stage.values):
        await stage.people.press(stage.mara, answer, "Where does it say that?")
        await stage.sees("Where it says that", to="mara")
        await stage.people.press(stage.jonas, answer, "More")

        async def longer() -> bool:
            return words(stage.newsroom.messages[answer.ts]) != before

        await until(longer)
        await stage.people.press(stage.jonas, stage.newsroom.messages[answer.ts], "Delete")

        async def gone() -> bool:
            return answer.ts not in stage.newsroom.messages

        await until(gone)


async def test_a_deleted_message_takes_its_briefing_along(stage: SlackStage, site: Site) -> None:
    await set_up(stage)
    message = await stage.people.post(stage.jonas, site.story("/bridge"))
    answer = await stage.sees(TITLE)
    await stage.people.delete(message)

    async def gone() -> bool:
        return answer.ts not in stage.newsroom.messages

    await until(gone)


async def test_an_edited_link_is_briefed_anew(stage: SlackStage, site: Site) -> None:
    await set_up(stage)
    message = await stage.people.post(stage.jonas, site.story("/bridge"))
    await stage.sees(TITLE)
    await stage.people.edit(message, site.story("/pier", "Westmouth"))
    await stage.sees("Westmouth to rebuild")


async def test_where_the_bot_is_not_it_says_how_to_invite_it(stage: SlackStage, site: Site) -> None:
    lobby = stage.channels["lobby"]
    await stage.people.command(stage.jonas, f"/brief {site.story('/bridge')}", at=lobby)
    private = await stage.sees(TITLE, at=lobby)
    assert private.private_to == stage.jonas.id
    await stage.sees("/invite @standfirst", at=lobby)
    assert not stage.bots(to="mara", at=lobby)


async def test_nobody_but_an_admin_sets_a_channel_up_unless_the_workspace_says_so(stage: SlackStage) -> None:
    await stage.people.command(stage.jonas, "/standfirst settings mode:automatic")
    await stage.sees("Only someone who may manage this channel")
    await set_up(stage, "managers:creators")
    assert stage.newsroom.creator == stage.jonas.id
    await stage.people.command(stage.jonas, "/standfirst settings mode:automatic")

    async def twice() -> bool:
        return len(stage.bots()) >= 2

    await until(twice)
    assert "Only someone" not in words(stage.bots()[-1])


async def test_a_broken_link_is_told_to_one_person_in_the_thread(stage: SlackStage, site: Site) -> None:
    await set_up(stage)
    root = await stage.people.post(stage.mara, "links please")
    await stage.people.post(stage.jonas, site.url("/nothing"), thread=root.ts)
    private = await stage.sees("there is no such page")
    assert (private.private_to, private.thread_ts) == (stage.jonas.id, root.ts)
    assert not [each for each in stage.bots(to="aiko") if "no such page" in words(each)]


async def test_a_private_channels_stories_never_show_elsewhere(stage: SlackStage, site: Site) -> None:
    editors = stage.channels["editors"]
    await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> {site.story('/bridge')}", at=editors)
    await stage.sees(TITLE, at=editors)
    await stage.people.command(stage.jonas, "/who Ines Calder")

    async def answered() -> list[Message]:
        return stage.bots()

    [answer] = await until(answered)
    assert "bridge" not in words(answer)


async def test_an_app_that_is_removed_leaves_nothing(stage: SlackStage, site: Site, parts: Parts) -> None:
    await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> {site.story('/bridge')}")
    await stage.sees(TITLE)
    await stage.people.event({"type": "app_uninstalled"}, "app_uninstalled", None)

    async def nothing() -> bool:
        async with parts.store.reading() as c:
            return await shares.latest(c, Place("slack", stage.space.id, stage.newsroom.id)) is None

    await until(nothing)


async def test_the_home_page_shows_what_there_is_to_do(stage: SlackStage) -> None:
    await stage.people.open_home(stage.jonas)

    async def drawn() -> bool:
        return "/brief" in str(stage.space.homes.get(stage.jonas.id, ""))

    await until(drawn)


async def test_every_wrong_form_of_a_command_has_a_usable_answer(stage: SlackStage) -> None:
    for number, line in enumerate(
        ("/brief not a link", "/who Nobody Known", "/standfirst", "/standfirst sing", "/standfirst settings mode:loud"),
        1,
    ):
        await stage.people.command(stage.mara, line)

        async def answered(wanted: int = number) -> bool:
            return len(stage.bots(to="mara")) >= wanted

        await until(answered)
        said = words(stage.bots(to="mara")[-1])
        assert "Something went wrong" not in said


async def test_a_topic_is_followed_through_the_form_and_a_bad_query_shows_at_its_field(
    stage: SlackStage, site: Site
) -> None:
    await stage.people.post(stage.jonas, f"<@{stage.space.bot_user}> {site.story('/bridge')}")
    await stage.sees(TITLE)
    await stage.people.shortcut(stage.mara, "follow")

    async def opened() -> list[Json]:
        return list(stage.slack.views.values())

    [view] = await until(opened)
    errors = await stage.people.submit(stage.mara, view, {"query": "(harbour"})
    assert list(errors) == ["query"]
    assert await stage.people.submit(stage.mara, view, {"query": "harbour bridge"}) == {}
    rehearsal = await stage.sees("In the last 7 days", to="mara")
    await stage.people.press(stage.mara, rehearsal, "Follow")
    await stage.sees("This channel follows harbour bridge", to="aiko")
    await stage.people.command(stage.mara, "/topics list")

    async def listed() -> bool:
        return any("harbour bridge" in words(each) for each in stage.bots(to="mara")[-1:])

    await until(listed)


async def test_german_people_are_spoken_to_in_german(stage: SlackStage, site: Site) -> None:
    greta = stage.slack.user(stage.space, "Greta Kaiser", locale="de-DE")
    stage.newsroom.members.add(greta.id)
    await stage.people.command(greta, "/standfirst help")

    async def told() -> list[Message]:
        return [m for m in stage.newsroom.messages.values() if m.private_to == greta.id]

    [message] = await until(told)
    assert "Was ich kann" in words(message)
