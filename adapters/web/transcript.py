"""Keeps the chat through the key-value port, so that a restart loses nothing and pointers still lead somewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

import msgspec
import structlog

from adapters.web.messages import Message
from adapters.web.rooms import ROOM_BY_ID
from bot.chat import KeyValue

KEPT = 500
"""Messages per channel; the oldest go first."""

PREFIX = "message/"
_decoder = msgspec.json.Decoder(Message)


class Transcript:
    """All messages in memory, each written through as a pair of its own. Writes are taken one by one."""

    def __init__(self, values: KeyValue, *, kept: int = KEPT) -> None:
        self._values, self._kept = values, kept
        self._rooms: dict[str, dict[str, Message]] = {room: {} for room in ROOM_BY_ID}
        self._keys: dict[str, Message] = {}
        self._rev = 0
        self._turn = asyncio.Lock()

    async def load(self) -> None:
        """Read what an earlier run kept; a pair that cannot be read is logged and left alone."""
        for key, value in await self._values.items(PREFIX):
            try:
                message = _decoder.decode(value)
            except msgspec.MsgspecError as error:
                structlog.get_logger().warning("web_message_unreadable", key=key, error=str(error))
                continue
            if message.channel in self._rooms:
                self._hold(message)
                self._rev = max(self._rev, message.rev)

    def next_rev(self, now: datetime) -> int:
        """A number never given out before, in this run or an earlier one: milliseconds, or one more than the last."""
        self._rev = max(self._rev + 1, int(now.timestamp() * 1000))
        return self._rev

    def room(self, channel: str) -> Sequence[Message]:
        """The channel's messages, oldest first."""
        return sorted(self._rooms[channel].values(), key=lambda message: message.id)

    def get(self, channel: str, message_id: str) -> Message | None:
        return self._rooms.get(channel, {}).get(message_id)

    def sent(self, key: str) -> Message | None:
        """The standing message of the reply that is called `key`."""
        return self._keys.get(key)

    async def save(self, message: Message) -> None:
        """Add or replace a message; the channel's oldest goes where there are too many."""
        async with self._turn:
            await self._values.put(_key(message), msgspec.json.encode(message).decode())
            self._hold(message)
            for old in self.room(message.channel)[: -self._kept]:
                await self._drop(old)

    async def remove(self, message: Message) -> None:
        async with self._turn:
            await self._drop(message)

    async def _drop(self, message: Message) -> None:
        await self._values.delete(_key(message))
        self._rooms[message.channel].pop(message.id, None)
        self._keys.pop(message.key, None)

    def _hold(self, message: Message) -> None:
        self._rooms[message.channel][message.id] = message
        if message.key:
            self._keys[message.key] = message


def _key(message: Message) -> str:
    return f"{PREFIX}{message.channel}/{message.id}"
