"""A reply that was drafted stands now: what must be remembered of it, in one transaction."""

from __future__ import annotations

from bot.chat import MessageRef
from bot.services.brief_links import BriefLinks
from bot.services.draft import Draft
from bot.store import Connection, replies, shares, stories


async def stands(brief: BriefLinks, draft: Draft, ref: MessageRef) -> bool:
    """False: what the reply answers was taken back meanwhile. Where it shares a story itself, it becomes that share."""
    async with brief.store.transaction() as c:
        if draft.share_id is not None and await shares.get(c, ref.place.tenant, draft.share_id) is None:
            return False
        await _share(c, brief, draft, ref)
        await remember(c, brief, draft, ref)
    return True


async def _share(c: Connection, brief: BriefLinks, draft: Draft, ref: MessageRef) -> None:
    """The first to tell a story in a channel may be the bot itself, asked by `/brief`."""
    if not draft.key or draft.story_id is None or await shares.first(c, ref.place, draft.story_id):
        return
    share = await shares.add(c, ref, draft.asked_by, draft.url, draft.key, brief.clock())
    story = await stories.get(c, ref.place.tenant, draft.story_id)
    if share and story:
        await brief.attach(c, share, story)


async def remember(c: Connection, brief: BriefLinks, draft: Draft, ref: MessageRef) -> None:
    """The bot's message `ref` now says what `draft` says."""
    standing = replies.StoredReply(
        draft.reply.key,
        ref,
        draft.asked_by.id,
        brief.clock(),
        draft.reply.in_reply_to,
        draft.story_id,
        draft.share_id,
    )
    await replies.save(c, standing)
