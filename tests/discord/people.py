"""What people do on the loopback Discord, and what each of them can see."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.discord import payloads
from tests.discord.gateway import intent_of
from tests.discord.interactions import COMMAND, COMPLETION, COMPONENT, MODAL, Interaction
from tests.discord.rest import forget
from tests.discord.server import Discord
from tests.discord.world import (
    LOADING,
    PRIVATE_THREAD,
    PUBLIC_THREAD,
    THREADS,
    VIEW,
    Channel,
    Guild,
    Message,
    Overwrite,
    User,
    permissions,
)

Json = dict[str, Any]


@dataclass
class People:
    """Every deed is what the gateway would tell the bot of it."""

    discord: Discord

    async def post(self, where: Channel, who: User, text: str, **more: Any) -> Message:
        message = Message(where, who, text, **more)
        if f"<@{self.discord.world.bot.id}>" in text:
            message.mentions.append(self.discord.world.bot)
        where.messages[message.id] = message
        await self.discord.gateway.message("MESSAGE_CREATE", message)
        return message

    async def edit(self, message: Message, text: str) -> None:
        message.content, message.edited = text, datetime.now(UTC).isoformat()
        await self.discord.gateway.message("MESSAGE_UPDATE", message)

    async def unfurl(self, message: Message) -> None:
        """Discord's own preview arrives: an update that is no edit."""
        message.embeds = [{"type": "article", "title": "A preview", "url": "https://courier.example/"}]
        await self.discord.gateway.message("MESSAGE_UPDATE", message)

    async def delete(self, message: Message) -> None:
        await forget(self.discord.gateway, message)

    async def clear(self, where: Channel, messages: Sequence[Message]) -> None:
        """Many at once, as a moderator's tool does."""
        for message in messages:
            where.messages.pop(message.id)
        about: Json = {"ids": [str(message.id) for message in messages], "channel_id": str(where.id)}
        guild = where.guild.id if where.guild else 0
        await self.discord.gateway.dispatch("MESSAGE_DELETE_BULK", about | {"guild_id": str(guild)}, guild=guild)

    async def react(self, message: Message, who: User, emoji: str) -> None:
        message.reactions.append((who.id, emoji))
        guild = message.channel.guild
        told: Json = {
            "user_id": str(who.id),
            "channel_id": str(message.channel.id),
            "message_id": str(message.id),
            "emoji": {"id": None, "name": emoji},
            "message_author_id": str(message.author.id),
            "burst": False,
            "type": 0,
        }
        if guild:
            told |= {"guild_id": str(guild.id), "member": payloads.member(guild, who)}
        kind, intent = "MESSAGE_REACTION_ADD", intent_of(message.channel)
        await self.discord.gateway.dispatch(kind, told, guild=guild.id if guild else None, intent=intent)

    async def command(
        self,
        where: Channel,
        who: User,
        name: str,
        *parts: str,
        options: Mapping[str, str] | None = None,
        file: bytes | None = None,
        mine: bool = False,
    ) -> Interaction:
        """`/name part option:value`. `file` is attached as the option `file`; `mine`: from the person's own apps."""
        given: list[Json] = [{"name": key, "type": 3, "value": value} for key, value in (options or {}).items()]
        data: Json = {"id": "1", "name": name, "type": 1}
        if file is not None:
            self.discord.files["list.txt"] = file
            given.append({"name": "file", "type": 11, "value": "77"})
            attached = {"id": "77", "filename": "list.txt", "size": len(file), "url": self.discord.file_url("list.txt")}
            data["resolved"] = {"attachments": {"77": attached | {"proxy_url": attached["url"]}}}
        for part in reversed(parts):
            given = [{"name": part, "type": 1, "options": given}]
        interaction = Interaction(who, where, COMMAND)
        return await self.discord.interactions.send(interaction, {**data, "options": given}, installed_by_user=mine)

    async def choose(self, message: Message, who: User, entry: str, *, mine: bool = False) -> Interaction:
        """An entry of the message's menu, by the name it is registered under."""
        data: Json = {
            "id": "2",
            "name": entry,
            "type": 3,
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): payloads.message(message)}},
        }
        interaction = Interaction(who, message.channel, COMMAND)
        return await self.discord.interactions.send(interaction, data, installed_by_user=mine)

    async def press(self, message: Message, who: User, label: str, *, mine: bool = False) -> Interaction:
        buttons: list[Json] = [button for row in message.components for button in row["components"]]  # type: ignore[attr-defined]
        button = next(button for button in buttons if button["label"].startswith(label))
        data = {"custom_id": button["custom_id"], "component_type": 2}
        interaction = Interaction(who, message.channel, COMPONENT, pressed=message)
        return await self.discord.interactions.send(interaction, data, installed_by_user=mine)

    async def complete(self, where: Channel, who: User, name: str, /, *parts: str, **typed: str) -> list[str]:
        """What is offered while the one option in `typed` is being typed."""
        given: list[Json] = [{"name": key, "type": 3, "value": value, "focused": True} for key, value in typed.items()]
        for part in reversed(parts):
            given = [{"name": part, "type": 1, "options": given}]
        data = {"id": "1", "name": name, "type": 1, "options": given}
        asked = await self.discord.interactions.send(Interaction(who, where, COMPLETION), data)
        await asyncio.wait_for(asked.acknowledged.wait(), 10)
        return [choice["value"] for choice in asked.completions]

    async def submit(self, form: Interaction, **values: str) -> Interaction:
        """Fill the form that an interaction was answered with, and send it."""
        inputs = [
            {"type": 18, "id": n, "component": {"type": 4, "id": 50 + n, "custom_id": key, "value": value}}
            for n, (key, value) in enumerate(values.items(), 1)
        ]
        data = {"custom_id": form.form["custom_id"], "components": inputs}
        return await self.discord.interactions.send(Interaction(form.person, form.channel, MODAL), data)

    async def start_thread(
        self, parent: Channel, name: str, *, private: bool = False, opener: Message | None = None
    ) -> Channel:
        assert parent.guild is not None
        thread = Channel(name, PRIVATE_THREAD if private else PUBLIC_THREAD, guild=parent.guild, parent=parent)
        if opener is not None:
            thread.id = opener.id
        parent.guild.channels[thread.id] = thread
        await self.discord.gateway.dispatch("THREAD_CREATE", payloads.channel(thread), guild=parent.guild.id)
        return thread

    async def set_overwrite(self, channel: Channel, overwrite: Overwrite) -> None:
        channel.overwrites = [each for each in channel.overwrites if each.id != overwrite.id] + [overwrite]
        assert channel.guild is not None
        await self.discord.gateway.dispatch("CHANNEL_UPDATE", payloads.channel(channel), guild=channel.guild.id)

    async def hide(self, channel: Channel) -> None:
        """From everyone but the bot."""
        assert channel.guild is not None
        channel.overwrites.append(Overwrite(self.discord.world.bot.id, 1, allow=VIEW))
        await self.set_overwrite(channel, Overwrite(channel.guild.id, 0, deny=VIEW))

    async def set_everyone(self, guild: Guild, bits: int) -> None:
        guild.everyone.permissions = bits
        told = {"guild_id": str(guild.id), "role": payloads.role(guild.everyone, 0)}
        await self.discord.gateway.dispatch("GUILD_ROLE_UPDATE", told, guild=guild.id)

    async def remove_channel(self, channel: Channel) -> None:
        assert channel.guild is not None
        channel.guild.channels.pop(channel.id)
        kind = "THREAD_DELETE" if channel.kind in THREADS else "CHANNEL_DELETE"
        await self.discord.gateway.dispatch(kind, payloads.channel(channel), guild=channel.guild.id)

    async def remove_bot(self, guild: Guild) -> None:
        self.discord.world.guilds.pop(guild.id)
        await self.discord.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild=guild.id)

    def seen(self, where: Channel, who: User) -> list[Message]:
        """The messages of `where` that show to `who`, oldest first; placeholders are not shown."""
        if not permissions(where, who):
            return []
        messages = [m for m in where.messages.values() if m.only_for in (None, who.id) and not m.flags & LOADING]
        return sorted(messages, key=lambda message: message.id)

    async def answers(self, where: Channel, who: User, number: int = 1) -> list[Message]:
        """What the bot says there, as soon as there is that much."""
        bot = self.discord.world.bot
        async with asyncio.timeout(60):
            while len(said := [m for m in self.seen(where, who) if m.author is bot]) < number:
                await asyncio.sleep(0.01)
        return said


def words(message: Message) -> str:
    """All that a reader gets to see of a message, markdown and all."""
    return "\n".join([message.content, *strings(message.embeds), *strings(message.components)])


def strings(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [text for key, each in value.items() if key != "custom_id" for text in strings(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in strings(each)]
    return [value] if isinstance(value, str) else []


async def until(check: Any) -> None:
    """Wait for a condition, given as a function."""
    async with asyncio.timeout(60):
        while not check():
            await asyncio.sleep(0.01)
