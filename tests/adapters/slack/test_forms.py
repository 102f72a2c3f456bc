"""The form for following a topic, checked while people type, and the home page."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.forms import form
from bot.chat import (
    Button,
    ButtonPressed,
    Card,
    Checked,
    Choice,
    CommandCalled,
    CommandSpec,
    OptionSpec,
    Paragraph,
    Reply,
    Space,
    Span,
    Speaker,
)
from tests.adapters.slack.loopback.state import Json
from tests.adapters.slack.loopback.strict import wrong_view
from tests.adapters.slack.stage import SlackStage, until
from tests.fakes import BRIEF, HELP, ScriptedCore, place_of

text = st.text(max_size=400)
options = st.lists(
    st.builds(
        OptionSpec,
        st.from_regex("[a-z]{1,20}", fullmatch=True),
        text,
        st.booleans(),
        choices=st.lists(st.builds(Choice, st.from_regex("[a-z]{1,50}", fullmatch=True), text), max_size=120).map(
            tuple
        ),
        label=text,
    ),
    max_size=8,
    unique_by=lambda option: option.name,
).map(tuple)


@given(st.builds(CommandSpec, st.just("follow"), text, text, options, label=text), text, st.booleans())
@settings(max_examples=60)
def test_slack_takes_a_form_of_any_command(spec: CommandSpec, told: str, ok: bool) -> None:
    said = {option.name: Checked(ok, told) for option in spec.options}
    assert wrong_view(dict(form("topics follow", spec, "C1", said))) == []


FOLLOW = CommandSpec(
    "follow",
    "Be told of new stories about something, as they come or in a digest",
    "/topics follow QUERY",
    (
        OptionSpec("query", "What to follow", required=True),
        OptionSpec("mode", "How often", choices=(Choice("at-once", "at once"), Choice("daily", "once a day"))),
        OptionSpec("quiet", "Hours that nothing is said in"),
    ),
    manage=True,
)
TOPICS = CommandSpec("topics", "Topics that this channel follows", "/topics", parts=(FOLLOW,))


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore(commands=(BRIEF, HELP, TOPICS))


def said(view: Json, name: str) -> str:
    found = [block for block in view["blocks"] if block.get("block_id") == f"said-{name}"]
    return str(found[0]["elements"][0]["text"]) if found else ""


async def test_the_shortcut_opens_a_form_with_a_field_for_each_option(stage: SlackStage) -> None:
    view = await opened(stage)
    assert [block["block_id"] for block in view["blocks"]] == ["query", "mode", "quiet", "where"]
    assert view["submit"]["text"] == "Follow"
    assert not wrong_view({key: view[key] for key in view.keys() - {"id", "hash", "team_id"}})


async def opened(stage: SlackStage) -> Json:
    before = set(stage.slack.views)
    await stage.people.shortcut(stage.mara, "follow")

    async def new() -> list[str]:
        return sorted(set(stage.slack.views) - before)

    [view] = await until(new)
    return stage.slack.views[view]


async def test_what_is_typed_is_checked_at_once(stage: SlackStage) -> None:
    view = await opened(stage)
    await stage.people.types(stage.mara, view, "query", "bad query")

    async def refused() -> bool:
        return "✗ query reads bad query" in said(view, "query")

    await until(refused)
    await stage.people.types(stage.mara, view, "query", "harbour bridge")

    async def understood() -> bool:
        return "✓ query reads harbour bridge" in said(view, "query")

    await until(understood)


async def test_a_bad_value_is_shown_at_its_field_and_nothing_is_followed(stage: SlackStage, core: ScriptedCore) -> None:
    view = await opened(stage)
    errors = await stage.people.submit(stage.mara, view, {"query": "bad query", "mode": "daily"})
    assert errors == {"query": "query reads bad query"}
    assert not core.events


async def test_a_good_form_is_the_command(stage: SlackStage, core: ScriptedCore) -> None:
    card = Card(body=(Paragraph((Span("Followed."),)),))
    core.script = lambda event: [Reply("k", card, place_of(event), private_to=event.speaker)]  # type: ignore[union-attr]
    view = await opened(stage)
    errors = await stage.people.submit(stage.mara, view, {"query": "harbour", "mode": "daily"})
    assert errors == {}
    await stage.sees("Followed.", to="mara")
    [called] = core.events
    assert isinstance(called, CommandCalled)
    assert (called.name, dict(called.options)) == ("topics follow", {"query": "harbour", "mode": "daily"})
    assert called.place.channel == stage.newsroom.id
    assert called.speaker.can_manage


async def test_a_command_that_lacks_what_it_needs_opens_its_form_for_this_channel(
    stage: SlackStage, core: ScriptedCore
) -> None:
    await stage.people.command(stage.mara, "/topics follow")

    async def there() -> list[Json]:
        return list(stage.slack.views.values())

    [view] = await until(there)
    assert json.loads(view["private_metadata"]) == {"command": "topics follow", "channel": stage.newsroom.id}
    assert view["blocks"][-1]["element"]["initial_conversation"] == stage.newsroom.id
    assert not core.events


async def test_without_topics_the_shortcut_says_so(stage: SlackStage, core: ScriptedCore) -> None:
    core.commands = (BRIEF, HELP)
    await stage.people.shortcut(stage.mara, "follow")
    await stage.sees("It did not work", to="mara", at=stage.slack.direct(stage.space, stage.mara.id))


async def test_the_home_page_is_drawn_when_it_is_opened(stage: SlackStage) -> None:
    await stage.people.open_home(stage.jonas)

    async def drawn() -> Json:
        return stage.space.homes.get(stage.jonas.id, {})

    assert "Hello Jonas" in str(await until(drawn))


async def test_a_button_on_the_home_page_answers_in_the_persons_own_conversation(
    stage: SlackStage, core: ScriptedCore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def home(space: Space, speaker: Speaker, locale: str = "") -> Card:
        return Card(title="Home", buttons=(Button("show", "7", "The latest"),))

    monkeypatch.setattr(core, "home", home)
    await stage.people.open_home(stage.jonas)

    async def drawn() -> Json:
        return stage.space.homes.get(stage.jonas.id, {})

    await until(drawn)
    card = Card(body=(Paragraph((Span("The latest story."),)),))
    core.script = lambda event: [Reply("k", card, place_of(event), private_to=event.speaker)]  # type: ignore[union-attr]
    await stage.people.press_home(stage.jonas, "The latest")
    message = await stage.sees("The latest story.", at=stage.slack.direct(stage.space, stage.jonas.id))
    assert not message.private_to
    [pressed] = core.events
    assert isinstance(pressed, ButtonPressed)
    assert (pressed.action, pressed.value, pressed.ref.place.direct) == ("show", "7", True)
