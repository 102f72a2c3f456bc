"""The buttons under a card. Each carries its whole meaning, so it works after a restart and a month later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from bot.cards.briefing import briefing_card
from bot.cards.receipts import receipts_card
from bot.channels import Manner
from bot.chat import ButtonPressed, Card, Delete, Edit, Reply, Speaker, Working
from bot.errors import Gone, NotAllowed
from bot.model import Length, Story
from bot.services.brief_links import BriefLinks
from bot.services.change_message import take_back
from bot.services.claim import asked_briefing, mention
from bot.services.draft import Draft, Step
from bot.services.who import Who
from bot.store import events, replies, shares, stories
from bot.store.replies import StoredReply


@dataclass(frozen=True, slots=True)
class PressButton:
    """`show` a story or its `receipts`, privately · `resize` a standing briefing · `brief` a link left out · tell `who`
    is in a story, or of a `person` · `remove` the bot's own message."""

    brief: BriefLinks
    who: Who

    async def pressed(self, event: ButtonPressed, manner: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.ref.place.platform, event.event_id, self.brief.clock()):
                return
        steps = {
            "show": self._show,
            "receipts": self._receipts,
            "resize": self._resize,
            "brief": self._brief,
            "who": self._who,
            "person": self._person,
            "remove": self._remove,
        }.get(event.action)
        if steps is None:
            raise Gone
        async for step in steps(event, manner):
            yield step

    async def _show(self, event: ButtonPressed, manner: Manner) -> AsyncIterator[Step]:
        story, length = await self._story(event, manner)
        yield self._privately(event, briefing_card(story, length=length, usual=manner.length, removable=False), story)

    async def _receipts(self, event: ButtonPressed, manner: Manner) -> AsyncIterator[Step]:
        story, length = await self._story(event, manner)
        yield self._privately(event, receipts_card(story, length), story)

    def _privately(self, event: ButtonPressed, card: Card, story: Story) -> Draft:
        key = f"{event.action}:{event.event_id}"
        return Draft(Reply(key, card, event.ref.place, event.ref, private_to=event.speaker), event.speaker, story.id)

    async def _resize(self, event: ButtonPressed, manner: Manner) -> AsyncIterator[Step]:
        """The standing card changes for who asked for it and for who manages the channel; others get their own."""
        story, length = await self._story(event, manner)
        async with self.brief.store.reading() as c:
            standing = await replies.at(c, event.ref)
            if standing is None or not rules(event.speaker, standing):
                first = None
            elif (first := await shares.first(c, event.ref.place, story.id)) is None or is_own(first, standing):
                first = await shares.first_public(c, event.ref.place.tenant, story.id, event.ref.place.channel)
        if standing is None or not rules(event.speaker, standing):
            card = briefing_card(story, length=length, usual=manner.length, removable=False)
            yield self._privately(event, card, story)
            return
        card = briefing_card(story, length=length, usual=manner.length, first_shared=mention(first))
        yield Edit(event.ref, Reply(standing.key, card, event.ref.place, standing.answers))

    async def _story(self, event: ButtonPressed, manner: Manner) -> tuple[Story, Length]:
        """What a button's `7` or `7:full` means in the space where it was pressed. Raises `Gone`."""
        value, _, length = event.value.partition(":")
        async with self.brief.store.reading() as c:
            story = await stories.get(c, event.ref.place.tenant, number(value))
        if story is None:
            raise Gone
        return story, Length(length) if length in list(Length) else manner.length

    async def _brief(self, event: ButtonPressed, manner: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            share = await shares.get(c, event.ref.place.tenant, number(event.value))
        if share is None or share.ref.place.channel != event.ref.place.channel:
            raise Gone
        yield Working(event.ref.place)
        story = await self.brief.story(share)
        async with self.brief.store.transaction() as c:
            if not await self.brief.attach(c, share, story):
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
            manner.length,
            answers=share.ref,
        )
        yield replace(draft, share_id=share.id)

    async def _who(self, event: ButtonPressed, _: Manner) -> AsyncIterator[Step]:
        async for step in self.who.of_story(event, number(event.value)):
            yield step

    async def _person(self, event: ButtonPressed, _: Manner) -> AsyncIterator[Step]:
        async for step in self.who.of_person(event, number(event.value)):
            yield step

    async def _remove(self, event: ButtonPressed, _: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            reply = await replies.at(c, event.ref)
        moderates = event.speaker.can_manage or event.speaker.can_moderate
        if not moderates and (reply is None or reply.asked_by != event.speaker.id):
            raise NotAllowed
        async with self.brief.store.transaction() as c:
            await replies.remove(c, event.ref)
            await take_back(c, event.ref, await shares.of_message(c, event.ref), forget=True)
        yield Delete(event.ref)


def rules(speaker: Speaker, standing: StoredReply) -> bool:
    """Whether the bot's message is the speaker's to change or delete: who asked for it, and who manages the channel."""
    return speaker.can_manage or speaker.id == standing.asked_by


def is_own(share: shares.Share, standing: StoredReply) -> bool:
    """Whether the bot's message answers this very share, or is the message that shared the story."""
    return share.id == standing.share_id or share.ref.id == standing.ref.id


def number(value: str) -> int:
    """A row's id from a button's value; whatever else stands there is a story that is gone."""
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise Gone
    return int(value)
