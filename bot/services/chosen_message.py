"""Someone chose “Brief this” or “Who's who” in the menu of a message, whoever wrote it and however old it is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.cards.briefing import briefing_card
from bot.cards.people import who_card
from bot.channels import Manner
from bot.chat import Card, MessageChosen, Reply, Working
from bot.errors import BeingRead, NothingInMessage, UnknownCommand
from bot.model import Story
from bot.services.brief_links import BriefLinks, Work
from bot.services.draft import Draft, Step
from bot.services.pasted import Item, Pasted, look_closer
from bot.store import events, replies, shares, stories
from bot.store.shares import Share


@dataclass(frozen=True, slots=True)
class ChosenMessage:
    """`brief` answers in the channel, as if the message had just been posted; what stands there already is shown to
    who asks. `who` is always for who asks."""

    brief: BriefLinks

    async def chosen(self, event: MessageChosen, manner: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.ref.place.platform, event.event_id, self.brief.clock()):
                return
        own = await self._own_story(event)
        match event.action:
            case "brief":
                steps = self._show(event, manner, [own]) if own else self._brief(event, manner)
            case "who":
                steps = self._who(event, own)
            case _:
                raise UnknownCommand(event.action)
        async for step in steps:
            yield step

    async def _own_story(self, event: MessageChosen) -> Story | None:
        """The story that the message tells, where it is one of the bot's own."""
        async with self.brief.store.reading() as c:
            standing = await replies.at(c, event.ref)
            if standing is None or standing.story_id is None:
                return None
            return await stories.get(c, event.ref.place.tenant, standing.story_id)

    async def _brief(self, event: MessageChosen, manner: Manner) -> AsyncIterator[Step]:
        pasted = self._pasted(event)
        work = Work()
        with self.brief.during(work):
            async with self.brief.store.transaction() as c:
                await self.brief.record(c, event, pasted, manner, work, asked=True)
                before = await shares.of_message(c, event.ref)
            if not work.taken:
                async for step in self._show(event, manner, await self._told(event, before)):
                    yield step
            async for step in self.brief.answer(event, pasted, work, manner):
                yield step

    async def _told(self, event: MessageChosen, before: Sequence[Share]) -> list[Story]:
        """What the bot's standing answers to the message tell. Raises `BeingRead` where they are yet to come."""
        async with self.brief.store.reading() as c:
            found = [await stories.get(c, event.ref.place.tenant, share.story_id or 0) for share in before]
        told = [story for story in found if story is not None]
        if not told:
            raise BeingRead
        return told

    async def _show(self, event: MessageChosen, manner: Manner, told: Sequence[Story]) -> AsyncIterator[Step]:
        for number, story in enumerate(told):
            card = briefing_card(story, length=manner.length, usual=manner.length, removable=False)
            yield privately(event, number, card, story)

    async def _who(self, event: MessageChosen, own: Story | None) -> AsyncIterator[Step]:
        if own is not None:
            yield privately(event, 0, who_card(own), own)
            return
        pasted = self._pasted(event)
        yield Working(event.ref.place, private=True)
        for number, item in enumerate(pasted.items):
            story = await self._read(event, item, pasted.text)
            yield privately(event, number, who_card(story), story)

    async def _read(self, event: MessageChosen, item: Item, text: str) -> Story:
        """Nothing is noted of who shared it, and a text is not kept: asking who is in a story is not sharing it."""
        tenant = event.ref.place.tenant
        if item.url:
            return await self.brief.read_story.link(tenant, item.url)
        story = await self.brief.read_story.text(tenant, text)
        async with self.brief.store.transaction() as c:
            await stories.forget_texts(c, tenant, [story.id])
        return story

    def _pasted(self, event: MessageChosen) -> Pasted:
        pasted = look_closer(event.text, self.brief.settings)
        if not pasted.items:
            raise NothingInMessage
        return pasted


def privately(event: MessageChosen, number: int, card: Card, story: Story) -> Draft:
    key = f"{event.action}:{event.event_id}:{number}"
    return Draft(Reply(key, card, event.ref.place, event.ref, private_to=event.speaker), event.speaker, story.id)
