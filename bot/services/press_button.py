"""The buttons under a card. Each carries its whole meaning, so it works after a restart and a month later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from bot.cards.briefing import briefing_card
from bot.cards.receipts import receipts_card
from bot.chat import ButtonPressed, Delete, Reply, Working
from bot.errors import Gone, NotAllowed
from bot.model import Length, Story
from bot.services.brief_links import BriefLinks
from bot.services.claim import asked_briefing
from bot.services.draft import Draft, Step
from bot.services.who import Who
from bot.store import events, replies, shares, stories


@dataclass(frozen=True, slots=True)
class PressButton:
    """`show` a story or its `receipts`, privately · `brief` a link left out · tell `who` is in a story, or of a
    `person` · `remove` the bot's own message."""

    brief: BriefLinks
    who: Who

    async def pressed(self, event: ButtonPressed) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.ref.place.platform, event.event_id, self.brief.clock()):
                return
        steps = {
            "show": self._show,
            "receipts": self._receipts,
            "brief": self._brief,
            "who": self._who,
            "person": self._person,
            "remove": self._remove,
        }.get(event.action)
        if steps is None:
            raise Gone
        async for step in steps(event):
            yield step

    async def _show(self, event: ButtonPressed) -> AsyncIterator[Step]:
        story, length = await self._story(event)
        card = briefing_card(story, length=length, removable=False)
        reply = Reply(f"show:{event.event_id}", card, event.ref.place, event.ref, private_to=event.speaker)
        yield Draft(reply, event.speaker, story.id)

    async def _receipts(self, event: ButtonPressed) -> AsyncIterator[Step]:
        story, length = await self._story(event)
        card = receipts_card(story, length)
        reply = Reply(f"receipts:{event.event_id}", card, event.ref.place, event.ref, private_to=event.speaker)
        yield Draft(reply, event.speaker, story.id)

    async def _story(self, event: ButtonPressed) -> tuple[Story, Length]:
        """What a button's `7` or `7:full` means in the space where it was pressed. Raises `Gone`."""
        value, _, length = event.value.partition(":")
        async with self.brief.store.reading() as c:
            story = await stories.get(c, event.ref.place.tenant, number(value))
        if story is None:
            raise Gone
        return story, Length(length) if length in list(Length) else self.brief.length

    async def _brief(self, event: ButtonPressed) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            share = await shares.get(c, event.ref.place.tenant, number(event.value))
        if share is None or share.ref.place.channel != event.ref.place.channel:
            raise Gone
        yield Working(event.ref.place)
        story = await self.brief.story(share)
        async with self.brief.store.transaction() as c:
            if not await shares.attach(c, share.id, story.id):
                raise Gone
            first = await shares.first(c, share.ref.place, story.id)
        if first and first.id == share.id:
            first = None
        draft = asked_briefing(
            f"button:{event.event_id}",
            story,
            event.ref.place,
            event.speaker,
            first,
            self.brief.length,
            answers=share.ref,
        )
        yield replace(draft, share_id=share.id)

    async def _who(self, event: ButtonPressed) -> AsyncIterator[Step]:
        async for step in self.who.of_story(event, number(event.value)):
            yield step

    async def _person(self, event: ButtonPressed) -> AsyncIterator[Step]:
        async for step in self.who.of_person(event, number(event.value)):
            yield step

    async def _remove(self, event: ButtonPressed) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            reply = await replies.at(c, event.ref)
        moderates = event.speaker.can_manage or event.speaker.can_moderate
        if not moderates and (reply is None or reply.asked_by != event.speaker.id):
            raise NotAllowed
        async with self.brief.store.transaction() as c:
            await replies.remove(c, event.ref)
        yield Delete(event.ref)


def number(value: str) -> int:
    """A row's id from a button's value; whatever else stands there is a story that is gone."""
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise Gone
    return int(value)
