"""A person at the terminal: speakers, channels, numbers, buttons, mistakes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from adapters.console.completion import Completions
from adapters.console.inbound import Command, Mistake, Order, Say, parse
from adapters.console.people import CHANNELS
from adapters.console.render import safe, web_address
from bot.chat import (
    ButtonPressed,
    Card,
    CommandCalled,
    Hint,
    MessageChosen,
    MessagePosted,
    Paragraph,
    ReactionAdded,
    Span,
    hints,
)
from tests.adapters.console.stage import open_console
from tests.contract.platform_contract import BRIEFING
from tests.fakes import BRIEF, HELP, SETTINGS, ScriptedCore, ValuesInMemory, says

COMMANDS = (BRIEF, HELP)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("  ", None),
        ("good morning", Say("good morning")),
        ("/brief https://a.example/x y", Command("brief", {"what": "https://a.example/x y"})),
        ("/help", Command("help", {})),
        ("/unknown thing", Command("unknown", {})),
        ("/ not a command", Say("/ not a command")),
        (":as Mara", Order("as", rest="mara")),
        (":in #general", Order("in", rest="general")),
        (":edit #3 new text", Order("edit", 3, "new text")),
        (":press 4", Order("press", 4)),
        (":-) hello", Say(":-) hello")),
        ("a\nb", Say("a\nb")),
    ],
)
def test_what_a_line_means(line: str, meant: object) -> None:
    assert parse(line, COMMANDS) == meant


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (":edit three x", "NUMBER"),
        (":edit 3", "NUMBER"),
        (":peple", "Did you mean :people?"),
        (":xyzzy", ":help"),
        (":as", ":people"),
        ("x" * 60_000, "too long"),
    ],
)
def test_a_mistake_is_told_with_its_mending(line: str, told: str) -> None:
    meant = parse(line, COMMANDS)
    assert isinstance(meant, Mistake)
    assert told in meant.told


async def test_switching_speaker_and_channel() -> None:
    core = ScriptedCore()
    async with open_console(core) as console:
        for line in (":as mara", ":in editors", "hello", ":as nobody", ":in nowhere"):
            await console.type(line)
        await console.sees("There is no #nowhere")
        assert "There is no nobody" in console.text()
    [event] = core.events
    assert isinstance(event, MessagePosted)
    assert (event.speaker.name, event.ref.place.channel, event.ref.place.private) == ("Mara Lind", "editors", True)


async def test_numbers_go_on_in_the_next_session() -> None:
    values, number = ValuesInMemory(), ""
    for text in ("one", "two"):
        async with open_console(ScriptedCore(), values) as console:
            await console.type(text)
            number = await console.number_of(text)
    assert number == "2"


async def test_a_pointer_shows_the_number_of_the_message() -> None:
    core = ScriptedCore()
    async with open_console(core) as console:
        await console.type("the first")
        await console.number_of("the first")
        [event] = core.events
        assert isinstance(event, MessagePosted)
        core.script = says(Card(body=(Paragraph((Span("see that message", message=event.ref),)),)))
        await console.type("again")
        await console.sees(f"see that message (#{event.ref.id})")


async def test_a_button_by_its_number_its_letters_or_wrongly() -> None:
    core = ScriptedCore(says(BRIEFING))
    async with open_console(core) as console:
        await console.type("look")
        await console.sees("[1] Delete")
        core.script = lambda _: ()
        for line in (":press 2", ":press 2 del", ":press 2 nothing", ":press 99"):
            await console.type(line)
        await console.sees("#99 has no such button")
        assert "#2 has no such button" in console.text()
    assert sum(isinstance(event, ButtonPressed) for event in core.events) == 2


async def test_a_message_of_someone_else_cannot_be_changed() -> None:
    core = ScriptedCore()
    async with open_console(core) as console:
        await console.type("mine")
        number = await console.number_of("mine")
        await console.type(":as aiko")
        await console.type(f":delete {number}")
        await console.sees("is not a message of Aiko Tanaka")
    assert len(core.events) == 1


def test_nothing_of_the_web_can_steer_the_terminal() -> None:
    assert safe("\x1b[31mred\x07 \u202etxt\u200b") == "[31mred txt"
    assert web_address("https://a.example/\x1b]0;x") is None
    assert web_address("javascript:alert(1)") is None
    assert web_address("https://a.example/x") == "https://a.example/x"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/br", ["/brief "]),
        ("/brief h", ["harbour", "headline", "herring"]),
        ("/brief head", ["headline"]),
        ("/help h", []),
        (":as ma", ["mara"]),
        ("hello :a", [":as"]),
    ],
)
async def test_what_tab_completes(typed: str, offered: list[str]) -> None:
    found = Completions([":as", "mara"], going_on).get_completions_async(Document(typed), CompleteEvent())
    assert [completion.text async for completion in found] == offered


async def test_a_name_of_several_words_is_replaced_whole() -> None:
    found = Completions([], going_on).get_completions_async(Document("/brief he"), CompleteEvent())
    assert [one.start_position async for one in found] == [-len("he")] * 2


async def going_on(line: str) -> Sequence[Hint]:
    return await hints(ScriptedCore(), line, CHANNELS["newsroom"], COMMANDS)


async def test_a_command_with_several_options() -> None:
    core = ScriptedCore(commands=(BRIEF, SETTINGS))
    async with open_console(core) as console:
        await console.type("/settings mode:automatic length: short")
        await console.heard(core, 1)
    [event] = core.events
    assert isinstance(event, CommandCalled)
    assert (event.name, dict(event.options)) == ("settings", {"mode": "automatic", "length": "short"})


async def test_the_menu_of_a_message_and_a_reaction() -> None:
    core = ScriptedCore(says(BRIEFING))
    async with open_console(core) as console:
        await console.type("look")
        await console.sees("[1] Delete")
        core.script = lambda _: ()
        for line in (
            ":as mara",
            ":choose 1 who",
            ":choose 2",
            ":react 1",
            ":choose 9",
            ":choose 1 nothing",
            ":react 2",
        ):
            await console.type(line)
        await console.sees("#2 is not a message of a person")
        assert console.text().count("or no such entry (brief, who)") == 2
        await console.heard(core, 4)
    _, who, brief, reaction = core.events
    assert isinstance(who, MessageChosen)
    assert isinstance(brief, MessageChosen)
    assert isinstance(reaction, ReactionAdded)
    assert who.author
    assert (who.action, who.text, who.author.name, who.speaker.name) == ("who", "look", "Jonas Weber", "Mara Lind")
    assert (brief.action, brief.text, brief.author) == ("brief", "", None)
    assert (reaction.emoji, reaction.text, reaction.ref) == ("📰", "look", who.ref)
