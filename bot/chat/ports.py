"""The two sides of the boundary, and what passes between them at start."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.chat.actions import Action, CommandSpec, Delete, Edit, HidePreview, MessageCommandSpec, Reply, Working
from bot.chat.cards import Card
from bot.chat.events import Event
from bot.chat.places import Managers, MessageRef, Place, Space, Speaker
from bot.errors import StandfirstError


@dataclass(frozen=True, slots=True)
class Checked:
    """What the core says of an option's value before it is sent: a problem, or how it was understood."""

    ok: bool
    text: str = ""


class Core(Protocol):
    """`commands` and `message_commands` are the tables in English; `commands_in` says the same in a reader's language,
    entry by entry. `locales` are the languages there are; `listens_for` the reactions that mean something."""

    commands: Sequence[CommandSpec]
    message_commands: Sequence[MessageCommandSpec]
    locales: Sequence[str]
    listens_for: Sequence[str]

    def commands_in(self, locale: str) -> Sequence[CommandSpec]: ...

    def message_commands_in(self, locale: str) -> Sequence[MessageCommandSpec]: ...

    def handle(self, event: Event) -> AsyncIterator[Action]:
        """What to do about `event`, each action as soon as it is known. An event seen before yields nothing."""
        ...

    async def delivered(self, reply: Reply, ref: MessageRef) -> bool:
        """`reply` now stands at `ref`. False: what it answered is gone, delete it again."""
        ...

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        """Completions for an option that `suggests`, best first."""
        ...

    async def check(self, command: str, option: str, value: str, place: Place, locale: str = "") -> Checked:
        """What is to be said of an option's value while a form is being filled in."""
        ...

    def explain(self, error: StandfirstError, locale: str = "") -> Card:
        """What to tell a person where the platform itself stands in the way, such as a permission that is missing."""
        ...

    async def home(self, space: Space, speaker: Speaker, locale: str = "") -> Card:
        """What a platform that has a page for each person shows on it."""
        ...

    async def managers(self, space: Space) -> Managers:
        """Who may set channels up here, for a platform that must work out `Speaker.can_manage` by itself."""
        ...


class Platform(Protocol):
    name: str

    async def run(self, core: Core) -> None:
        """Serve until `close`, or until the platform ends it."""
        ...

    async def send(self, reply: Reply) -> MessageRef:
        """Raises `SendLater` or `Undeliverable`."""
        ...

    async def edit(self, ref: MessageRef, reply: Reply) -> None: ...

    async def delete(self, ref: MessageRef) -> None: ...

    async def close(self) -> None: ...


class KeyValue(Protocol):
    """What an adapter itself must keep, under keys of its own."""

    async def get(self, key: str) -> str | None: ...

    async def put(self, key: str, value: str) -> None: ...

    async def delete(self, key: str) -> None: ...

    async def items(self, prefix: str) -> Sequence[tuple[str, str]]:
        """All pairs whose key starts with `prefix`, in key order."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """What the composition root hands an adapter. `previews` are other adapters' pure renderers: card -> payload."""

    values: KeyValue
    previews: Mapping[str, Callable[[Card], Mapping[str, object]]] = field(default_factory=dict)


async def answer(core: Core, platform: Platform, event: Event) -> None:
    """Hand `event` to the core and carry out what it says; `SendError`s reach the caller."""
    async for action in core.handle(event):
        match action:
            case Reply():
                ref = await platform.send(action)
                if not await core.delivered(action, ref):
                    await platform.delete(ref)
            case Edit(ref, reply):
                await platform.edit(ref, reply)
            case Delete(ref):
                await platform.delete(ref)
            case Working() | HidePreview():
                pass
