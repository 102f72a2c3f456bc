"""The core as adapters see it: an event goes to the one service that answers it, a failure becomes a private card."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator, Sequence

import structlog

from bot.app.parts import Parts
from bot.cards.failures import crash_card, failure_card
from bot.cards.notices import help_card
from bot.chat import (
    Action,
    ButtonPressed,
    Card,
    Checked,
    CommandCalled,
    CommandSpec,
    Event,
    MessageChosen,
    MessageCommandSpec,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MessageRef,
    Place,
    PlaceChanged,
    PlaceRemoved,
    ReactionAdded,
    Reply,
    Space,
    SpaceRemoved,
    Speaker,
)
from bot.errors import StandfirstError, UnknownCommand
from bot.model import Length
from bot.services.brief_command import BriefCommand
from bot.services.brief_links import BriefLinks
from bot.services.change_message import ChangeMessage, remember
from bot.services.commands import COMMANDS, MESSAGE_COMMANDS
from bot.services.draft import Draft, Step
from bot.services.keep import forget_space
from bot.services.press_button import PressButton
from bot.services.who import Who
from bot.store import shares


class App:
    """Implements `bot.chat.Core`."""

    commands: Sequence[CommandSpec] = COMMANDS
    message_commands: Sequence[MessageCommandSpec] = MESSAGE_COMMANDS
    locales: Sequence[str] = ("en",)
    listens_for: Sequence[str] = ()

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._brief = BriefLinks(parts.store, parts.read_story, parts.clock, parts.settings.brief)
        self._who = Who(self._brief, parts.background)
        self._drafts: dict[str, Draft] = {}

    async def handle(self, event: Event) -> AsyncIterator[Action]:
        request, begun = secrets.token_hex(4), time.perf_counter()
        log = structlog.get_logger().bind(request=request, event_kind=type(event).__name__, **where(event))
        replies, outcome = 0, "ok"
        try:
            async for step in self._route(event):
                replies += isinstance(step, Draft)
                if not isinstance(step, Draft):
                    yield step
                    continue
                if step.error:
                    outcome = step.error.code
                    log.info("declined", error=str(step.error))
                self._drafts[step.reply.key] = step
                try:
                    yield step.reply
                finally:
                    self._drafts.pop(step.reply.key, None)
        except StandfirstError as error:
            outcome = error.code
            log.info("declined", error=str(error))
            if reply := told(event, failure_card(error), request):
                yield reply
        except Exception:
            outcome = "crashed"
            log.exception("crashed")
            if reply := told(event, crash_card(request), request):
                yield reply
        finally:
            took = round((time.perf_counter() - begun) * 1000, 1)
            log.info("handled", outcome=outcome, replies=replies, ms=took)

    async def delivered(self, reply: Reply, ref: MessageRef) -> bool:
        draft = self._drafts.pop(reply.key, None)
        if draft is None or reply.private_to is not None:
            return True
        async with self._parts.store.transaction() as c:
            if draft.share_id is not None and await shares.get(c, ref.place.tenant, draft.share_id) is None:
                return False
            if draft.key and draft.story_id is not None and not await shares.first(c, ref.place, draft.story_id):
                share = await shares.add(c, ref, draft.asked_by, draft.url, draft.key, self._parts.clock())
                if share:
                    await shares.attach(c, share.id, draft.story_id)
            await remember(c, self._brief, draft, ref)
        return True

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        if (command, option) == ("who", "name"):
            return await self._who.suggest(prefix, place)
        if (command, option) == ("brief", "length"):
            return [length for length in Length if length.startswith(prefix.casefold())]
        return ()

    def commands_in(self, locale: str) -> Sequence[CommandSpec]:
        return self.commands

    def message_commands_in(self, locale: str) -> Sequence[MessageCommandSpec]:
        return self.message_commands

    async def check(self, command: str, option: str, value: str, place: Place, locale: str = "") -> Checked:
        return Checked(ok=True)

    def explain(self, error: StandfirstError, locale: str = "") -> Card:
        return failure_card(error)

    async def home(self, space: Space, speaker: Speaker, locale: str = "") -> Card:
        settings = self._parts.settings.brief
        return help_card(self.commands, automatic=settings.automatic, max_links=settings.max_links)

    def _route(self, event: Event) -> AsyncIterator[Step]:
        match event:
            case MessagePosted():
                return self._brief.posted(event)
            case MessageEdited():
                return ChangeMessage(self._brief).edited(event)
            case MessageDeleted():
                return ChangeMessage(self._brief).deleted(event)
            case CommandCalled():
                return self._called(event)
            case MessageChosen():
                options = {"what": event.text} if event.action == "brief" else {}
                return self._called(
                    CommandCalled(event.event_id, event.ref.place, event.speaker, event.action, options, event.locale)
                )
            case ButtonPressed():
                return PressButton(self._brief, self._who).pressed(event)
            case SpaceRemoved() | PlaceRemoved() | PlaceChanged() | ReactionAdded():
                return self._quiet(event)

    def _called(self, event: CommandCalled) -> AsyncIterator[Step]:
        match event.name:
            case "brief":
                return BriefCommand(self._brief).called(event)
            case "who":
                return self._who.called(event)
            case _:
                return self._answer(event)

    async def _answer(self, event: CommandCalled) -> AsyncIterator[Step]:
        if event.name != "help":
            raise UnknownCommand(event.name)
        settings = self._parts.settings.brief
        card = help_card(self.commands, automatic=settings.automatic, max_links=settings.max_links)
        yield Draft(Reply(f"help:{event.event_id}", card, event.place, private_to=event.speaker), event.speaker)

    async def _quiet(self, event: SpaceRemoved | PlaceRemoved | PlaceChanged | ReactionAdded) -> AsyncIterator[Step]:
        if isinstance(event, SpaceRemoved):
            await forget_space(self._parts.store, event)
        return
        yield  # makes this an async generator, as every service is


def where(event: Event) -> dict[str, str]:
    """The log's words for where an event happened."""
    match event:
        case SpaceRemoved(space=space):
            return {"platform": space.platform, "space": space.id}
        case CommandCalled(place=place) | PlaceRemoved(place=place) | PlaceChanged(place=place):
            pass
        case _:
            place = event.ref.place
    return {"platform": place.platform, "space": place.space, "channel": place.channel}


def told(event: Event, card: Card, request: str) -> Reply | None:
    """A private reply to whoever caused `event`; None where there is nobody to tell."""
    match event:
        case CommandCalled():
            return Reply(f"problem:{request}", card, event.place, private_to=event.speaker)
        case MessagePosted() | MessageEdited() | MessageChosen() | ButtonPressed():
            return Reply(f"problem:{request}", card, event.ref.place, event.ref, private_to=event.speaker)
        case _:
            return None
