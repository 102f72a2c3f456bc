"""What happens to an interaction: acknowledged at once, understood, and handed to the core with a way to answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
import structlog
from discord import app_commands

from adapters.discord import called, custom_ids
from adapters.discord.answering import Answering
from adapters.discord.budget import cut, units
from adapters.discord.errors import Failure
from adapters.discord.outlets import Outlet, ToInteraction
from adapters.discord.sending import Sender
from bot.chat import CommandCalled, Core, Event, KeyValue, Place
from bot.errors import SendError, StandfirstError

COMMAND, COMPONENT, COMPLETION = (
    discord.InteractionType.application_command,
    discord.InteractionType.component,
    discord.InteractionType.autocomplete,
)
IN_MENU = 3
MOST_CHOICES, LONGEST_CHOICE = 25, 100
LARGEST_FILE = 2_000_000
"""Bytes of an attached text: a list of feeds, with much room to spare."""


class Interacting:
    def __init__(self, core: Core, values: KeyValue, sender: Sender, answering: Answering, in_channel: Outlet) -> None:
        self._core, self._values = core, values
        self._sender, self._answering, self._in_channel = sender, answering, in_channel

    async def heard(self, interaction: discord.Interaction) -> None:
        place = called.where(interaction)
        if interaction.type is COMPLETION:
            await self._complete(interaction, place)
        elif interaction.type in (COMMAND, COMPONENT):
            await self._answer(interaction, place)

    async def _answer(self, interaction: discord.Interaction, place: Place) -> None:
        outlet = ToInteraction(interaction, place, self._sender, self._in_channel)
        try:
            if not await outlet.acknowledge(private=self._is_private(interaction)):
                return
        except SendError as error:
            structlog.get_logger().warning("discord_not_acknowledged", interaction=interaction.id, error=str(error))
            return
        try:
            event = await self._event(interaction, place)
        except StandfirstError as error:
            structlog.get_logger().warning("discord_not_understood", interaction=interaction.id, error=str(error))
            asked = CommandCalled(f"discord:interaction:{interaction.id}", place, called.who(interaction, place), "")
            await self._answering.apologise(error, asked, outlet)
            event = None
        if event is None:
            await outlet.finish()
            return
        self._answering.begin(self._answering.answer(event, outlet))

    def _is_private(self, interaction: discord.Interaction) -> bool:
        """Decided before the placeholder is shown, from the command alone."""
        data = called.data_of(interaction)
        if data.get("type") == IN_MENU:
            return any(entry.private for entry in self._core.message_commands if entry.label == data["name"])
        return "name" in data and called.is_private(called.called(data)[0], self._core.commands)

    async def _event(self, interaction: discord.Interaction, place: Place) -> Event | None:
        data = called.data_of(interaction)
        if interaction.type is COMPONENT:
            return await self._pressed(interaction, place, str(data.get("custom_id", "")))
        if data.get("type") == IN_MENU:
            assert interaction.client.user is not None
            return called.chosen(interaction, place, self._core.message_commands, interaction.client.user)
        files = {name: await text_of(interaction, file) for name, file in called.attached(data).items()}
        return called.command(interaction, place, files)

    async def _pressed(self, interaction: discord.Interaction, place: Place, custom: str) -> Event | None:
        read = custom_ids.read(custom)
        if isinstance(read, str):
            kept = await self._values.get(read)
            read = custom_ids.understood(kept) if kept else ("", "")
        return called.pressed(interaction, place, *read) if read else None

    async def _complete(self, interaction: discord.Interaction, place: Place) -> None:
        asked = called.typing(interaction)
        found: list[str] = []
        if asked is not None:
            try:
                found = list(await self._core.suggest(asked.command, asked.option, asked.prefix, place))
            except StandfirstError as error:
                structlog.get_logger().warning("discord_no_completion", error=str(error))
        fitting = [text for text in found if text and units(text) <= LONGEST_CHOICE][:MOST_CHOICES]
        choices = [app_commands.Choice(name=cut(text, LONGEST_CHOICE, written=str), value=text) for text in fitting]
        try:
            await interaction.response.autocomplete(choices)
        except Failure as error:
            structlog.get_logger().info("discord_completion_late", error=str(error))


async def text_of(interaction: discord.Interaction, file: Mapping[str, Any]) -> str:
    """An attached text file; empty where it is too large, no text, or gone."""
    if int(file.get("size", 0)) > LARGEST_FILE:
        return ""
    try:
        raw = await interaction.client.http.get_from_cdn(str(file["url"]))
        return raw.decode("utf-8-sig")
    except (*Failure, UnicodeDecodeError) as error:
        structlog.get_logger().info("discord_file_unread", error=str(error))
        return ""
