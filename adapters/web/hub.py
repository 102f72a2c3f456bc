"""Who has the page open now, and what each of them is to be told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping

from adapters.web.messages import Message, visible
from adapters.web.render import Json
from adapters.web.rooms import ROOM_BY_ID, Person

WAITING = 1000
"""Frames that may wait for one slow tab. Then it is dropped; it comes back and catches up."""


class Session:
    """One open tab, speaking as `person`. `frames` ends with None when the tab is to be closed."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.frames: asyncio.Queue[Mapping[str, object] | None] = asyncio.Queue()

    def tell(self, frame: Mapping[str, object]) -> None:
        if self.frames.qsize() < WAITING:
            self.frames.put_nowait(frame)
        else:
            self.end()

    def end(self) -> None:
        self.frames.put_nowait(None)


class Hub:
    """`show` makes a message's JSON for one viewer."""

    def __init__(self, show: Callable[[Message, Person], Json]) -> None:
        self.show = show
        self._sessions: set[Session] = set()
        self._working: Counter[tuple[str, str]] = Counter()

    def join(self, session: Session) -> None:
        self._sessions.add(session)

    def leave(self, session: Session) -> None:
        self._sessions.discard(session)

    def changed(self, message: Message) -> None:
        for session in list(self._sessions):
            if visible(message, session.person):
                session.tell({"type": "messages", "messages": [self.show(message, session.person)]})

    def gone(self, message: Message) -> None:
        for session in list(self._sessions):
            if visible(message, session.person):
                session.tell({"type": "gone", "channel": message.channel, "id": message.id})

    def working(self, channel: str, change: int, private_to: str = "") -> None:
        """Slow work began (`change` +1) or ended (-1) in a channel, for everyone or for one person."""
        before = {session: self.busy(channel, session.person) for session in self._sessions}
        self._working[channel, private_to] += change
        for session, was in before.items():
            if (now := self.busy(channel, session.person)) != was and ROOM_BY_ID[channel].open_to(session.person):
                session.tell({"type": "working", "channel": channel, "on": now})

    def busy(self, channel: str, person: Person) -> bool:
        return self._working[channel, ""] > 0 or self._working[channel, person.id] > 0

    def end(self) -> None:
        """Ask every tab to go."""
        for session in list(self._sessions):
            session.end()
