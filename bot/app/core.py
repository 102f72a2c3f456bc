"""The core as adapters see it: an event becomes actions, in the language of where it happened, or a private apology."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager

import structlog

from bot.app.parts import Parts
from bot.app.routes import Routes
from bot.app.told import note, place_of, sorry, where
from bot.cards.failures import failure_card
from bot.channels import LANGUAGES, Manner
from bot.chat import (
    Action,
    Card,
    Checked,
    CommandSpec,
    Event,
    Managers,
    MessageCommandSpec,
    MessageRef,
    Place,
    Reply,
    Space,
    Speaker,
)
from bot.errors import StandfirstError
from bot.locale import each_in, speaking
from bot.services.channels import Channels
from bot.services.commands import COMMANDS, LISTENS_FOR, MESSAGE_COMMANDS
from bot.services.draft import Draft
from bot.services.standing import stands
from bot.services.translate_commands import translated, translated_entry


class App:
    """Implements `bot.chat.Core`."""

    commands: Sequence[CommandSpec] = COMMANDS
    message_commands: Sequence[MessageCommandSpec] = MESSAGE_COMMANDS
    locales: Sequence[str] = LANGUAGES
    listens_for: Sequence[str] = LISTENS_FOR

    def __init__(self, parts: Parts) -> None:
        self._channels = Channels(parts.store, parts.settings)
        self._routes = Routes(parts, self._channels)
        self._drafts: dict[str, Draft] = {}

    async def handle(self, event: Event) -> AsyncIterator[Action]:
        if not self._routes.concerns(event):
            return
        request, begun = secrets.token_hex(4), time.perf_counter()
        log = structlog.get_logger().bind(request=request, event_kind=type(event).__name__, **where(event))
        replies, outcome, manner = 0, "ok", Manner()
        try:
            manner = await self._manner(event)
            async for step in each_in(manner.language, self._routes.steps(event, manner)):
                if not isinstance(step, Draft):
                    yield step
                    continue
                replies += 1
                outcome = note(log, step.error) if step.error else outcome
                with self._underway(step):
                    yield step.reply
        except Exception as error:
            outcome = note(log, error)
            with speaking(manner.language):
                apology = sorry(event, error, request)
            if apology:
                yield apology
        finally:
            took = round((time.perf_counter() - begun) * 1000, 1)
            log.info("handled", outcome=outcome, replies=replies, ms=took)

    async def delivered(self, reply: Reply, ref: MessageRef) -> bool:
        draft = self._drafts.pop(reply.key, None)
        if draft is None or reply.private_to is not None:
            return True
        return await stands(self._routes.brief, draft, ref)

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        return await self._routes.suggest(command, option, prefix, place)

    def commands_in(self, locale: str) -> Sequence[CommandSpec]:
        with speaking(self._channels.language(locale)):
            return tuple(map(translated, self.commands))

    def message_commands_in(self, locale: str) -> Sequence[MessageCommandSpec]:
        with speaking(self._channels.language(locale)):
            return tuple(map(translated_entry, self.message_commands))

    async def check(self, command: str, option: str, value: str, place: Place, locale: str = "") -> Checked:
        with speaking(self._channels.language(locale)):
            return self._routes.check(command, option, value)

    def explain(self, error: StandfirstError, locale: str = "") -> Card:
        with speaking(self._channels.language(locale)):
            return failure_card(error)

    async def home(self, space: Space, speaker: Speaker, locale: str = "") -> Card:
        with speaking(self._channels.language(locale)):
            return await self._routes.help.home(space)

    async def managers(self, space: Space) -> Managers:
        return await self._channels.managers(space)

    async def speaks(self, place: Place, locale: str) -> str:
        """The language of what is said in `place` unasked."""
        return (await self._channels.manner(place, locale)).language

    async def _manner(self, event: Event) -> Manner:
        place = place_of(event)
        return await self._channels.manner(place, getattr(event, "locale", "")) if place else Manner()

    @contextmanager
    def _underway(self, draft: Draft) -> Iterator[None]:
        """Until `draft` is sent or given up: `delivered` finds it by its reply's key."""
        self._drafts[draft.reply.key] = draft
        try:
            yield
        finally:
            self._drafts.pop(draft.reply.key, None)
