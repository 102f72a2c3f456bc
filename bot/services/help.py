"""`/help`, being addressed by name without a link, and a person's own page: what there is to do here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.cards.following import following_lines
from bot.cards.notices import help_card, home_card
from bot.channels import Manner
from bot.chat import Card, CommandCalled, CommandSpec, MessagePosted, Reply, Space
from bot.services.brief_links import BriefLinks
from bot.services.draft import Draft, Step
from bot.services.translate_commands import translated
from bot.store import events, latest, topics

STORIES, TOPICS = 5, 10


@dataclass(frozen=True, slots=True)
class Help:
    brief: BriefLinks
    commands: Sequence[CommandSpec]

    async def called(self, event: CommandCalled | MessagePosted, manner: Manner) -> AsyncIterator[Step]:
        place, answers = (event.place, None) if isinstance(event, CommandCalled) else (event.ref.place, event.ref)
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, place.platform, event.event_id, self.brief.clock()):
                return
        manages = event.speaker.can_manage or place.direct
        specs = [translated(spec) for spec in self.commands]
        card = help_card(specs, manner.mode, max_links=self.brief.settings.max_links, manages=manages)
        yield Draft(Reply(f"help:{event.event_id}", card, place, answers, private_to=event.speaker), event.speaker)

    async def home(self, space: Space) -> Card:
        """What everyone in the space may know of: private channels never show here."""
        async with self.brief.store.reading() as c:
            stories = await latest.public(c, space, STORIES)
            followed = await topics.of_space(c, space)
        shown = [topic for topic in followed if not topic.place.private and not topic.place.direct][:TOPICS]
        return home_card(stories, following_lines(shown))
