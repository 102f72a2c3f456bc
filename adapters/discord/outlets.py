"""The two ways in which an answer reaches people: a message of the bot's own, and the answer to an interaction."""

from __future__ import annotations

from typing import Protocol

import discord
import structlog

from adapters.discord.errors import ALREADY_ACKNOWLEDGED, UNKNOWN_INTERACTION, Failure, is_spent, translated
from adapters.discord.places import target
from adapters.discord.sending import Sender, changed, contents
from bot.chat import MessageRef, Place, Reply
from bot.errors import NotPermitted, Undeliverable


class Outlet(Protocol):
    """Raises what `Sender` raises. `shows_work`: that someone is typing is to be shown while work goes on."""

    shows_work: bool

    async def reply(self, reply: Reply) -> MessageRef: ...

    async def edit(self, ref: MessageRef, reply: Reply) -> None: ...

    async def delete(self, ref: MessageRef) -> None: ...

    async def finish(self) -> None:
        """Nothing more will come."""
        ...


class InChannel:
    """Messages of the bot's own. What is for one person goes to their direct messages, if `tell_directly`."""

    shows_work = True

    def __init__(self, sender: Sender, *, tell_directly: bool) -> None:
        self._sender, self._tell_directly = sender, tell_directly

    async def reply(self, reply: Reply) -> MessageRef:
        if reply.private_to is None:
            return await self._sender.send(reply)
        if not self._tell_directly:
            raise Undeliverable("answers to one person are switched off (discord.tell_directly)")
        return await self._sender.direct(reply)

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        await self._sender.edit(ref, reply)

    async def delete(self, ref: MessageRef) -> None:
        await self._sender.delete(ref)

    async def finish(self) -> None:
        return


class ToInteraction:
    """Answers an interaction that `acknowledge` deferred. After a quarter of an hour, when Discord takes no answer
    any more, what comes goes to the channel, or to the person's direct messages."""

    shows_work = False  # the placeholder does

    def __init__(self, interaction: discord.Interaction, place: Place, sender: Sender, otherwise: Outlet) -> None:
        self._interaction, self._place = interaction, place
        self._sender, self._otherwise = sender, otherwise
        self._waiting: bool | None = None  # whether the placeholder that stands is for one person; None: there is none
        self._placeholder: int | None = None
        self._spent = False

    async def acknowledge(self, *, private: bool) -> bool:
        """A press changes nothing that shows; a command shows that the bot is thinking, to all or to one person.

        False: another process that heard it too was first, and answers.
        """
        interaction = self._interaction
        try:
            if interaction.type is discord.InteractionType.application_command:
                answer = await interaction.response.defer(ephemeral=private)
                self._waiting, self._placeholder = private, answer.message_id if answer else None
            else:
                await interaction.response.defer()
        except discord.HTTPException as error:
            if error.code not in (ALREADY_ACKNOWLEDGED, UNKNOWN_INTERACTION):
                raise translated(error) from error
            if error.code == ALREADY_ACKNOWLEDGED:
                return False
            self._spent = True
            structlog.get_logger().warning("discord_acknowledged_too_late", interaction=interaction.id)
        except Failure as error:
            raise translated(error) from error
        return True

    async def reply(self, reply: Reply) -> MessageRef:
        await self._sender.keep(reply.card)
        if self._goes_to_thread(reply):
            try:
                return await self._otherwise.reply(reply)
            except NotPermitted as error:
                structlog.get_logger().info("discord_no_thread", reason=error.reason)
        if self._spent or target(reply.to) != target(self._place):
            return await self._otherwise.reply(reply)
        try:
            message = await self._answer(reply)
        except Failure as error:
            if not is_spent(error):
                raise translated(error) from error
            self._spent = True
            return await self._otherwise.reply(reply)
        return MessageRef(reply.to, str(message.id))

    def _goes_to_thread(self, reply: Reply) -> bool:
        wanted = reply.in_thread and reply.in_reply_to is not None and reply.private_to is None
        return wanted and self._place.space.isdigit() and isinstance(self._interaction.channel, discord.TextChannel)

    async def _answer(self, reply: Reply) -> discord.Message:
        """In place of the placeholder where it shows to the same people; else after taking it away."""
        private, interaction = reply.private_to is not None, self._interaction
        if self._waiting is private:
            message = await interaction.edit_original_response(**changed(reply.card))
            self._waiting = None
            return message
        if self._waiting is not None:
            await self._clear()
            self._waiting = None
        return await interaction.followup.send(**contents(reply.card), ephemeral=private, wait=True)

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        if not self._is_pressed(ref):
            await self._otherwise.edit(ref, reply)
            return
        await self._sender.keep(reply.card)
        try:
            await self._interaction.edit_original_response(**changed(reply.card))
        except Failure as error:
            if not is_spent(error):
                raise translated(error) from error
            await self._otherwise.edit(ref, reply)

    async def delete(self, ref: MessageRef) -> None:
        if not self._is_pressed(ref):
            await self._otherwise.delete(ref)
            return
        self._sender.note_taken(int(ref.id))
        try:
            await self._interaction.delete_original_response()
        except Failure as error:
            if not is_spent(error):
                raise translated(error) from error
            await self._otherwise.delete(ref)

    def _is_pressed(self, ref: MessageRef) -> bool:
        message = self._interaction.message
        return not self._spent and message is not None and str(message.id) == ref.id

    async def finish(self) -> None:
        """A placeholder that nothing came for is taken away."""
        if self._waiting is None or self._spent:
            return
        try:
            await self._clear()
        except Failure as error:
            structlog.get_logger().info("discord_placeholder_stays", error=str(error))

    async def _clear(self) -> None:
        """Take the placeholder away."""
        if self._placeholder is not None:
            self._sender.note_taken(self._placeholder)
        await self._interaction.delete_original_response()
