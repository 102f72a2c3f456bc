"""Hands each event to the core and carries out what it says; a task per event, so that a slow page holds nobody up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import structlog

from adapters.discord.outlets import Outlet
from adapters.discord.sending import Sender
from bot.chat import (
    Action,
    CommandCalled,
    Core,
    Delete,
    Edit,
    Event,
    HidePreview,
    MessageDeleted,
    Place,
    PlaceChanged,
    PlaceRemoved,
    Reply,
    SpaceRemoved,
    Speaker,
    Working,
)
from bot.errors import NotPermitted, SendError, SendLater, StandfirstError

TRIES = 4
LONGEST_PAUSE = 60.0
REMEMBERED = 10_000
T = TypeVar("T")


class Answering:
    """`grace` is how long `close` lets work go on."""

    def __init__(self, core: Core, sender: Sender, *, grace: float = 3.0) -> None:
        self._core, self._sender, self._grace = core, sender, grace
        self._tasks: set[asyncio.Task[None]] = set()
        self._told: dict[tuple[str, ...], None] = {}

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        tasks = list(self._tasks)
        if tasks:
            await asyncio.wait(tasks, timeout=self._grace)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def answer(self, event: Event, outlet: Outlet) -> None:
        """Never raises: what fails is logged, and what is due after it still counts."""
        log = structlog.get_logger().bind(event_id=event.event_id)
        try:
            async for action in self._core.handle(event):
                try:
                    await self._carry_out(action, outlet)
                except NotPermitted as error:
                    await self._explain(error, event, outlet)
                except SendError as error:
                    log.warning("discord_not_sent", error=str(error))
                    if not outlet.shows_work:
                        await self.apologise(error, event, outlet)
        except Exception:
            log.exception("discord_event_failed")
        finally:
            await outlet.finish()

    async def _carry_out(self, action: Action, outlet: Outlet) -> None:
        match action:
            case Working(place):
                self.begin(self._show_typing(place, outlet))
            case Reply():
                ref = await patiently(lambda: outlet.reply(action))
                if not await self._core.delivered(action, ref):
                    await patiently(lambda: outlet.delete(ref))
            case Edit(ref, reply):
                await patiently(lambda: outlet.edit(ref, reply))
            case Delete(ref):
                await patiently(lambda: outlet.delete(ref))
            case HidePreview(ref):
                await self._sender.hide_preview(ref)

    async def _show_typing(self, place: Place, outlet: Outlet) -> None:
        """A sign of life, not worth a word in the log if it fails."""
        if not outlet.shows_work:
            return
        try:
            await self._sender.typing(place)
        except SendError:
            return

    async def _explain(self, error: NotPermitted, event: Event, outlet: Outlet) -> None:
        """Once for a channel in the log, and once to each person there."""
        if self._first(error.where, error.missing, str(asked_at(event))):
            structlog.get_logger().warning("discord_not_permitted", missing=error.missing, where=error.where)
        person = asked_by(event)
        if person is not None and self._first(error.where, error.missing, person.id):
            await self.apologise(error, event, outlet)

    async def apologise(self, error: StandfirstError, event: Event, outlet: Outlet) -> None:
        """To the person who asked alone; where that fails too, the log has it."""
        person, place = asked_by(event), asked_at(event)
        if person is None or place is None:
            return
        card = self._core.explain(error, getattr(event, "locale", ""))
        reply = Reply(f"explain:{event.event_id}", card, place, getattr(event, "ref", None), private_to=person)
        try:
            await outlet.reply(reply)
        except SendError as failure:
            structlog.get_logger().info("discord_not_told", error=str(failure))

    def _first(self, *what: str) -> bool:
        if what in self._told:
            return False
        if len(self._told) >= REMEMBERED:
            self._told.clear()
        self._told[what] = None
        return True


async def patiently(act: Callable[[], Awaitable[T]]) -> T:
    """Try again after the pause that Discord asks for; a reply's key keeps it from being sent twice."""
    for _ in range(TRIES - 1):
        try:
            return await act()
        except SendLater as error:
            await asyncio.sleep(min(error.after, LONGEST_PAUSE))
    return await act()


def asked_by(event: Event) -> Speaker | None:
    return getattr(event, "speaker", None)


def asked_at(event: Event) -> Place | None:
    match event:
        case SpaceRemoved():
            return None
        case CommandCalled(place=place) | PlaceRemoved(place=place) | PlaceChanged(place=place):
            return place
        case MessageDeleted():
            return event.ref.place
        case _:
            return event.ref.place
