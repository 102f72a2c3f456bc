"""Fakes at the narrow ports: a core that says what a test tells it to, and values kept in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field

from bot.chat import (
    Action,
    Card,
    Checked,
    Choice,
    CommandSpec,
    Event,
    Managers,
    MessageCommandSpec,
    MessageRef,
    OptionSpec,
    Paragraph,
    Place,
    Reply,
    Space,
    Span,
    Speaker,
    Tone,
)
from bot.errors import StandfirstError

BRIEF = CommandSpec("brief", "Brief a link", "/brief [what]", (OptionSpec("what", "A link", suggests=True),))
SETTINGS = CommandSpec(
    "settings",
    "How I behave here",
    "/settings",
    (
        OptionSpec("mode", "Pasted links", choices=(Choice("off", "nothing"), Choice("automatic", "at once"))),
        OptionSpec("length", "How long", choices=(Choice("short", "one point"), Choice("full", "all points"))),
    ),
    manage=True,
)
HELP = CommandSpec("help", "What I can do", "/help")
MESSAGE_COMMANDS = (MessageCommandSpec("brief", "Brief this"), MessageCommandSpec("who", "Who's who"))


@dataclass
class ScriptedCore:
    """Implements `bot.chat.Core`: remembers every event and answers with what `script` makes of it."""

    script: Callable[[Event], Sequence[Action]] = lambda _: ()
    commands: Sequence[CommandSpec] = (BRIEF, HELP)
    message_commands: Sequence[MessageCommandSpec] = MESSAGE_COMMANDS
    locales: Sequence[str] = ("en",)
    listens_for: Sequence[str] = ("📰",)
    events: list[Event] = field(default_factory=list)
    standing: dict[str, MessageRef] = field(default_factory=dict)
    keep: bool = True

    async def handle(self, event: Event) -> AsyncIterator[Action]:
        self.events.append(event)
        for action in self.script(event):
            yield action

    async def delivered(self, reply: Reply, ref: MessageRef) -> bool:
        self.standing[reply.key] = ref
        return self.keep

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        return [word for word in ("harbour", "headline", "herring") if word.startswith(prefix)]

    def commands_in(self, locale: str) -> Sequence[CommandSpec]:
        return self.commands

    def message_commands_in(self, locale: str) -> Sequence[MessageCommandSpec]:
        return self.message_commands

    async def check(self, command: str, option: str, value: str, place: Place, locale: str = "") -> Checked:
        return Checked(ok="bad" not in value, text=f"{option} reads {value}")

    def explain(self, error: StandfirstError, locale: str = "") -> Card:
        return Card(body=(Paragraph((Span(f"It did not work: {error}"),)),), tone=Tone.PROBLEM)

    async def home(self, space: Space, speaker: Speaker, locale: str = "") -> Card:
        return Card(title="Home", body=(Paragraph((Span(f"Hello {speaker.name}"),)),))

    async def managers(self, space: Space) -> Managers:
        return Managers.ADMINS


@dataclass
class ValuesInMemory:
    """Implements `bot.chat.KeyValue`."""

    kept: dict[str, str] = field(default_factory=dict)

    async def get(self, key: str) -> str | None:
        return self.kept.get(key)

    async def put(self, key: str, value: str) -> None:
        self.kept[key] = value

    async def delete(self, key: str) -> None:
        self.kept.pop(key, None)

    async def items(self, prefix: str) -> Sequence[tuple[str, str]]:
        return sorted((k, v) for k, v in self.kept.items() if k.startswith(prefix))


def place_of(event: Event) -> Place:
    place = event.ref.place if hasattr(event, "ref") else getattr(event, "place", None)
    assert isinstance(place, Place)
    return place


def says(card: Card, *, private: bool = False) -> Callable[[Event], Sequence[Action]]:
    """A script that answers every event with `card`."""

    def script(event: Event) -> Sequence[Action]:
        to = getattr(event, "speaker", None) if private else None
        ref = getattr(event, "ref", None)
        return [Reply(f"key:{event.event_id}", card, place_of(event), in_reply_to=ref, private_to=to)]

    return script
