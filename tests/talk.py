"""A chat as a test tells it: people post, edit, delete, call and press; the bot's messages can be read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from bot.app import App
from bot.chat import (
    Action,
    ButtonPressed,
    Card,
    CommandCalled,
    Delete,
    Edit,
    Event,
    HidePreview,
    MessageChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MessageRef,
    Place,
    ReactionAdded,
    Reply,
    Speaker,
    Tone,
    Working,
)

MARA = Speaker("test", "u1", "Mara Lind", can_manage=True, manages_space=True)
JONAS = Speaker("test", "u2", "Jonas Weber")
NEWSROOM = Place("test", "harbour", "newsroom")
GENERAL = Place("test", "harbour", "general")
EDITORS = Place("test", "harbour", "editors", private=True)
OTHER_SPACE = Place("test", "elsewhere", "newsroom")


@dataclass
class Talk:
    """Plays the platform: carries out what the core says and keeps the channel as people would see it."""

    app: App
    shown: dict[MessageRef, Reply] = field(default_factory=dict)
    deleted: list[MessageRef] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    other: list[Action] = field(default_factory=list)
    last_posted: MessageRef = field(default_factory=lambda: MessageRef(NEWSROOM, ""))
    _ids: count[int] = field(default_factory=lambda: count(1))

    async def says(self, text: str, *, who: Speaker = JONAS, at: Place = NEWSROOM) -> tuple[MessageRef, list[Reply]]:
        event = self.posting(text, who=who, at=at)
        return event.ref, await self.does(event)

    def posting(self, text: str, *, who: Speaker = JONAS, at: Place = NEWSROOM) -> MessagePosted:
        """The event of a new message."""
        self.last_posted = MessageRef(at, f"m{next(self._ids)}")
        return MessagePosted(f"e{next(self._ids)}", self.last_posted, who, text)

    async def edits_to(self, ref: MessageRef, text: str, *, who: Speaker = JONAS) -> list[Reply]:
        return await self.does(MessageEdited(f"e{next(self._ids)}", ref, who, text))

    async def deletes(self, ref: MessageRef) -> list[Reply]:
        return await self.does(MessageDeleted(f"e{next(self._ids)}", ref))

    async def sets(self, *, who: Speaker = MARA, at: Place = NEWSROOM, **options: str) -> list[Reply]:
        """`/settings` with options."""
        return await self.does(CommandCalled(f"e{next(self._ids)}", at, who, "settings", options))

    async def chooses(
        self, action: str, ref: MessageRef, words: str, *, who: Speaker = JONAS, author: Speaker | None = None
    ) -> list[Reply]:
        """Picks an entry of the menu of a message that reads `words`."""
        return await self.does(MessageChosen(f"e{next(self._ids)}", ref, who, action, words, author=author))

    async def reacts(self, ref: MessageRef, words: str, *, who: Speaker = JONAS) -> list[Reply]:
        return await self.does(ReactionAdded(f"e{next(self._ids)}", ref, who, "📰", words))

    async def calls(self, name: str, what: str = "", *, who: Speaker = JONAS, at: Place = NEWSROOM) -> list[Reply]:
        options = {("name" if name == "who" else "what"): what} if what else {}
        return await self.does(CommandCalled(f"e{next(self._ids)}", at, who, name, options))

    async def topics(
        self, part: str, options: Mapping[str, str] | None = None, *, who: Speaker = MARA, at: Place = NEWSROOM
    ) -> list[Reply]:
        return await self.does(CommandCalled(f"e{next(self._ids)}", at, who, f"topics {part}", options or {}))

    @property
    def latest(self) -> MessageRef:
        """The bot's latest message."""
        return list(self.shown)[-1]

    async def presses(self, ref: MessageRef, label: str, *, who: Speaker = JONAS) -> list[Reply]:
        button = next(b for b in self.shown[ref].card.buttons if b.label.startswith(label))
        return await self.does(ButtonPressed(f"e{next(self._ids)}", ref, who, button.action, button.value))

    async def does(self, event: Event) -> list[Reply]:
        """What the bot answers to `event`, in order."""
        replies = []
        async for action in self.app.handle(event):
            match action:
                case Reply():
                    replies.append(action)
                    ref = MessageRef(action.to, f"b{next(self._ids)}")
                    self.shown[ref] = action
                    if not await self.app.delivered(action, ref):
                        del self.shown[ref]
                        self.deleted.append(ref)
                case Edit(ref, reply):
                    self.edits.append(action)
                    self.shown[ref] = reply
                case Delete(ref):
                    self.shown.pop(ref, None)
                    self.deleted.append(ref)
                case Working() | HidePreview():
                    self.other.append(action)
        return replies

    def answer_to(self, ref: MessageRef) -> MessageRef:
        """The bot's message that answers `ref`."""
        return next(at for at, reply in self.shown.items() if reply.in_reply_to == ref)


def kinds(replies: list[Reply]) -> list[Tone]:
    return [reply.card.tone for reply in replies]


def text(card: Card) -> str:
    """All words of a card, as a reader would meet them."""
    parts = [card.title, "".join(s.text for s in card.source), *(p.text for p in card.body)]
    return "\n".join([*parts, "".join(s.text for s in card.footer)])
