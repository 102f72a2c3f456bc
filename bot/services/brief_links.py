"""A pasted link (or article) is answered: known stories at once, new ones as soon as each is read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.cards.failures import failure_card
from bot.cards.notices import left_out_card
from bot.channels import Manner, Mode
from bot.chat import (
    HidePreview,
    MessageChosen,
    MessageEdited,
    MessagePosted,
    MessageRef,
    ReactionAdded,
    Reply,
    Speaker,
    Working,
)
from bot.errors import Gone, StandfirstError
from bot.model import Clock, Story
from bot.services.claim import claim
from bot.services.draft import Draft, Step
from bot.services.new_story import NewStory
from bot.services.pasted import Pasted, look, look_closer
from bot.services.read_story import ReadStory
from bot.settings import Brief
from bot.store import Connection, Store, events, replies, shares, stories
from bot.store.shares import Share

Written = MessagePosted | MessageEdited | ReactionAdded | MessageChosen
"""Events that show what a message says."""


class Work:
    """What one message asks for, sorted by what must be done; `taken` are the shares that it answers."""

    def __init__(self) -> None:
        self.known: list[Draft] = []
        self.unread: list[Share] = []
        self.left_out: list[Share] = []
        self.taken: set[int] = set()


@dataclass(frozen=True, slots=True)
class BriefLinks:
    """Answers messages. One transaction records what was shared and finds what is known already.

    `under_way` are the shares that are being answered now: whoever asks meanwhile gets no second answer.
    """

    store: Store
    read_story: ReadStory
    clock: Clock
    settings: Brief
    news: NewStory
    under_way: set[int] = field(default_factory=set)

    def pasted(self, event: MessagePosted | ReactionAdded) -> Pasted:
        """What there is to brief in a message; who asks for it may mean a shorter text than one that is just posted."""
        return (look_closer if asks(event) else look)(event.text, self.settings)

    async def posted(self, event: MessagePosted | ReactionAdded, manner: Manner) -> AsyncIterator[Step]:
        """A message, or a reaction to one."""
        pasted = self.pasted(event)
        if not pasted.items or not heeded(event, manner):
            return
        work = Work()
        with self.during(work):
            async with self.store.transaction() as c:
                if not await events.first_time(c, event.ref.place.platform, event.event_id, self.clock()):
                    return
                await self.record(c, event, pasted, manner, work, asked=asks(event))
            async for step in self.answer(event, pasted, work, manner):
                yield step

    @contextmanager
    def during(self, work: Work) -> Iterator[None]:
        """`work` is being done inside."""
        try:
            yield
        finally:
            self.under_way.difference_update(work.taken)

    async def record(
        self, c: Connection, event: Written, pasted: Pasted, manner: Manner, work: Work, *, asked: bool
    ) -> None:
        """Note who shared what, and draft the replies to what this space has read before.

        Where someone `asked`, links count that were noted before and never answered.
        """
        waiting = await self._unanswered(c, event.ref) if asked else {}
        for item in pasted.all:
            share = await shares.add(c, event.ref, author(event), item.url, item.key, self.clock())
            share = share or waiting.get(item.key)
            if share is None or share.id in self.under_way or not (asked or manner.mode is Mode.AUTOMATIC):
                continue
            self.under_way.add(share.id)
            work.taken.add(share.id)
            if item in pasted.left_out:
                work.left_out.append(share)
            elif story := await stories.find(c, event.ref.place.tenant, [item.key]):
                if draft := await claim(
                    c, share, story, manner, self.news, asked_by=event.speaker, whole=by_name(event)
                ):
                    work.known.append(draft)
            else:
                work.unread.append(share)

    async def _unanswered(self, c: Connection, ref: MessageRef) -> dict[str, Share]:
        answered = {reply.share_id for reply in await replies.of_message(c, ref)}
        return {share.key: share for share in await shares.of_message(c, ref) if share.id not in answered}

    async def answer(self, event: Written, pasted: Pasted, work: Work, manner: Manner) -> AsyncIterator[Step]:
        told = whole = bool(work.known or work.unread)
        for draft in work.known:
            yield draft
        if work.unread:
            yield Working(event.ref.place)
        async for step in self._read_all(event, work.unread, pasted.text, manner):
            whole = whole and step.error is None
            if step.error is None or has_reader(event):
                yield step
        if told and work.left_out:
            yield left_out(event, work.left_out, pasted)
        if whole and manner.hides_preview:
            yield HidePreview(event.ref)

    async def _read_all(
        self, event: Written, unread: Sequence[Share], text: str, manner: Manner
    ) -> AsyncIterator[Draft]:
        tasks = [asyncio.create_task(self._read(event, share, text, manner)) for share in unread]
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

    async def _read(self, event: Written, share: Share, text: str, manner: Manner) -> Draft | None:
        story = await self.story(share, text)
        await self.news.same.ready(self.store, share.ref.place.tenant, self.clock())
        async with self.store.transaction() as c:
            return await claim(c, share, story, manner, self.news, asked_by=event.speaker, whole=by_name(event))

    async def attach(self, c: Connection, share: Share, story: Story) -> bool:
        """`share` leads to `story`, which makes it known in the space. False: the share was taken back meanwhile."""
        if not await shares.attach(c, share.id, story.id):
            return False
        await self.news.shared(c, share, story)
        return True

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


def asks(event: MessagePosted | ReactionAdded) -> bool:
    """Whether someone asks for this briefing, whatever the channel's mode is."""
    return isinstance(event, ReactionAdded) or event.named


def heeded(event: MessagePosted | ReactionAdded, manner: Manner) -> bool:
    """What a machine wrote is left alone, unless the channel reads machines or a person reacts to it."""
    if isinstance(event, ReactionAdded):
        return manner.mode is not Mode.OFF
    return manner.reads_bots or not event.automated


def author(event: Written) -> Speaker:
    """Who wrote the message; where the platform does not say, who drew attention to it."""
    if isinstance(event, ReactionAdded | MessageChosen):
        return event.author or event.speaker
    return event.speaker


def by_name(event: Written) -> bool:
    """Whether someone asked for just this message's briefing, in so many words."""
    return isinstance(event, MessageChosen) or (isinstance(event, MessagePosted | MessageEdited) and event.named)


def has_reader(event: Written) -> bool:
    """Whether there is a person to tell of a failure: a machine that posts has no use for it."""
    return not (isinstance(event, MessagePosted | MessageEdited) and event.automated)


def failure(event: Written, error: StandfirstError) -> Draft:
    """Privately, to the person who posted; nobody else needs to read that a page was broken."""
    key = f"failure:{event.event_id}:{getattr(error, 'url', error.code)}"
    reply = Reply(key, failure_card(error), event.ref.place, in_reply_to=event.ref, private_to=event.speaker)
    return Draft(reply, event.speaker, error=error)


def left_out(event: Written, rest: Sequence[Share], pasted: Pasted) -> Draft:
    card = left_out_card(len(pasted.items), [(share.id, share.url) for share in rest], pasted.more)
    reply = Reply(f"left-out:{rest[0].id}", card, event.ref.place, in_reply_to=event.ref)
    return Draft(reply, event.speaker, share_id=rest[0].id)
