"""What people and the bot do to the chat: each deed changes the transcript, tells the open tabs and names the event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace

from adapters.web.errors import Refused
from adapters.web.hub import Hub
from adapters.web.inbound import Change, Choice, Post, Press, Reaction, Removal, command, who_and_where, written
from adapters.web.messages import Author, Message, may_delete, visible
from adapters.web.rooms import PERSON_BY_ID, PLATFORM, ROOM_BY_ID, Person
from adapters.web.transcript import Transcript
from bot.chat import (
    ButtonPressed,
    CommandCalled,
    CommandSpec,
    Event,
    MessageChosen,
    MessageCommandSpec,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MessageRef,
    ReactionAdded,
    Reply,
)
from bot.errors import Undeliverable

Clock = Callable[[], datetime]


class Conversation:
    """People's deeds raise `Refused`, the bot's `Undeliverable`. A person's deed returns the event it is, if any."""

    def __init__(self, transcript: Transcript, hub: Hub, clock: Clock) -> None:
        self._transcript, self._hub, self._clock = transcript, hub, clock

    async def post(self, asked: Post, commands: Sequence[CommandSpec]) -> tuple[Message, Event]:
        person, room = who_and_where(asked.who, asked.channel)
        text = written(asked.text)
        called = command(text, commands)
        author = Author.COMMAND if called else Author.PERSON
        message = self._new(room.id, author, by=person.id, text=text, private_to=person.id if called else "")
        await self._show(message)
        event_id = f"web:{message.rev}"
        if called:
            return message, CommandCalled(event_id, room.place, person.speaker, called.name, called.options)
        return message, MessagePosted(event_id, message.ref, person.speaker, text)

    async def change(self, asked: Change) -> Event | None:
        person, message = self._theirs(asked.who, asked.channel, asked.id)
        if message.author is not Author.PERSON or message.by != person.id:
            raise Refused(403, "Only its author can edit a message.")
        text = written(asked.text)
        if text == message.text:
            return None
        now = self._clock()
        changed = replace(message, text=text, edited=now, rev=self._transcript.next_rev(now))
        await self._show(changed)
        return MessageEdited(f"web:{changed.rev}", message.ref, person.speaker, text)

    async def remove(self, asked: Removal) -> Event | None:
        """A deletion is an event unless nobody but that person ever saw the message."""
        person, message = self._theirs(asked.who, asked.channel, asked.id)
        if not may_delete(message, person):
            raise Refused(403, "Only its author or a moderator can delete a message.")
        await self._hide(message)
        if message.private_to:
            return None
        return MessageDeleted(f"web:{self._transcript.next_rev(self._clock())}", message.ref)

    def press(self, asked: Press) -> Event:
        person, message = self._theirs(asked.who, asked.channel, asked.id)
        buttons = message.card.buttons if message.card else ()
        if not any((button.action, button.value) == (asked.action, asked.value) for button in buttons):
            raise Refused(409, "That button is not there any more.")
        event_id = f"web:{self._transcript.next_rev(self._clock())}"
        return ButtonPressed(event_id, message.ref, person.speaker, asked.action, asked.value)

    def choose(self, asked: Choice, entries: Sequence[MessageCommandSpec]) -> Event:
        person, message = self._theirs(asked.who, asked.channel, asked.id)
        if message.author is Author.COMMAND or not any(entry.action == asked.action for entry in entries):
            raise Refused(409, "There is no such entry in that message's menu.")
        event_id = f"web:{self._transcript.next_rev(self._clock())}"
        author = PERSON_BY_ID[message.by].speaker if message.by in PERSON_BY_ID else None
        return MessageChosen(event_id, message.ref, person.speaker, asked.action, message.text, author=author)

    async def react(self, asked: Reaction, known: Sequence[str]) -> Event | None:
        """A reaction that is put there is an event; one that is taken away is none."""
        person, message = self._theirs(asked.who, asked.channel, asked.id)
        if asked.emoji not in known or message.private_to:
            raise Refused(409, "That reaction is not known here.")
        before = message.reactions.get(asked.emoji, ())
        mine = person.id in before
        after = tuple(who for who in before if who != person.id) if mine else (*before, person.id)
        now = self._clock()
        reactions = {emoji: who for emoji, who in (message.reactions | {asked.emoji: after}).items() if who}
        changed = replace(message, reactions=reactions, rev=self._transcript.next_rev(now))
        await self._show(changed)
        if mine or message.author is not Author.PERSON:
            return None
        author = PERSON_BY_ID[message.by].speaker if message.by in PERSON_BY_ID else None
        ref = message.ref
        return ReactionAdded(f"web:{changed.rev}", ref, person.speaker, asked.emoji, message.text, author=author)

    async def say(self, reply: Reply, note: str = "") -> MessageRef:
        """Show the bot's reply. One that stands already (same key) is not shown twice."""
        if standing := self._transcript.sent(reply.key):
            return standing.ref
        if reply.to.platform != PLATFORM or reply.to.channel not in ROOM_BY_ID:
            raise Undeliverable(f"no channel {reply.to.channel!r}")
        message = self._new(
            reply.to.channel,
            Author.BOT,
            card=reply.card,
            key=reply.key,
            private_to=reply.private_to.id if reply.private_to else "",
            reply_to=reply.in_reply_to.id if reply.in_reply_to else "",
            note=note,
        )
        await self._show(message)
        return message.ref

    async def restate(self, ref: MessageRef, reply: Reply) -> None:
        message = self._transcript.get(ref.place.channel, ref.id)
        if message is None or message.author is not Author.BOT:
            raise Undeliverable(f"no message {ref.id!r} of the bot's to edit")
        now = self._clock()
        await self._show(replace(message, card=reply.card, edited=now, rev=self._transcript.next_rev(now)))

    async def withdraw(self, ref: MessageRef) -> None:
        """Take the bot's message back; one that is gone already is as wished."""
        message = self._transcript.get(ref.place.channel, ref.id)
        if message and message.author is Author.BOT:
            await self._hide(message)

    def _theirs(self, who: str, channel: str, message_id: str) -> tuple[Person, Message]:
        person, room = who_and_where(who, channel)
        message = self._transcript.get(room.id, message_id)
        if message is None or not visible(message, person):
            raise Refused(404, "That message is gone.")
        return person, message

    def _new(self, channel: str, author: Author, **more: object) -> Message:
        now = self._clock()
        rev = self._transcript.next_rev(now)
        return replace(Message(f"{rev:015}", channel, rev, now, author), **more)

    async def _show(self, message: Message) -> None:
        await self._transcript.save(message)
        self._hub.changed(message)

    async def _hide(self, message: Message) -> None:
        await self._transcript.remove(message)
        self._hub.gone(message)


def note_on(event: Event) -> str:
    """Says whose command a public answer is for: others never saw the command itself."""
    if not isinstance(event, CommandCalled):
        return ""
    return f"{PERSON_BY_ID[event.speaker.id].name} used /{event.name}"
