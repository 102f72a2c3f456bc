"""Hands each event to the core and carries out what it says, as `chat.answer` does, with a sign of life meanwhile."""

from __future__ import annotations

import asyncio

import structlog

from adapters.web.conversation import Conversation, note_on
from adapters.web.hub import Hub
from bot.chat import (
    Action,
    Card,
    CommandCalled,
    Core,
    Delete,
    Edit,
    Event,
    MessageDeleted,
    Paragraph,
    PlaceChanged,
    PlaceRemoved,
    Reply,
    SpaceRemoved,
    Span,
    Tone,
    Working,
)
from bot.errors import SendError

SORRY = "Something went wrong on my side, and I noted it. Please try again."


class Answering:
    """One task per event, so that a slow page holds nobody up."""

    def __init__(self, core: Core, conversation: Conversation, hub: Hub) -> None:
        self._core, self._conversation, self._hub = core, conversation, hub
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, event: Event) -> None:
        task = asyncio.create_task(self._answer(event))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Give up what is still being worked on."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _answer(self, event: Event) -> None:
        busy: list[tuple[str, str]] = []
        try:
            async for action in self._core.handle(event):
                if isinstance(action, Working):
                    busy.append((action.place.channel, asker(event) if action.private else ""))
                    self._hub.working(busy[-1][0], +1, busy[-1][1])
                else:
                    await self._carry_out(action, event)
        except Exception:
            structlog.get_logger().exception("web_event_failed", event_id=event.event_id)
            await self._apologise(event)
        finally:
            for channel, private_to in busy:
                self._hub.working(channel, -1, private_to)

    async def _carry_out(self, action: Action, event: Event) -> None:
        """An action that cannot be done is logged; those after it still count."""
        try:
            match action:
                case Reply():
                    ref = await self._conversation.say(action, note_on(event))
                    if not await self._core.delivered(action, ref):
                        await self._conversation.withdraw(ref)
                case Edit(ref, reply):
                    await self._conversation.restate(ref, reply)
                case Delete(ref):
                    await self._conversation.withdraw(ref)
        except SendError as error:
            structlog.get_logger().warning("web_not_sent", event_id=event.event_id, error=str(error))

    async def _apologise(self, event: Event) -> None:
        if isinstance(event, MessageDeleted | SpaceRemoved | PlaceRemoved | PlaceChanged):
            return
        place = event.place if isinstance(event, CommandCalled) else event.ref.place
        card = Card(body=(Paragraph((Span(SORRY),)),), tone=Tone.PROBLEM)
        try:
            await self._conversation.say(Reply(f"sorry:{event.event_id}", card, place, private_to=event.speaker))
        except Exception:
            structlog.get_logger().exception("web_apology_failed", event_id=event.event_id)


def asker(event: Event) -> str:
    """The id of who caused `event`; empty where nobody did."""
    return event.speaker.id if hasattr(event, "speaker") else ""
