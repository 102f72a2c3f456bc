"""A pasted link (or article) is answered: known stories at once, new ones as soon as each is read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.cards.failures import failure_card
from bot.cards.notices import left_out_card
from bot.chat import MessageEdited, MessagePosted, Reply, Working
from bot.errors import Gone, StandfirstError
from bot.model import Clock, Length, Story
from bot.services.claim import claim
from bot.services.draft import Draft, Step
from bot.services.pasted import Pasted, look
from bot.services.read_story import ReadStory
from bot.settings import Brief
from bot.store import Connection, Store, events, shares, stories
from bot.store.shares import Share

Written = MessagePosted | MessageEdited


@dataclass(frozen=True, slots=True)
class BriefLinks:
    """Answers messages. One transaction records what was shared and finds what is known already."""

    store: Store
    read_story: ReadStory
    clock: Clock
    settings: Brief

    @property
    def length(self) -> Length:
        """How long a briefing is where nobody asks for another length."""
        return Length(self.settings.length)

    async def posted(self, event: MessagePosted) -> AsyncIterator[Step]:
        pasted = look(event.text, self.settings)
        if not pasted.items:
            return
        async with self.store.transaction() as c:
            if not await events.first_time(c, event.ref.place.platform, event.event_id, self.clock()):
                return
            work = await self.record(c, event, pasted)
        async for step in self.answer(event, pasted, work):
            yield step

    async def record(self, c: Connection, event: Written, pasted: Pasted) -> Work:
        """Note who shared what, and draft the replies to what this space has read before."""
        work = Work()
        for item in pasted.all:
            share = await shares.add(c, event.ref, event.speaker, item.url, item.key, self.clock())
            if share is None:
                continue
            if item in pasted.left_out:
                work.left_out.append(share)
            elif not self.settings.automatic:
                continue
            elif story := await stories.find(c, event.ref.place.tenant, [item.key]):
                if draft := await claim(c, share, story, self.length):
                    work.known.append(draft)
            else:
                work.unread.append(share)
        return work

    async def answer(self, event: Written, pasted: Pasted, work: Work) -> AsyncIterator[Step]:
        for draft in work.known:
            yield draft
        if work.unread:
            yield Working(event.ref.place)
        async for step in self._read_all(event, work.unread, pasted.text):
            yield step
        if work.left_out and self.settings.automatic:
            yield left_out(event, work.left_out, pasted)

    async def _read_all(self, event: Written, unread: Sequence[Share], text: str) -> AsyncIterator[Step]:
        tasks = [asyncio.create_task(self._read(share, text)) for share in unread]
        try:
            for task in asyncio.as_completed(tasks):
                try:
                    draft = await task
                except StandfirstError as error:
                    yield failure(event, error)
                else:
                    if draft:
                        yield draft
        finally:
            for task in tasks:
                task.cancel()

    async def _read(self, share: Share, text: str) -> Draft | None:
        story = await self.story(share, text)
        async with self.store.transaction() as c:
            return await claim(c, share, story, self.length)

    async def story(self, share: Share, text: str = "") -> Story:
        """The story that `share` led to, or leads to now that it is read. `text` is needed for an unread text only."""
        tenant = share.ref.place.tenant
        if share.story_id is not None:
            async with self.store.reading() as c:
                if known := await stories.get(c, tenant, share.story_id):
                    return known
        if share.url:
            return await self.read_story.link(tenant, share.url)
        if not text:
            raise Gone
        return await self.read_story.text(tenant, text)


class Work:
    """What one message asks for, sorted by what must be done."""

    def __init__(self) -> None:
        self.known: list[Draft] = []
        self.unread: list[Share] = []
        self.left_out: list[Share] = []


def failure(event: Written, error: StandfirstError) -> Draft:
    """Privately, to the person who posted; nobody else needs to read that a page was broken."""
    key = f"failure:{event.event_id}:{getattr(error, 'url', error.code)}"
    reply = Reply(key, failure_card(error), event.ref.place, in_reply_to=event.ref, private_to=event.speaker)
    return Draft(reply, event.speaker, error=error)


def left_out(event: Written, rest: Sequence[Share], pasted: Pasted) -> Draft:
    card = left_out_card(len(pasted.items), [(share.id, share.url) for share in rest], pasted.more)
    reply = Reply(f"left-out:{rest[0].id}", card, event.ref.place, in_reply_to=event.ref)
    return Draft(reply, event.speaker, share_id=rest[0].id)
