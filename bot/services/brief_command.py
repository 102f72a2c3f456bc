"""`/brief`: a link, a text, or the latest link in the channel."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from bot.cards.failures import failure_card
from bot.cards.notices import left_out_card
from bot.channels import Manner
from bot.chat import CommandCalled, MessageRef, Reply, Working
from bot.errors import NotAnAddress, NothingToBrief, StandfirstError, TextTooShort
from bot.links.clean import clean, identity
from bot.model import Length, Story
from bot.services.brief_links import BriefLinks
from bot.services.claim import asked_briefing
from bot.services.draft import Draft, Step
from bot.services.pasted import LEAST_WORDS, Item, Pasted, is_article, link_items, within
from bot.services.story_keys import text_key
from bot.store import events, shares
from bot.text.words import count_words


@dataclass(frozen=True, slots=True)
class BriefCommand:
    """Answers in the channel, whole each time: who asks by name wants the briefing, not a pointer."""

    brief: BriefLinks

    async def called(self, event: CommandCalled, manner: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.place.platform, event.event_id, self.brief.clock()):
                return
        what, length = asked_for(event.options, manner.length)
        if not what:
            async for step in self._latest(event, length):
                yield step
            return
        pasted = wanted(what, self.brief.settings.max_links)
        yield Working(event.place)
        for number, item in enumerate(pasted.items):
            try:
                story = await self._story(event, item, pasted.text)
            except StandfirstError as error:
                yield problem(event, error, number)
            else:
                yield await self._draft(event, item, story, number, length)
        if pasted.left_out:
            card = left_out_card(len(pasted.items), [(0, item.url) for item in pasted.left_out], pasted.more)
            yield Draft(Reply(f"left-out:{event.event_id}", card, event.place, private_to=event.speaker), event.speaker)

    async def _latest(self, event: CommandCalled, length: Length) -> AsyncIterator[Step]:
        async with self.brief.store.reading() as c:
            share = await shares.latest(c, event.place)
        if share is None:
            raise NothingToBrief
        yield Working(event.place)
        story = await self.brief.story(share)
        async with self.brief.store.transaction() as c:
            await self.brief.attach(c, share, story)
        yield asked_briefing(
            f"command:{event.event_id}",
            story,
            event.place,
            event.speaker,
            share,
            length,
            answers=reachable(share.ref, event),
        )

    async def _story(self, event: CommandCalled, item: Item, text: str) -> Story:
        tenant = event.place.tenant
        if item.url:
            return await self.brief.read_story.link(tenant, item.url)
        return await self.brief.read_story.text(tenant, text)

    async def _draft(self, event: CommandCalled, item: Item, story: Story, number: int, length: Length) -> Draft:
        """Where nobody shared the story here yet, the reply itself becomes the message that did."""
        async with self.brief.store.reading() as c:
            first = await shares.first(c, event.place, story.id)
            if first is None:
                first = await shares.first_public(c, event.place.tenant, story.id, event.place.channel)
        key = f"command:{event.event_id}:{number}"
        draft = asked_briefing(key, story, event.place, event.speaker, first, length)
        return Draft(draft.reply, event.speaker, story.id, url=item.url, key=item.key)


FEW_WORDS = 8
"""A command's words up to this many are a link and a length, not a text."""


def asked_for(options: Mapping[str, str], usual: Length) -> tuple[str, Length]:
    """What to brief and how long. Where a platform hands over one line, its first or last word may be the length."""
    what, length = options.get("what", "").strip(), options.get("length", "").strip().casefold()
    typed = what.split()
    if not length and 0 < len(typed) <= FEW_WORDS:
        for at in (0, -1):
            if typed[at].casefold() in list(Length):
                length = typed.pop(at).casefold()
                what = " ".join(typed)
                break
    return what, Length(length) if length in list(Length) else usual


def wanted(what: str, max_links: int) -> Pasted:
    """What was asked for; a bare host and path counts as a link here, since the person said so. Raises `InputError`."""
    if is_article(what, LEAST_WORDS):
        return Pasted((Item(text_key(what)),), text=what)
    items = link_items(what.strip("<>"))
    if not items and "." in what and len(what.split()) == 1:
        address = clean(f"https://{what}" if "://" not in what else what)
        items = (Item(identity(address), address),)
    if items:
        return within(items, max_links)
    if len(what.split()) > 8:
        raise TextTooShort(str(count_words(what)))
    raise NotAnAddress(what)


def problem(event: CommandCalled, error: StandfirstError, number: int) -> Draft:
    """One bad link of several leaves the others alone."""
    reply = Reply(f"problem:{event.event_id}:{number}", failure_card(error), event.place, private_to=event.speaker)
    return Draft(reply, event.speaker, error=error)


def reachable(ref: MessageRef, event: CommandCalled) -> MessageRef | None:
    """A reply can only hang on a message of the same thread."""
    return ref if ref.place.thread == event.place.thread else None
