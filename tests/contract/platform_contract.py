"""What every platform must do, whatever it is: subclass `PlatformContract` and give it a `stage`."""

from __future__ import annotations

import asyncio
from typing import Protocol

import pytest

from bot.chat import (
    Button,
    ButtonPressed,
    Card,
    CommandCalled,
    Delete,
    Edit,
    Kind,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MessageRef,
    Paragraph,
    Platform,
    Reply,
    Span,
    Tone,
)
from tests.fakes import ScriptedCore, place_of, says

BRIEFING = Card(
    title="Eastmouth to rebuild its harbour bridge",
    url="https://courier.example/bridge",
    source=(Span("Coast Courier"),),
    body=(
        Paragraph((Span("The old bridge comes back."),), Kind.LEAD),
        Paragraph((Span("The work will cost 48 million crowns."),), Kind.POINT),
    ),
    buttons=(Button("remove", "value 7", "Delete"),),
    footer=(Span("2 min read"),),
    tone=Tone.BRIEFING,
)
HOSTILE = (
    "@everyone <!channel> <@U1> [bank](http://evil.example) `x` **b** ||s|| <img src=x onerror=alert(1)>"
    " \x1b[31mred\x1b]8;;http://evil.example\x07link\x07 \u202egnp.exe"
)
WAIT = 30.0


class Stage(Protocol):
    """A running platform with a scripted core, and people in front of it. Messages are named by their shown id."""

    platform: Platform
    core: ScriptedCore

    async def post(self, text: str, *, who: str = "jonas") -> str: ...

    async def edit(self, message: str, text: str) -> None: ...

    async def delete(self, message: str) -> None: ...

    async def command(self, line: str) -> None: ...

    async def press(self, message: str, label: str) -> None: ...

    async def shown(self, *, to: str = "jonas") -> str:
        """All that this person can read in the channel now."""
        ...


async def until(check: object) -> None:
    """Wait for an async condition: `check` is a function that returns an awaitable truth."""
    assert callable(check)
    async with asyncio.timeout(WAIT):
        while not await check():
            await asyncio.sleep(0.02)


class PlatformContract:
    async def test_a_posted_message_reaches_the_core(self, stage: Stage) -> None:
        await stage.post("good morning")
        await self.events(stage, 1)
        [event] = stage.core.events
        assert isinstance(event, MessagePosted)
        assert event.text == "good morning"
        assert event.speaker.name.startswith("Jonas")
        assert not event.speaker.can_manage
        assert event.ref.place.platform == event.speaker.platform == stage.platform.name

    async def test_who_may_manage_is_known(self, stage: Stage) -> None:
        await stage.post("hello", who="mara")
        await self.events(stage, 1)
        [event] = stage.core.events
        assert isinstance(event, MessagePosted)
        assert event.speaker.can_manage

    async def test_a_command_reaches_the_core_with_its_option(self, stage: Stage) -> None:
        await stage.command("/brief https://courier.example/bridge")
        await self.events(stage, 1)
        [event] = stage.core.events
        assert isinstance(event, CommandCalled)
        assert event.name == "brief"
        assert dict(event.options) == {"what": "https://courier.example/bridge"}

    async def test_a_command_without_an_option_leaves_it_out(self, stage: Stage) -> None:
        await stage.command("/brief")
        await self.events(stage, 1)
        [event] = stage.core.events
        assert isinstance(event, CommandCalled)
        assert dict(event.options) == {}

    async def test_a_reply_shows_its_title_link_and_points_to_everyone(self, stage: Stage) -> None:
        stage.core.script = says(BRIEFING)
        await stage.post("look")
        await self.sees(stage, "Eastmouth to rebuild its harbour bridge", who="jonas")
        shown = await stage.shown(to="mara")
        for words in ("courier.example", "The old bridge comes back.", "48 million", "Coast Courier", "2 min read"):
            assert words in shown

    async def test_a_private_reply_shows_to_one_person_only(self, stage: Stage) -> None:
        stage.core.script = says(BRIEFING, private=True)
        await stage.post("look")
        await self.sees(stage, "48 million", who="jonas")
        assert "48 million" not in await stage.shown(to="mara")

    async def test_the_bots_own_messages_are_no_events(self, stage: Stage) -> None:
        stage.core.script = says(BRIEFING)
        await stage.post("look")
        await self.sees(stage, "48 million", who="jonas")
        assert len(stage.core.events) == 1

    async def test_what_was_sent_can_be_edited_and_deleted(self, stage: Stage) -> None:
        stage.core.script = says(BRIEFING)
        await stage.post("look")
        await self.sees(stage, "48 million", who="jonas")
        ref = await self.stands(stage)
        other = Card(body=(Paragraph((Span("It now says this."),)),))
        stage.core.script = lambda event: [Edit(ref, Reply("other", other, place_of(event)))]
        await stage.post("change it")
        await self.sees(stage, "It now says this.", who="jonas")
        stage.core.script = lambda _: [Delete(ref)]
        await stage.post("take it back")
        await self.events(stage, 3)

    async def test_a_reply_that_is_not_wanted_any_more_is_taken_back(self, stage: Stage) -> None:
        stage.core.script = says(BRIEFING)
        stage.core.keep = False
        await stage.post("look")
        await until(self.nothing_stands(stage))

    async def test_a_button_carries_its_meaning(self, stage: Stage) -> None:
        stage.core.script = says(BRIEFING)
        await stage.post("look")
        await self.sees(stage, "48 million", who="jonas")
        ref = await self.stands(stage)
        stage.core.script = lambda _: ()
        await stage.press(ref.id, "Delete")
        await self.events(stage, 2)
        pressed = stage.core.events[1]
        assert isinstance(pressed, ButtonPressed)
        assert (pressed.ref, pressed.action, pressed.value) == (ref, "remove", "value 7")

    async def test_an_edit_and_a_deletion_reach_the_core(self, stage: Stage) -> None:
        message = await stage.post("one")
        await self.events(stage, 1)
        await stage.edit(message, "two")
        await self.events(stage, 2)
        await stage.delete(message)
        await self.events(stage, 3)
        posted, edited, deleted = stage.core.events
        assert isinstance(posted, MessagePosted)
        assert isinstance(edited, MessageEdited)
        assert isinstance(deleted, MessageDeleted)
        assert posted.ref == edited.ref == deleted.ref
        assert edited.text == "two"
        assert len({posted.event_id, edited.event_id, deleted.event_id}) == 3

    async def test_a_link_to_a_message_shows_as_one(self, stage: Stage) -> None:
        await stage.post("the first")
        await self.events(stage, 1)
        [event] = stage.core.events
        assert isinstance(event, MessagePosted)
        pointer = Card(body=(Paragraph((Span("Shared before: "), Span("that message", message=event.ref))),))
        stage.core.script = says(pointer)
        await stage.post("again")
        await self.sees(stage, "that message", who="jonas")

    async def test_hostile_words_stay_words(self, stage: Stage) -> None:
        paragraph = Paragraph((Span(HOSTILE),))
        stage.core.script = says(Card(title=HOSTILE, url="https://courier.example/x", body=(paragraph,)))
        await stage.post("look")
        await self.sees(stage, "@everyone", who="jonas")
        shown = await stage.shown()
        assert "\x1b[31m" not in shown
        assert "\u202e" not in shown
        assert "]8;;http://evil.example" not in shown.replace("]8;;http://evil.examplelink", "")

    @pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
    async def test_a_link_that_is_not_of_the_web_is_no_link(self, stage: Stage, href: str) -> None:
        stage.core.script = says(Card(title="Odd", url=href, body=(Paragraph((Span("words", href=href),)),)))
        await stage.post("look")
        await self.sees(stage, "words", who="jonas")
        assert href not in await stage.shown()

    async def test_a_huge_card_still_shows_its_title_and_link(self, stage: Stage) -> None:
        huge = tuple(Paragraph((Span("words and more words " * 200),), Kind.POINT) for _ in range(50))
        stage.core.script = says(Card(title="Huge " * 100, url="https://courier.example/huge", body=huge))
        await stage.post("look")
        await self.sees(stage, "Huge Huge", who="jonas")
        assert "courier.example/huge" in await stage.shown()

    async def test_an_unexpected_failure_shows_no_stack_trace_and_ends_nothing(self, stage: Stage) -> None:
        def fails(_: object) -> list[Reply]:
            raise RuntimeError("secret detail")

        stage.core.script = fails
        await stage.post("look")
        await self.events(stage, 1)
        stage.core.script = says(BRIEFING)
        await stage.post("again")
        await self.sees(stage, "48 million", who="jonas")
        shown = await stage.shown()
        assert "secret detail" not in shown
        assert "Traceback" not in shown

    async def events(self, stage: Stage, number: int) -> None:
        async def enough() -> bool:
            return len(stage.core.events) >= number

        await until(enough)

    async def sees(self, stage: Stage, words: str, *, who: str) -> None:
        async def there() -> bool:
            return words in await stage.shown(to=who)

        await until(there)

    async def stands(self, stage: Stage) -> MessageRef:
        """The one message of the bot's, once the platform has said where it stands: it may be read before that."""

        async def known() -> bool:
            return bool(stage.core.standing)

        await until(known)
        [ref] = stage.core.standing.values()
        return ref

    def nothing_stands(self, stage: Stage) -> object:
        async def nothing() -> bool:
            return bool(stage.core.standing) and "48 million" not in await stage.shown()

        return nothing
