"""Which channels each guild has, and which are private: kept, so that what changed while the bot was away shows.

One comparison serves both: a channel that changes now, and all that changed since the last run. `changes` is pure.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping

import discord

from adapters.discord.places import PLATFORM, is_private, place_of
from bot.chat import Event, KeyValue, Place, PlaceChanged, PlaceRemoved, Space, SpaceRemoved

KEPT = "guild/"
Count = Mapping[int, bool]
"""Channel id -> whether it is private."""


def counted(guild: discord.Guild) -> Count:
    return {
        channel.id: is_private(channel, guild)
        for channel in guild.channels
        if not isinstance(channel, discord.CategoryChannel)
    }


def changes(guild: int, before: Count, now: Count, stamp: str) -> Iterator[Event]:
    """What became of the channels in between; `stamp` makes the events of this comparison its own."""
    for channel in before.keys() - now.keys():
        yield PlaceRemoved(f"discord:gone:{channel}", Place(PLATFORM, str(guild), str(channel)))
    for channel, private in now.items():
        if before.get(channel, private) is not private:
            place = Place(PLATFORM, str(guild), str(channel), private=private)
            yield PlaceChanged(f"discord:changed:{channel}:{stamp}", place)


def written(count: Count) -> str:
    return " ".join(f"{'-' if private else ''}{channel}" for channel, private in sorted(count.items()))


def read(text: str) -> Count:
    return {abs(int(part)): part.startswith("-") for part in text.split()}


class Census:
    """The counts of all guilds, in memory and in `values`."""

    def __init__(self, values: KeyValue) -> None:
        self._values = values
        self._counts: dict[int, Count] = {}
        self._turn = asyncio.Lock()  # at start all guilds come at once: they take turns instead of crowding the store

    async def load(self) -> None:
        self._counts = {int(key.removeprefix(KEPT)): read(value) for key, value in await self._values.items(KEPT)}

    async def take(self, guild: discord.Guild, stamp: str) -> list[Event]:
        """Count `guild` anew; what changed since it was last counted."""
        async with self._turn:
            before, now = self._counts.get(guild.id), counted(guild)
            if before == now:
                return []
            await self._values.put(f"{KEPT}{guild.id}", written(now))
            self._counts[guild.id] = now
        return [] if before is None else list(changes(guild.id, before, now, stamp))

    def missing(self, guilds: Iterable[int], shard: int, shards: int) -> list[int]:
        """Guilds of a shard that were there once and are not among `guilds`."""
        here = set(guilds)
        return [guild for guild in self._counts if guild not in here and (guild >> 22) % shards == shard]

    async def leave(self, guild: int, stamp: str) -> Event:
        self._counts.pop(guild, None)
        await self._values.delete(f"{KEPT}{guild}")
        return SpaceRemoved(f"discord:left:{guild}:{stamp}", Space(PLATFORM, str(guild)))

    def place(self, guild: discord.Guild, channel: int) -> Place | None:
        """The place of a channel or thread of `guild`, if it is known."""
        found = guild.get_channel_or_thread(channel)
        return place_of(found, guild) if found is not None else None
