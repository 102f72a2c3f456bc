"""Hands each event to the core and carries out what it says: in the channel, or on the way back to who asked."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import aiohttp
import structlog

from adapters.slack.directory import PLATFORM
from adapters.slack.interaction import Interaction, note, respond, withdraw
from adapters.slack.outgoing import Outgoing
from adapters.slack.render import message
from adapters.slack.spelling import spelled
from adapters.slack.workspaces import Workspaces
from bot.chat import Action, Card, Core, Delete, Edit, Event, MessageRef, Place, Reply, Working
from bot.errors import NotInvited, SendError, SendLater, StandfirstError, Undeliverable

PATIENCE, TRIES = 120.0, 4
"""Seconds that an answer to a person may wait for Slack's pauses, and how often it is tried."""

SIGN_AFTER, MOST_FOR_SIGNS = 1.5, 1
"""Seconds until someone who asked is shown that it takes a while; a sign may not use up the way back."""

GRACE = 3.0
"""Seconds that answers get to be finished when the bot ends."""

HTTP = Callable[[], aiohttp.ClientSession]


class Answering:
    """One task per event, so that a slow page or a busy channel holds nobody up."""

    def __init__(self, core: Core, outgoing: Outgoing, workspaces: Workspaces, http: HTTP) -> None:
        self._core, self._outgoing, self._workspaces, self._http = core, outgoing, workspaces, http
        self._tasks: set[asyncio.Task[Any]] = set()

    def begin(self, event: Event, via: Interaction | None = None) -> asyncio.Task[None]:
        task = asyncio.create_task(self.answer(event, via))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Whoever runs this is waited for at the end, too."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    async def close(self) -> None:
        """Finish what is nearly done; give up what is still being worked on after that."""
        end = asyncio.get_running_loop().time() + GRACE
        while self._tasks and (left := end - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(list(self._tasks), timeout=left)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def answer(self, event: Event, via: Interaction | None) -> None:
        signs: list[asyncio.Task[None]] = []
        try:
            async for action in self._core.handle(event):
                if isinstance(action, Working) and via and via.asked and not signs:
                    signs.append(asyncio.create_task(self._sign_of_life(via)))
                await self._carry_out(action, event, via)
        except Exception:
            structlog.get_logger().exception("slack_event_failed", event_id=event.event_id)
            await self.tell(via, StandfirstError())
        finally:
            for sign in signs:
                sign.cancel()
            await asyncio.gather(*signs, return_exceptions=True)
        await self._clear(via)

    async def _sign_of_life(self, via: Interaction) -> None:
        """Slack shows nothing of a command that was called, so what takes long is named."""
        await asyncio.sleep(SIGN_AFTER)
        async with self._quietly():
            if via.used < MOST_FOR_SIGNS:
                await note(self._http(), via)

    async def _clear(self, via: Interaction | None) -> None:
        if via and via.noted and via.open:
            async with self._quietly():
                await withdraw(self._http(), via)

    async def _carry_out(self, action: Action, event: Event, via: Interaction | None) -> None:
        """An action that cannot be done is logged; those after it still count."""
        try:
            match action:
                case Reply():
                    ref = await self._patiently(action, via)
                    if ref and not await self._core.delivered(action, ref):
                        await self._outgoing.delete(ref)
                case Edit(ref, reply):
                    await self._edit(ref, reply, via)
                case Delete(ref):
                    await self._delete(ref, via)
                case Working():
                    pass
        except SendError as error:
            structlog.get_logger().warning("slack_not_sent", event_id=event.event_id, error=str(error))
            await self.tell(via, error)

    async def _patiently(self, reply: Reply, via: Interaction | None) -> MessageRef | None:
        """A person waits for this answer, so Slack's pauses are waited out."""
        waited = 0.0
        for left in reversed(range(TRIES)):
            try:
                return await self._say(reply, via)
            except SendLater as later:
                waited += later.after
                if not left or waited > PATIENCE:
                    raise
                await asyncio.sleep(later.after)
        return None

    async def _say(self, reply: Reply, via: Interaction | None) -> MessageRef | None:
        """Where the bot may not speak, only the person who asked sees the answer, and how to invite it."""
        if reply.private_to:
            return await self._whisper(reply, reply.private_to.id, via)
        try:
            return await self._outgoing.send(reply, lasting=False)
        except NotInvited:
            if via is None or not via.open:
                raise
            await self._respond(reply, via)
            if not reply.to.direct:  # nobody can be invited into a conversation of two
                await self.tell(via, NotInvited(reply.to.channel, await self._invitation(reply.to.space)))
            return None

    async def _whisper(self, reply: Reply, user: str, via: Interaction | None) -> MessageRef | None:
        if via and via.open and via.user == user and not reply.to.direct:
            await self._respond(reply, via)
            return None
        try:
            return await self._outgoing.whisper(reply, user)
        except Undeliverable:
            if via is None or not via.open:
                raise
            await self._respond(reply, via)
            return None

    async def _respond(self, reply: Reply, via: Interaction) -> None:
        await respond(self._http(), via, message(spelled(reply.card)))

    async def _edit(self, ref: MessageRef, reply: Reply, via: Interaction | None) -> None:
        if via and via.ephemeral and via.pressed == ref.id and via.open:
            await respond(self._http(), via, message(spelled(reply.card)), replace=True)
        else:
            await self._outgoing.edit(ref, reply)

    async def _delete(self, ref: MessageRef, via: Interaction | None) -> None:
        if via and via.ephemeral and via.pressed == ref.id and via.open:
            await withdraw(self._http(), via)
        else:
            await self._outgoing.delete(ref)

    async def tell(self, via: Interaction | None, error: StandfirstError) -> None:
        """Say privately what went wrong, where there is still a way to."""
        if via is None or not via.open:
            return
        async with self._quietly():
            await respond(self._http(), via, message(spelled(self._core.explain(error, via.locale))))

    async def write_to(self, team: str, user: str, card: Card) -> None:
        """Into a person's own conversation with the bot."""
        place = Place(PLATFORM, team, user, direct=True, private=True)
        async with self._quietly():
            await self._outgoing.send(Reply(f"note:{secrets.token_hex(8)}", card, place), lasting=False)

    async def _invitation(self, team: str) -> str:
        space = await self._workspaces.find(team)
        return f"/invite @{space.bot_name if space else 'Standfirst'}"

    @asynccontextmanager
    async def _quietly(self) -> AsyncIterator[None]:
        try:
            yield
        except SendError as error:
            structlog.get_logger().warning("slack_not_told", error=str(error))
