"""What the bot says, as it arrives: in the thread, for the right eyes, with a way back."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.chat import (
    Button,
    Card,
    CommandCalled,
    Edit,
    MessagePosted,
    MessageRef,
    Paragraph,
    Reply,
    Span,
    Tone,
    Working,
)
from tests.adapters.slack.loopback.shown import words
from tests.adapters.slack.stage import SlackStage, until
from tests.contract.platform_contract import BRIEFING
from tests.fakes import ScriptedCore, place_of, says


async def test_a_briefing_is_an_answer_in_the_thread_without_slacks_preview(
    stage: SlackStage, core: ScriptedCore
) -> None:
    core.script = says(BRIEFING)
    message = await stage.people.post(stage.jonas, "https://courier.example/bridge")
    answer = await stage.sees("48 million")
    assert answer.thread_ts == message.ts
    assert not answer.unfurls
    assert "48 million" in answer.text
    assert "https://courier.example/bridge" in answer.text
    [call] = stage.slack.called("chat.postMessage")
    assert call.args["metadata"]["event_payload"]["key"].startswith("key:")


async def test_in_a_thread_the_answer_and_what_is_private_stay_in_it(stage: SlackStage, core: ScriptedCore) -> None:
    root = await stage.people.post(stage.mara, "the first")
    core.script = says(BRIEFING)
    await stage.people.post(stage.jonas, "https://courier.example/bridge", thread=root.ts)
    assert (await stage.sees("48 million")).thread_ts == root.ts
    core.script = says(Card(body=(Paragraph((Span("That did not work."),)),), tone=Tone.PROBLEM), private=True)
    await stage.people.post(stage.jonas, "https://courier.example/broken", thread=root.ts)
    private = await stage.sees("That did not work.")
    assert (private.private_to, private.thread_ts) == (stage.jonas.id, root.ts)


async def test_a_private_answer_to_a_press_in_a_thread_goes_to_that_thread(
    stage: SlackStage, core: ScriptedCore
) -> None:
    core.script = says(BRIEFING)
    message = await stage.people.post(stage.jonas, "look")
    answer = await stage.sees("48 million")
    core.script = says(Card(body=(Paragraph((Span("Where it says that"),)),)), private=True)
    await stage.people.press(stage.mara, answer, "Delete")
    private = await stage.sees("Where it says that", to="mara")
    assert (private.private_to, private.thread_ts) == (stage.mara.id, message.ts)
    assert stage.slack.called("response_url")


async def test_a_slow_answer_is_acknowledged_first(stage: SlackStage, core: ScriptedCore) -> None:
    gate = asyncio.Event()
    begun = asyncio.Event()
    handle = core.handle

    async def slow(event: object) -> object:
        yield Working(place_of(event))  # type: ignore[arg-type]
        begun.set()
        await gate.wait()
        async for action in handle(event):  # type: ignore[arg-type]
            yield action

    core.handle = slow  # type: ignore[method-assign, assignment]
    core.script = says(BRIEFING, private=True)
    await stage.people.command(stage.jonas, "/brief https://courier.example/slow")
    assert stage.slack.delivery.unacknowledged == 0
    await begun.wait()
    assert not stage.bots()
    gate.set()
    await stage.sees("48 million")


async def test_where_the_bot_is_not_it_answers_the_person_and_says_how_to_invite_it(
    stage: SlackStage, core: ScriptedCore
) -> None:
    core.script = says(BRIEFING)
    lobby = stage.channels["lobby"]
    await stage.people.command(stage.jonas, "/brief https://courier.example/bridge", at=lobby)
    private = await stage.sees("48 million", at=lobby)
    assert private.private_to == stage.jonas.id
    await stage.sees("not in", at=lobby)
    assert not stage.bots(to="mara", at=lobby)


async def test_a_way_back_is_used_five_times_and_no_more(stage: SlackStage, core: ScriptedCore) -> None:
    def seven(event: object) -> list[Reply]:
        assert isinstance(event, CommandCalled)
        cards = [Card(body=(Paragraph((Span(f"answer {number}"),)),)) for number in range(7)]
        return [Reply(f"k{n}", card, event.place, private_to=event.speaker) for n, card in enumerate(cards)]

    core.script = seven
    await stage.people.command(stage.jonas, "/brief")
    await stage.sees("answer 6")
    assert len(stage.slack.called("response_url")) == 5
    assert len(stage.slack.called("chat.postEphemeral")) == 2
    assert not stage.bots(to="mara")


async def test_a_card_for_one_person_is_edited_and_taken_back_through_the_way_back(
    stage: SlackStage, core: ScriptedCore
) -> None:
    core.script = says(BRIEFING, private=True)
    await stage.people.command(stage.jonas, "/brief")
    private = await stage.sees("48 million")
    more = Card(body=(Paragraph((Span("More of it."),)),), buttons=(Button("remove", "", "Delete"),))
    core.script = lambda event: [Edit(event.ref, Reply("more", more, place_of(event)))]  # type: ignore[union-attr]
    await stage.people.press(stage.jonas, private, "Delete")
    await stage.sees("More of it.")
    assert len(stage.bots()) == 1


async def test_commands_are_spelled_as_slacks_people_type_them(stage: SlackStage, core: ScriptedCore) -> None:
    core.script = says(Card(body=(Paragraph((Span("Try /help or /settings, and /brief."),)),), tone=Tone.PROBLEM))
    await stage.people.post(stage.jonas, "look")
    answer = await stage.sees("Try")
    assert "Try /standfirst help or /standfirst settings, and /brief." in words(answer)


async def test_a_pointer_leads_to_its_message(stage: SlackStage, core: ScriptedCore) -> None:
    root = await stage.people.post(stage.mara, "the first")

    def pointer(event: object) -> list[Reply]:
        assert isinstance(event, MessagePosted)
        ref = MessageRef(event.ref.place, root.ts)
        return [Reply("k", Card(body=(Paragraph((Span("that message", message=ref),)),)), event.ref.place)]

    core.script = pointer
    await stage.people.post(stage.jonas, "again")
    answer = await stage.sees("that message")
    link = f"https://tharbour.slack.com/archives/{stage.newsroom.id}/p{root.ts.replace('.', '')}"
    assert re.search(re.escape(link), words(answer))


async def test_an_unexpected_failure_is_told_privately(stage: SlackStage, core: ScriptedCore) -> None:
    def fails(_: object) -> list[Reply]:
        raise RuntimeError("secret detail")

    core.script = fails
    await stage.people.command(stage.jonas, "/brief")
    private = await stage.sees("It did not work")
    assert private.private_to == stage.jonas.id
    assert "secret" not in words(private)


async def test_what_takes_long_is_named_until_the_answer_is_there(
    stage: SlackStage, core: ScriptedCore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.slack.answering.SIGN_AFTER", 0.0)
    gate = asyncio.Event()
    handle = core.handle

    async def slow(event: object) -> object:
        yield Working(place_of(event))  # type: ignore[arg-type]
        await gate.wait()
        async for action in handle(event):  # type: ignore[arg-type]
            yield action

    core.handle = slow  # type: ignore[method-assign, assignment]
    core.script = says(BRIEFING)
    await stage.people.command(stage.jonas, "/brief https://courier.example/slow")
    note = await stage.sees("⏳ /brief https://courier.example/slow")
    assert note.private_to == stage.jonas.id
    gate.set()
    await stage.sees("48 million", to="mara")

    async def cleared() -> bool:
        return not [each for each in stage.bots() if "⏳" in words(each)]

    await until(cleared)


async def test_between_two_people_only_who_asked_sees_the_answer(stage: SlackStage, core: ScriptedCore) -> None:
    core.script = says(BRIEFING)
    between = stage.slack.channel(stage.space, "two", "im", bot=False)
    await stage.people.command(stage.jonas, "/brief https://courier.example/bridge", at=between)
    private = await stage.sees("48 million", at=between)
    assert private.private_to == stage.jonas.id
    assert len(stage.bots(at=between)) == 1
