"""A message is edited or deleted: replies follow what it says now, and what was taken back is forgotten."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.channels import Manner
from bot.chat import Delete, Edit, MessageDeleted, MessageEdited, MessageRef
from bot.services.brief_links import BriefLinks, Work
from bot.services.draft import Draft, Step
from bot.services.pasted import look
from bot.services.standing import remember
from bot.store import Connection, events, replies, shares, stories
from bot.store.shares import Share


@dataclass(frozen=True, slots=True)
class ChangeMessage:
    """Edits and deletions. A platform may send an edit for its own preview: the same links change nothing.

    A message that was answered goes on being answered in any mode. In a channel whose briefings are kept, the bot's
    messages stay, but who shared what is forgotten all the same.
    """

    brief: BriefLinks

    async def edited(self, event: MessageEdited, manner: Manner) -> AsyncIterator[Step]:
        if event.automated and not manner.reads_bots:
            return
        pasted = look(event.text, self.brief.settings)
        keys = {item.key for item in pasted.all}
        work = Work()
        with self.brief.during(work):
            async with self.brief.store.transaction() as c:
                if not await events.first_time(c, event.ref.place.platform, event.event_id, self.brief.clock()):
                    return
                before = await shares.of_message(c, event.ref)
                gone = [share for share in before if share.key not in keys]
                orphans = await take_back(c, event.ref, gone, forget=manner.follows)
                asked = event.named or bool(orphans)
                await self.brief.record(c, event, pasted, manner, work, asked=asked)
            steps = self.brief.answer(event, pasted, work, manner)
            async for step in self._replace(orphans if manner.follows else (), steps):
                yield step

    async def _replace(self, orphans: Sequence[MessageRef], steps: AsyncIterator[Step]) -> AsyncIterator[Step]:
        """New public answers take the place of the old ones, so that the channel reads on in order."""
        free = list(orphans)
        async for step in steps:
            if isinstance(step, Draft) and step.reply.private_to is None and free:
                ref = free.pop(0)
                async with self.brief.store.transaction() as c:
                    await remember(c, self.brief, step, ref)
                yield Edit(ref, step.reply)
            else:
                yield step
        for ref in free:
            yield Delete(ref)

    async def deleted(self, event: MessageDeleted, manner: Manner) -> AsyncIterator[Step]:
        async with self.brief.store.transaction() as c:
            if not await events.first_time(c, event.ref.place.platform, event.event_id, self.brief.clock()):
                return
            await replies.remove(c, event.ref)
            gone = await shares.of_message(c, event.ref)
            orphans = await take_back(c, event.ref, gone, forget=manner.follows)
        for ref in orphans if manner.follows else ():
            yield Delete(ref)


async def take_back(c: Connection, message: MessageRef, gone: Sequence[Share], *, forget: bool) -> list[MessageRef]:
    """Forget `gone` shares of `message`, and with `forget` their answers too; returns the bot's messages that answered
    them."""
    ids = {share.id for share in gone}
    orphans = [reply.ref for reply in await replies.of_message(c, message) if reply.share_id in ids]
    if ids:
        await shares.remove(c, list(ids))
        told = {share.story_id for share in gone if share.story_id is not None}
        await stories.forget_texts(c, message.place.tenant, told)
    for ref in orphans if forget else ():
        await replies.remove(c, ref)
    return orphans
