"""Who told this story first: a shared link becomes a briefing or a pointer, decided in one transaction."""

from __future__ import annotations

from bot.cards.alerts import told_card
from bot.cards.briefing import briefing_card, first_shared_line
from bot.cards.lines import instant
from bot.cards.notices import pointer_card
from bot.channels import Manner
from bot.chat import Card, MessageRef, Paragraph, Place, Reply, Speaker
from bot.model import Length, Story
from bot.services.draft import Draft
from bot.services.new_story import NewStory
from bot.store import Connection, shares
from bot.store.shares import Share


async def claim(
    c: Connection, share: Share, story: Story, manner: Manner, news: NewStory, *, asked_by: Speaker, whole: bool
) -> Draft | None:
    """The reply to `share`, which turned out to tell `story`; None where the message was taken back meanwhile.

    The first share of a story in a channel gets the briefing, every later one a pointer to it;
    of two at the same moment the one that is read first is the first. What was told here already, by an alert or in
    another outlet's words, gets a pointer with what is new in it. `whole`: who asked by name wants the briefing anyway.
    """
    first = await shares.first(c, share.ref.place, story.id)
    if not await shares.attach(c, share.id, story.id):
        return None
    told = await news.shared(c, share, story)
    before = first if first is not None and first.id != share.id else None
    if before is not None and not whole:
        key, card = f"pointer:{share.id}", pointer(before, story)
    elif told is not None and not whole:
        key = f"pointer:{share.id}"
        card = told_card(story, instant(told.at), told.message, told.novel, by=told.by, same=told.same)
    else:
        before = before or await shares.first_public(c, share.ref.place.tenant, story.id, share.ref.place.channel)
        key, card = f"briefing:{share.id}", briefing_card(story, length=manner.length, first_shared=mention(before))
    reply = Reply(key, card, share.ref.place, in_reply_to=share.ref, in_thread=manner.in_thread)
    return Draft(reply, asked_by, story.id, share.id)


def pointer(first: Share, story: Story) -> Card:
    return pointer_card(story.reading.briefing.headline, story.id, first.speaker.name, instant(first.at), first.ref)


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
