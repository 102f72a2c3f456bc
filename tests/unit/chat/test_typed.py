"""A line of text calls a command, and shows how it may go on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Choice, CommandSpec, OptionSpec, Place, Typed, hints, typed
from tests.fakes import ScriptedCore

MODE = OptionSpec(
    "mode", "What I do", choices=(Choice("off", "nothing"), Choice("automatic", "at once")), label="modus"
)
FOLLOW = CommandSpec(
    "follow", "Follow a topic", "/topics follow query", (OptionSpec("query", "What"), MODE), label="folgen"
)
COMMANDS = (
    CommandSpec(
        "brief", "Brief", "/brief", (OptionSpec("what", "A link", suggests=True), OptionSpec("length", "How long"))
    ),
    CommandSpec("settings", "Settings", "/settings", (MODE, OptionSpec("length", "How long")), label="einstellungen"),
    CommandSpec("topics", "Topics", "/topics", parts=(FOLLOW, CommandSpec("list", "All", "/topics list"))),
    CommandSpec("help", "Help", "/help"),
)
HERE = Place("test", "s", "c")


@pytest.mark.parametrize(
    ("line", "name", "options"),
    [
        ("/help", "help", {}),
        ("/HELP me", "help", {}),
        ("/brief https://a.example/x y", "brief", {"what": "https://a.example/x y"}),
        ("/brief https://a.example/x length: short", "brief", {"what": "https://a.example/x", "length": "short"}),
        ("/settings mode:automatic length:short", "settings", {"mode": "automatic", "length": "short"}),
        ("/settings automatic", "settings", {"mode": "automatic"}),
        ("/einstellungen Modus:off", "settings", {"mode": "off"}),
        ('/topics follow "a mode:off" b mode:off', "topics follow", {"query": '"a mode:off" b', "mode": "off"}),
        ("/topics folgen  harbour", "topics follow", {"query": "harbour"}),
        ("/topics list", "topics list", {}),
        ("/topics", "topics", {}),
        ("/topics fellow x", "topics fellow", {}),
        ("/nothing of:this", "nothing", {}),
    ],
)  # fmt: skip
def test_what_a_line_calls(line: str, name: str, options: dict[str, str]) -> None:
    assert typed(line, COMMANDS) == Typed(name, options)


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("/to", ["/topics "]),
        ("/he", ["/help"]),
        ("/ein", ["/settings "]),
        ("/topics ", ["/topics follow ", "/topics list"]),
        ("/topics fo", ["/topics follow "]),
        ("/topics follow ha", []),
        ("/topics follow harbour m", ["/topics follow harbour mode:"]),
        ("/topics follow pier mode:", ["/topics follow pier mode:off ", "/topics follow pier mode:automatic "]),
        ("/topics follow harbour mode:a", ["/topics follow harbour mode:automatic "]),
        ("/settings ", ["/settings mode:", "/settings length:"]),
        ("/settings mode:off ", ["/settings mode:off length:"]),
        ("/brief he", ["/brief headline", "/brief herring"]),
        ("/help h", []),
        ("hello /he", []),
    ],
)  # fmt: skip
async def test_how_a_line_may_go_on(line: str, then: list[str]) -> None:
    found = await hints(ScriptedCore(), line, HERE, COMMANDS)
    assert [line[: hint.start] + hint.text for hint in found] == then


@given(st.text(alphabet='/ topicsfollow mode:"x\n', max_size=200))
def test_any_line_is_read(text: str) -> None:
    called = typed(f"/{text}", COMMANDS)
    assert all(value.strip() for value in called.options.values())
