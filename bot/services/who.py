"""`/who`: the people of the latest story in the channel; the button under a briefing asks the same of its story."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.cards.people import who_card
from bot.chat import ButtonPressed, CommandCalled, Reply, Working
from bot.errors import Gone, NothingToBrief
from bot.services.brief_links import BriefLinks
from bot.services.draft import Draft, Step
from bot.store import events, shares, stories


@dataclass(frozen=True, slots=True)
class Who:
    brief: BriefLinks

    async def called(self, event: CommandCalled) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.place.platform, event.event_id, self.brief.clock()):
                return
        async for step in self._latest(event):
            yield step

    async def _latest(self, event: CommandCalled) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            share = await shares.latest(c, event.place)
        if share is None:
            raise NothingToBrief
        yield Working(event.place)
        story = await self.brief.story(share)
        async with self.brief.store.transaction() as c:
            await shares.attach(c, share.id, story.id)
        yield Draft(Reply(f"who:{event.event_id}", who_card(story), event.place), event.speaker)

    async def of_story(self, event: ButtonPressed, story_id: int) -> AsyncIterator[Step]:
        """Privately: whoever wants to know asks for themselves."""
        async with self.brief.store.reading() as c:
            story = await stories.get(c, event.ref.place.tenant, story_id)
        if story is None:
            raise Gone
        reply = Reply(f"who:{event.event_id}", who_card(story), event.ref.place, event.ref, private_to=event.speaker)
        yield Draft(reply, event.speaker)
