"""The core as adapters see it: an event goes to the one service that answers it, a failure becomes a private card."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator, Sequence

import structlog

from bot.app.parts import Parts
from bot.app.told import place_of, told, where
from bot.cards.failures import crash_card, failure_card
from bot.channels import LANGUAGES, TABLE, Manner
from bot.chat import (
    Action,
    ButtonPressed,
    Card,
    Checked,
    CommandCalled,
    CommandSpec,
    Event,
    Managers,
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
from bot.errors import Incomplete, StandfirstError, UnknownCommand
from bot.locale import each_in, speaking
from bot.model import Length
from bot.services.brief_command import BriefCommand
from bot.services.brief_links import BriefLinks
from bot.services.change_message import ChangeMessage, remember
from bot.services.channels import Channels
from bot.services.chosen_message import ChosenMessage
from bot.services.commands import COMMANDS, LISTENS_FOR, MESSAGE_COMMANDS
from bot.services.draft import Draft, Step
from bot.services.feeds_command import FEED_COMMANDS, FeedsCommand
from bot.services.find_feed import FindFeed
from bot.services.help import Help
from bot.services.keep import follow
from bot.services.press_button import PressButton
from bot.services.settings_command import SettingsCommand, check
from bot.services.topic_hints import TopicHints
from bot.services.topics_command import TOPIC_BUTTONS, TOPIC_COMMANDS, TopicsCommand, usual
from bot.services.translate_commands import translated, translated_entry
from bot.services.who import Who
from bot.store import shares, stories


class App:
    """Implements `bot.chat.Core`."""

    commands: Sequence[CommandSpec] = COMMANDS
    message_commands: Sequence[MessageCommandSpec] = MESSAGE_COMMANDS
    locales: Sequence[str] = LANGUAGES
    listens_for: Sequence[str] = LISTENS_FOR

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._channels = Channels(parts.store, parts.settings)
        self._brief = BriefLinks(parts.store, parts.read_story, parts.clock, parts.settings.brief, parts.news)
        self._who = Who(self._brief, parts.background)
        self._help = Help(self._brief, self.commands)
        self._topics = TopicsCommand(parts.store, parts.work, parts.clock, usual(parts.settings.alerts))
        find = FindFeed(parts.fetcher, parts.reader)
        self._feeds = FeedsCommand(parts.store, parts.feeds, find, parts.reader)
        self._hints = TopicHints(parts.store, self._topics.usual)
        self._drafts: dict[str, Draft] = {}

    async def handle(self, event: Event) -> AsyncIterator[Action]:
        if isinstance(event, MessagePosted) and not event.named and not self._brief.holds(event.text):
            return
        request, begun = secrets.token_hex(4), time.perf_counter()
        log = structlog.get_logger().bind(request=request, event_kind=type(event).__name__, **where(event))
        replies, outcome, manner = 0, "ok", Manner()
        try:
            manner = await self._manner(event)
            async for step in each_in(manner.language, self._route(event, manner)):
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
            with speaking(manner.language):
                reply = told(event, failure_card(error), request)
            if reply:
                yield reply
        except Exception:
            outcome = "crashed"
            log.exception("crashed")
            with speaking(manner.language):
                reply = told(event, crash_card(request), request)
            if reply:
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
                story = await stories.get(c, ref.place.tenant, draft.story_id)
                if share and story:
                    await self._brief.attach(c, share, story)
            await remember(c, self._brief, draft, ref)
        return True

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        if (command, option) == ("who", "name"):
            return await self._who.suggest(prefix, place)
        if (command, option) == ("brief", "length"):
            return [length for length in Length if length.startswith(prefix.casefold())]
        if command.startswith("feeds") and option == "feed":
            return await self._feeds.suggest(prefix, place)
        if command.startswith("topics"):
            return await self._hints.suggest(option, prefix, place)
        return ()

    def commands_in(self, locale: str) -> Sequence[CommandSpec]:
        with speaking(self._channels.language(locale)):
            return tuple(map(translated, self.commands))

    def message_commands_in(self, locale: str) -> Sequence[MessageCommandSpec]:
        with speaking(self._channels.language(locale)):
            return tuple(map(translated_entry, self.message_commands))

    async def check(self, command: str, option: str, value: str, place: Place, locale: str = "") -> Checked:
        if command.startswith("topics"):
            with speaking(self._channels.language(locale)):
                return self._hints.check(option, value)
        return check(option, value) if command == "settings" and option in TABLE else Checked(ok=True)

    def explain(self, error: StandfirstError, locale: str = "") -> Card:
        with speaking(self._channels.language(locale)):
            return failure_card(error)

    async def home(self, space: Space, speaker: Speaker, locale: str = "") -> Card:
        with speaking(self._channels.language(locale)):
            return await self._help.home(space)

    async def managers(self, space: Space) -> Managers:
        return await self._channels.managers(space)

    async def speaks(self, place: Place, locale: str) -> str:
        """The language of what is said in `place` unasked."""
        return (await self._channels.manner(place, locale)).language

    async def _manner(self, event: Event) -> Manner:
        place = place_of(event)
        return await self._channels.manner(place, getattr(event, "locale", "")) if place else Manner()

    def _route(self, event: Event, manner: Manner) -> AsyncIterator[Step]:
        match event:
            case MessagePosted(text=text) if not self._brief.holds(text):
                return self._help.called(event, manner)
            case MessagePosted() | ReactionAdded():
                return self._brief.posted(event, manner)
            case MessageEdited():
                return ChangeMessage(self._brief).edited(event, manner)
            case MessageDeleted():
                return ChangeMessage(self._brief).deleted(event, manner)
            case CommandCalled():
                return self._called(event, manner)
            case MessageChosen():
                return ChosenMessage(self._brief).chosen(event, manner)
            case ButtonPressed():
                return self._pressed(event, manner)
            case SpaceRemoved() | PlaceRemoved() | PlaceChanged():
                return self._follow(event)

    def _pressed(self, event: ButtonPressed, manner: Manner) -> AsyncIterator[Step]:
        if event.action in TOPIC_BUTTONS:
            return self._topics.pressed(event)
        return PressButton(self._brief, self._who).pressed(event, manner)

    def _called(self, event: CommandCalled, manner: Manner) -> AsyncIterator[Step]:
        match event.name:
            case "brief":
                return BriefCommand(self._brief).called(event, manner)
            case "who":
                return self._who.called(event)
            case "settings":
                return SettingsCommand(self._channels, self._parts.clock).called(event)
            case "help":
                return self._help.called(event, manner)
        if event.name in FEED_COMMANDS:
            return self._feeds.called(event)
        if event.name in TOPIC_COMMANDS:
            return self._topics.called(event)
        if parts := next((spec.parts for spec in self.commands if spec.name == event.name), ()):
            raise Incomplete(event.name, [part.name for part in parts])
        raise UnknownCommand(event.name)

    async def _follow(self, event: SpaceRemoved | PlaceRemoved | PlaceChanged) -> AsyncIterator[Step]:
        await follow(self._parts.store, event)
        return
        yield  # makes this an async generator, as every service is
