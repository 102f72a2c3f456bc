"""Which service answers what: the services, built once, and the way from each event to one of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence

from bot.app.parts import Parts
from bot.channels import TABLE, Manner
from bot.chat import (
    ButtonPressed,
    Checked,
    CommandCalled,
    Event,
    MessageChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Place,
    PlaceChanged,
    PlaceRemoved,
    ReactionAdded,
    SpaceRemoved,
)
from bot.errors import Incomplete, UnknownCommand
from bot.model import Length
from bot.services.brief_command import BriefCommand
from bot.services.brief_links import BriefLinks
from bot.services.change_message import ChangeMessage
from bot.services.channels import Channels
from bot.services.chosen_message import ChosenMessage
from bot.services.commands import COMMANDS
from bot.services.draft import Step
from bot.services.feeds_command import FEED_COMMANDS, FeedsCommand
from bot.services.find_feed import FindFeed
from bot.services.help import Help
from bot.services.keep import follow
from bot.services.press_button import PressButton
from bot.services.settings_command import SettingsCommand, check
from bot.services.topic_hints import TopicHints
from bot.services.topics_command import TOPIC_BUTTONS, TOPIC_COMMANDS, TopicsCommand, usual
from bot.services.who import Who

Answer = Callable[[CommandCalled, Manner], AsyncIterator[Step]]


class Routes:
    def __init__(self, parts: Parts, channels: Channels) -> None:
        self._store = parts.store
        self.brief = BriefLinks(parts.store, parts.read_story, parts.clock, parts.settings.brief, parts.news)
        self.help = Help(self.brief, COMMANDS)
        self._who = Who(self.brief, parts.background)
        self._topics = TopicsCommand(parts.store, parts.work, parts.clock, usual(parts.settings.alerts))
        self._hints = TopicHints(parts.store, self._topics.usual)
        find = FindFeed(parts.fetcher, parts.reader, parts.clock)
        self._feeds = FeedsCommand(parts.store, parts.feeds, find, parts.reader)
        self._commands: Mapping[str, Answer] = {
            "brief": BriefCommand(self.brief).called,
            "who": self._who.called,
            "settings": SettingsCommand(channels, parts.clock).called,
            "help": self.help.called,
            **dict.fromkeys(TOPIC_COMMANDS, self._topics.called),
            **dict.fromkeys(FEED_COMMANDS, self._feeds.called),
        }

    def concerns(self, event: Event) -> bool:
        """Most of what people write is not for us, and costs nothing."""
        return not isinstance(event, MessagePosted) or event.named or bool(self.brief.pasted(event).items)

    def steps(self, event: Event, manner: Manner) -> AsyncIterator[Step]:
        """What the one service that answers `event` does about it. Raises `InputError` where there is none."""
        match event:
            case MessagePosted() if not self.brief.pasted(event).items:
                return self.help.called(event, manner)
            case MessagePosted() | ReactionAdded():
                return self.brief.posted(event, manner)
            case MessageEdited():
                return ChangeMessage(self.brief).edited(event, manner)
            case MessageDeleted():
                return ChangeMessage(self.brief).deleted(event, manner)
            case CommandCalled():
                return self._command(event.name)(event, manner)
            case MessageChosen():
                return ChosenMessage(self.brief).chosen(event, manner)
            case ButtonPressed():
                buttons = self._topics if event.action in TOPIC_BUTTONS else PressButton(self.brief, self._who)
                return buttons.pressed(event, manner)
            case SpaceRemoved() | PlaceRemoved() | PlaceChanged():
                return self._follow(event)

    def _command(self, name: str) -> Answer:
        if answer := self._commands.get(name):
            return answer
        if parts := next((spec.parts for spec in COMMANDS if spec.name == name), ()):
            raise Incomplete(name, [part.name for part in parts])
        raise UnknownCommand(name)

    async def suggest(self, command: str, option: str, prefix: str, place: Place) -> Sequence[str]:
        match command.partition(" ")[0], option:
            case "who", "name":
                return await self._who.suggest(prefix, place)
            case "brief", "length":
                return [length for length in Length if length.startswith(prefix.casefold())]
            case "feeds", "feed":
                return await self._feeds.suggest(prefix, place)
            case "topics", _:
                return await self._hints.suggest(option, prefix, place)
        return ()

    def check(self, command: str, option: str, value: str) -> Checked:
        if command.startswith("topics"):
            return self._hints.check(option, value)
        return check(option, value) if command == "settings" and option in TABLE else Checked(ok=True)

    async def _follow(self, event: SpaceRemoved | PlaceRemoved | PlaceChanged) -> AsyncIterator[Step]:
        await follow(self._store, event)
        return
        yield  # makes this an async generator, as every service is
