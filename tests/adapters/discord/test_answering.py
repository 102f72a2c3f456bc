"""Commands, menus, completion and files: acknowledged at once, answered to the right people, and never lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from bot.chat import (
    Action,
    Button,
    Card,
    Choice,
    CommandCalled,
    CommandSpec,
    Event,
    MessageChosen,
    OptionSpec,
    Paragraph,
    Reply,
    Span,
    Tone,
    Working,
)
from bot.errors import StoreError
from tests.adapters.discord.stage import Stage, on_stage
from tests.discord.interactions import LATER
from tests.discord.people import until, words
from tests.discord.wire import Fault
from tests.discord.world import EPHEMERAL, LOADING, Message, User
from tests.fakes import BRIEF, HELP, ScriptedCore, place_of, says

CARD = Card(title="The bridge", body=(Paragraph((Span("It comes back."),)),), tone=Tone.BRIEFING)
PROBLEM = Card(body=(Paragraph((Span("That page is not there."),)),), tone=Tone.PROBLEM)
TOPICS = CommandSpec(
    "topics",
    "What this channel follows",
    "/topics follow|list",
    manage=True,
    parts=(
        CommandSpec(
            "follow", "Follow a topic", "/topics follow", (OptionSpec("query", "What", required=True, suggests=True),)
        ),
        CommandSpec("list", "What is followed", "/topics list", private=True),
    ),
)
LISTS = CommandSpec("feeds", "Feeds", "/feeds", (OptionSpec("file", "A list", file=True),))
WHO = CommandSpec(
    "who", "Who's who", "/who", (OptionSpec("kind", "Which", choices=(Choice("all", "All"),)),), private=True
)


class SlowCore(ScriptedCore):
    """Answers once it is let go."""

    async def handle(self, event: Event) -> AsyncIterator[Action]:
        self.events.append(event)
        yield Working(place_of(event))
        await self.let_go.wait()
        for action in self.script(event):
            yield action

    let_go: asyncio.Event


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore(commands=(BRIEF, HELP, TOPICS, LISTS, WHO))


@pytest.fixture
async def slow() -> SlowCore:
    core = SlowCore(commands=(BRIEF, HELP, TOPICS, LISTS, WHO))
    core.let_go = asyncio.Event()
    return core


@pytest.fixture
async def stage(core: ScriptedCore) -> AsyncIterator[Stage]:
    async with on_stage(core) as stage:
        yield stage


def seen(stage: Stage, who: User) -> Sequence[Message]:
    return [m for m in stage.people.seen(stage.town.newsroom, who) if m.author is stage.town.world.bot]


async def test_a_command_is_deferred_at_once_and_its_answer_takes_the_placeholders_place(slow: SlowCore) -> None:
    slow.script = says(CARD)
    async with on_stage(slow) as stage:
        sent = await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
        await asyncio.wait_for(sent.acknowledged.wait(), 5)
        assert sent.callback == LATER
        assert sent.original is not None
        assert sent.original.flags & LOADING
        assert seen(stage, stage.town.jonas) == []
        slow.let_go.set()
        [answer] = await stage.people.answers(stage.town.newsroom, stage.town.mara)
        assert answer is sent.original
        assert "It comes back." in words(answer)


async def test_a_private_command_answers_its_caller_alone(stage: Stage, core: ScriptedCore) -> None:
    core.script = says(CARD, private=True)
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "who")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    assert answer.flags & EPHEMERAL
    assert seen(stage, stage.town.mara) == []


async def test_an_error_on_a_public_command_is_told_to_its_caller_alone(stage: Stage, core: ScriptedCore) -> None:
    core.script = says(PROBLEM, private=True)
    sent = await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    assert sent.callback == LATER
    assert answer.flags & EPHEMERAL
    assert "not there" in words(answer)
    assert seen(stage, stage.town.mara) == []


async def test_after_a_quarter_of_an_hour_the_answer_goes_to_the_channel(slow: SlowCore) -> None:
    slow.script = says(CARD)
    async with on_stage(slow) as stage:
        sent = await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
        await asyncio.wait_for(sent.acknowledged.wait(), 5)
        sent.expired = True
        slow.let_go.set()
        [answer] = await stage.people.answers(stage.town.newsroom, stage.town.mara)
        assert answer is not sent.original
        assert "It comes back." in words(answer)


async def test_after_a_quarter_of_an_hour_what_is_private_stays_private(slow: SlowCore) -> None:
    slow.script = says(PROBLEM, private=True)
    async with on_stage(slow) as stage:
        sent = await stage.people.command(stage.town.newsroom, stage.town.jonas, "who")
        await asyncio.wait_for(sent.acknowledged.wait(), 5)
        sent.expired = True
        slow.let_go.set()
        direct = stage.town.world.direct_with(stage.town.jonas)
        [answer] = await stage.people.answers(direct, stage.town.jonas)
        assert "not there" in words(answer)
        assert seen(stage, stage.town.mara) == []


async def test_a_command_that_nothing_is_to_be_said_of_leaves_no_placeholder(stage: Stage) -> None:
    sent = await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    await asyncio.wait_for(sent.acknowledged.wait(), 5)
    await until(lambda: not stage.town.newsroom.messages)


async def test_several_answers_all_arrive(stage: Stage, core: ScriptedCore) -> None:
    def three(event: Event) -> list[Reply]:
        place = place_of(event)
        person = event.speaker if isinstance(event, CommandCalled) else None
        return [Reply("a", CARD, place), Reply("b", PROBLEM, place, private_to=person), Reply("c", CARD, place)]

    core.script = three
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    assert len(await stage.people.answers(stage.town.newsroom, stage.town.jonas, 3)) == 3
    assert len(seen(stage, stage.town.mara)) == 2


async def test_a_part_of_a_command_is_named_with_it(stage: Stage, core: ScriptedCore) -> None:
    news = stage.town.newsroom
    await stage.people.command(news, stage.town.mara, "topics", "follow", options={"query": " harbour "})
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, CommandCalled)
    assert (event.name, dict(event.options)) == ("topics follow", {"query": "harbour"})
    assert event.speaker.can_manage
    assert await stage.people.complete(news, stage.town.mara, "topics", "follow", query="h") == [
        "harbour",
        "headline",
        "herring",
    ]


async def test_a_part_may_be_private_where_the_rest_is_not(stage: Stage, core: ScriptedCore) -> None:
    core.script = says(CARD, private=True)
    sent = await stage.people.command(stage.town.newsroom, stage.town.mara, "topics", "list")
    await stage.people.answers(stage.town.newsroom, stage.town.mara)
    assert sent.original is not None
    assert sent.original.only_for == stage.town.mara.id
    assert not stage.discord.wire.made("DELETE", "@original")


async def test_an_attached_file_is_handed_over_as_its_text(stage: Stage, core: ScriptedCore) -> None:
    await stage.people.command(stage.town.newsroom, stage.town.mara, "feeds", file="größe\n".encode())
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, CommandCalled)
    assert dict(event.options) == {"file": "größe\n"}


async def test_a_file_that_is_no_text_is_left_out(stage: Stage, core: ScriptedCore) -> None:
    await stage.people.command(stage.town.newsroom, stage.town.mara, "feeds", file=b"\xff\xfe\x00\x9f")
    await until(lambda: core.events)
    [event] = core.events
    assert isinstance(event, CommandCalled)
    assert not event.options


async def test_the_menu_works_on_any_message(stage: Stage, core: ScriptedCore) -> None:
    news = stage.town.newsroom
    embed = {"url": "https://courier.example/a", "title": "A story"}
    posted = await stage.people.post(news, User("Wire", bot=True), "", embeds=[embed])
    await until(lambda: core.events)
    core.events.clear()
    core.script = says(CARD)
    sent = await stage.people.choose(posted, stage.town.jonas, "Brief this")
    await stage.people.answers(news, stage.town.mara)
    [event] = core.events
    assert isinstance(event, MessageChosen)
    assert (event.action, event.ref.id) == ("brief", str(posted.id))
    assert "https://courier.example/a" in event.text
    assert event.author is not None
    assert event.author.name == "wire"
    assert sent.callback == LATER


async def test_what_is_typed_is_completed_with_what_fits(stage: Stage, core: ScriptedCore) -> None:
    async def many(command: str, option: str, prefix: str, place: object) -> list[str]:
        return ["x" * 200, "", *(f"name {n}" for n in range(40))]

    core.suggest = many  # type: ignore[method-assign]
    offered = await stage.people.complete(stage.town.newsroom, stage.town.jonas, "brief", what="n")
    assert offered == [f"name {n}" for n in range(25)]


async def test_an_interaction_that_comes_twice_is_answered_once(stage: Stage, core: ScriptedCore) -> None:
    """A replay, or a second process: who acknowledges it answers it."""
    core.script = says(CARD)
    session = next(iter(stage.discord.gateway.sessions.values()))
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    again = next(each["d"] for each in session.sent if each["t"] == "INTERACTION_CREATE")
    await session.tell("INTERACTION_CREATE", again)
    await until(lambda: len(stage.discord.wire.made("POST", "/callback$")) == 2)
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    assert len(await stage.people.answers(stage.town.newsroom, stage.town.jonas, 2)) == 2
    assert len(core.events) == 2


async def test_a_command_that_is_heard_too_late_is_answered_in_the_channel(stage: Stage, core: ScriptedCore) -> None:
    core.script = says(CARD)
    stage.discord.wire.faults.append(Fault("POST", "callback", 404, code=10062))
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.mara)
    assert "It comes back." in words(answer)


async def test_an_answer_that_discord_refuses_is_apologised_for(stage: Stage, core: ScriptedCore) -> None:
    core.script = says(CARD)
    stage.discord.wire.faults.append(Fault("PATCH", "@original", 400))
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    assert "It did not work" in words(answer)
    assert seen(stage, stage.town.mara) == []


async def test_a_memory_that_is_down_is_told_to_who_pressed(stage: Stage, core: ScriptedCore) -> None:
    """What a long button means is kept in the store."""

    async def down(key: str) -> str | None:
        raise StoreError("the disk is full")

    core.script = says(Card(title="The bridge", buttons=(Button("follow", "x" * 200, "Follow"),)))
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    [card] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    stage.values.get = down  # type: ignore[method-assign]
    await stage.people.press(card, stage.town.mara, "Follow")
    told = (await stage.people.answers(stage.town.newsroom, stage.town.mara, 2))[-1]
    assert told.flags & EPHEMERAL
    assert "the disk is full" in words(told)


async def test_a_slow_discord_delays_the_answer_and_nothing_else(stage: Stage, core: ScriptedCore) -> None:
    core.script = says(CARD)
    stage.discord.wire.faults += [Fault("PATCH", "@original", 500), Fault("POST", "callback", 0, delay=0.2)]
    await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
    [answer] = await stage.people.answers(stage.town.newsroom, stage.town.jonas)
    assert "It comes back." in words(answer)


@pytest.mark.parametrize(("guild", "told"), [("de", "de"), ("es-ES", "es-ES")])
async def test_the_guild_says_which_language(core: ScriptedCore, guild: str, told: str) -> None:
    async with on_stage(core) as stage:
        stage.town.guild.locale = guild
        await stage.people.command(stage.town.newsroom, stage.town.jonas, "brief")
        await until(lambda: core.events)
        [event] = core.events
        assert isinstance(event, CommandCalled)
        assert event.locale == told
