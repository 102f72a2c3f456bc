"""How a reply, an edit or a deletion becomes a call to Discord. Raises `SendLater`, `Undeliverable`, `NotPermitted`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from io import BytesIO
from typing import Any

import discord

from adapters.discord import custom_ids
from adapters.discord.addresses import message_link
from adapters.discord.budget import MORE, cut
from adapters.discord.errors import THREAD_EXISTS, Failure, translated
from adapters.discord.markdown import clean
from adapters.discord.permissions import lacking
from adapters.discord.places import guild_id, place_of, target
from adapters.discord.render import render
from bot.chat import Card, KeyValue, MessageRef, Place, Reply
from bot.errors import NotPermitted, Undeliverable

NOBODY = discord.AllowedMentions.none()
THREAD_NAME = 100
REMEMBERED = 1000
Channel = discord.abc.Messageable


@contextmanager
def translating() -> Iterator[None]:
    try:
        yield
    except Failure as error:
        raise translated(error) from error


def nonce(key: str) -> str:
    """A reply's key in the 25 characters that Discord knows a repeated send by."""
    return blake2b(key.encode(), digest_size=12).hexdigest()


def contents(card: Card) -> dict[str, Any]:
    """What a new message takes: one embed, the buttons if there are any, and a file to take along."""
    payload = render(card)
    embeds: Sequence[Mapping[str, Any]] = payload["embeds"]  # type: ignore[assignment]
    rows: Sequence[Mapping[str, Any]] = payload["components"]  # type: ignore[assignment]
    told: dict[str, Any] = {"embed": discord.Embed.from_dict(embeds[0]), "allowed_mentions": NOBODY}
    if card.file:
        told["file"] = discord.File(BytesIO(card.file.text.encode()), card.file.name)
    return told | ({"view": buttons(rows)} if rows else {})


def changed(card: Card) -> dict[str, Any]:
    """What an edit takes: buttons that are no more there go."""
    told = {"view": None, "content": None, **contents(card)}
    file = told.pop("file", None)
    return told | ({"attachments": [file]} if file else {})


def buttons(rows: Sequence[Mapping[str, Any]]) -> discord.ui.View:
    """Stopped at once: a press comes in by its custom id alone, so nothing needs to be remembered for it."""
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(rows):
        for each in row["components"]:
            view.add_item(discord.ui.Button(label=each["label"], custom_id=each["custom_id"], row=number))
    view.stop()
    return view


class Sender:
    """Over one client. `values` keeps what long buttons mean."""

    def __init__(self, client: discord.Client, values: KeyValue) -> None:
        self._client, self._values = client, values
        self._taken: dict[int, None] = {}

    def note_taken(self, message: int) -> None:
        """The bot itself takes `message` back: Discord will say so, and it is no news."""
        if len(self._taken) >= REMEMBERED:
            self._taken.pop(next(iter(self._taken)))
        self._taken[message] = None

    def was_taken(self, message: int) -> bool:
        return message in self._taken

    async def send(self, reply: Reply) -> MessageRef:
        await self.keep(reply.card)
        channel = self._channel(reply.to)
        if reply.in_thread and reply.in_reply_to and isinstance(channel, discord.TextChannel):
            channel = await self._thread(channel, reply)
        self._require(channel)
        reference = self._reference(channel, reply)
        more: dict[str, Any] = {} if reference is None else {"reference": reference}
        with translating():
            message = await channel.send(**contents(reply.card), **more, nonce=nonce(reply.key))
        thread = message.channel.id
        at = reply.to if target(reply.to) == thread else replace(reply.to, thread=str(thread))
        return MessageRef(at, str(message.id))

    async def direct(self, reply: Reply) -> MessageRef:
        """To one person's direct messages, with a link to what it is about."""
        assert reply.private_to is not None
        await self.keep(reply.card)
        about = message_link(reply.in_reply_to) if reply.in_reply_to else None
        with translating():
            conversation = await self._client.create_dm(discord.Object(int(reply.private_to.id)))
            message = await conversation.send(about, **contents(reply.card), nonce=nonce(reply.key))
        return MessageRef(place_of(conversation, None), str(message.id))

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        await self.keep(reply.card)
        with translating():
            await self._message(ref).edit(**changed(reply.card))

    async def delete(self, ref: MessageRef) -> None:
        """A message that is gone already is as wished."""
        self.note_taken(int(ref.id))
        try:
            with translating():
                await self._message(ref).delete()
        except Undeliverable as error:
            if not isinstance(error.__cause__, discord.NotFound):
                raise

    async def hide_preview(self, ref: MessageRef) -> None:
        """Nothing happens where the bot may not manage messages."""
        channel = self._client.get_channel(target(ref.place))
        at = channel.parent if isinstance(channel, discord.Thread) else channel
        if not isinstance(at, discord.abc.GuildChannel) or not at.permissions_for(at.guild.me).manage_messages:
            return
        with translating():
            message = await self._message(ref).fetch()
            await message.edit(suppress=True)

    async def typing(self, place: Place) -> None:
        with translating():
            await self._channel(place).typing()

    async def keep(self, card: Card) -> None:
        for key, meaning in custom_ids.kept(card).items():
            await self._values.put(key, meaning)

    def _channel(self, place: Place) -> Channel:
        known = self._client.get_channel(target(place))
        if known is None:
            return self._client.get_partial_messageable(target(place), guild_id=guild_id(place))
        if not isinstance(known, discord.abc.Messageable):
            raise Undeliverable(f"channel {known.id} takes no messages")
        return known

    def _message(self, ref: MessageRef) -> discord.PartialMessage:
        channel = self._client.get_partial_messageable(target(ref.place), guild_id=guild_id(ref.place))
        return channel.get_partial_message(int(ref.id))

    def _require(self, channel: Channel, *, thread: bool = False) -> None:
        guild = getattr(channel, "guild", None)
        if missing := lacking(channel, guild.me if guild else None, thread=thread):
            raise NotPermitted(missing, f"#{getattr(channel, 'name', '')}")

    def _reference(self, channel: Channel, reply: Reply) -> discord.MessageReference | None:
        """None in a thread of that very message, and where the bot may not read what it would answer."""
        answered = reply.in_reply_to
        number = getattr(channel, "id", 0)
        if answered is None or target(answered.place) != number:
            return None
        at = channel.parent if isinstance(channel, discord.Thread) else channel
        if isinstance(at, discord.abc.GuildChannel) and not at.permissions_for(at.guild.me).read_message_history:
            return None
        return discord.MessageReference(
            message_id=int(answered.id), channel_id=number, fail_if_not_exists=False, guild_id=guild_id(reply.to)
        )

    async def _thread(self, channel: discord.TextChannel, reply: Reply) -> Channel:
        """The thread on the answered message, made if there is none: it has the message's own number."""
        assert reply.in_reply_to is not None
        number = int(reply.in_reply_to.id)
        if known := channel.guild.get_thread(number):
            return known
        self._require(channel, thread=True)
        name = cut(clean(reply.card.title), THREAD_NAME, written=str) or MORE
        try:
            return await channel.get_partial_message(number).create_thread(name=name)
        except discord.HTTPException as error:
            if error.code == THREAD_EXISTS:
                return self._client.get_partial_messageable(number, guild_id=channel.guild.id)
            raise translated(error) from error
        except Failure as error:
            raise translated(error) from error
