"""Who told this story first: a shared link becomes a briefing or a pointer, decided in one transaction."""

from __future__ import annotations

from bot.cards.briefing import briefing_card, first_shared_line
from bot.cards.lines import instant
from bot.cards.notices import pointer_card
from bot.chat import MessageRef, Paragraph, Place, Reply, Speaker
from bot.model import Length, Story
from bot.services.draft import Draft
from bot.store import Connection, shares
from bot.store.shares import Share


async def claim(c: Connection, share: Share, story: Story, length: Length) -> Draft | None:
    """The reply to `share`, which turned out to tell `story`; None where the message was taken back meanwhile.

    The first share of a story in a channel gets the briefing, every later one a pointer to it;
    of two at the same moment the one that is read first is the first.
    """
    first = await shares.first(c, share.ref.place, story.id)
    if not await shares.attach(c, share.id, story.id):
        return None
    if first is not None and first.id != share.id:
        return pointer(share, first, story)
    elsewhere = await shares.first_public(c, share.ref.place.tenant, story.id, share.ref.place.channel)
    return briefing(share, story, elsewhere, length)


def pointer(share: Share, first: Share, story: Story) -> Draft:
    card = pointer_card(story.reading.briefing.headline, story.id, first.speaker.name, instant(first.at), first.ref)
    reply = Reply(f"pointer:{share.id}", card, share.ref.place, in_reply_to=share.ref)
    return Draft(reply, share.speaker, story.id, share.id)


def briefing(share: Share, story: Story, elsewhere: Share | None, length: Length) -> Draft:
    card = briefing_card(story, length=length, first_shared=mention(elsewhere))
    reply = Reply(f"briefing:{share.id}", card, share.ref.place, in_reply_to=share.ref)
    return Draft(reply, share.speaker, story.id, share.id)


def asked_briefing(
    key: str,
    story: Story,
    place: Place,
    speaker: Speaker,
    first: Share | None,
    length: Length,
    *,
    answers: MessageRef | None = None,
) -> Draft:
    """The briefing that someone asked for by command or button: always whole, with a word on who brought it first."""
    card = briefing_card(story, length=length, first_shared=mention(first))
    reply = Reply(key, card, place, in_reply_to=answers)
    return Draft(reply, speaker, story.id)


def mention(first: Share | None) -> Paragraph | None:
    return first_shared_line(first.speaker.name, instant(first.at), first.ref) if first else None
