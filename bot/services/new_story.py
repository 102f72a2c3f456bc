"""A story became known in a space: which one it is, who is to hear of it, and what of it is new.

All of it happens in the transaction that keeps the story, so that what is known is told, and told once. Only what
everyone in the space may read counts: a story that was shared privately is told nowhere, joins no group, and leaves no
trace in what others hear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.alerts.due import when
from bot.alerts.note import Note
from bot.alerts.topic import Topic
from bot.chat import MessageRef, Space
from bot.model import Clock, Story
from bot.services.followers import Followers
from bot.services.lane_orders import orders
from bot.services.same_story import Placed, SameStory
from bot.store import Connection, outbox, shares, topics
from bot.store.entries import Entry, Kind, State, alert_key, update_key
from bot.store.shares import Share
from bot.topics import Document, document, parse, why
from bot.work import Work

DAY = timedelta(days=1)
MOST_UPDATES = 3
"""Times a day that a channel is told what is new in one story."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where a channel heard of a story before, and what an article adds to it.

    `by` is who shared it then, "" for an alert of ours; `same` that it was the very same article.
    """

    at: datetime
    message: MessageRef
    novel: tuple[str, ...] = ()
    by: str = ""
    same: bool = False


@dataclass(frozen=True, slots=True)
class NewStory:
    same: SameStory
    followers: Followers
    work: Work
    clock: Clock

    async def in_feed(self, c: Connection, space: Space, story: Story) -> None:
        """An entry of a feed that the space has."""
        placed = await self.same.place(c, space, story, self.clock(), from_feed=True)
        await self._tell(c, space, story, placed, await shares.of_group(c, space, placed.group_id))

    async def shared(self, c: Connection, share: Share, story: Story) -> Told | None:
        """Somebody shared it: `share` leads to `story`. Where its channel heard of that before is what comes back."""
        place = share.ref.place
        space = place.tenant
        if place.private or place.direct:
            group_id, novel = await self.same.look(c, space, story, self.clock())
            if group_id is None:
                return None
            return await told_before(c, share, Placed(group_id, self.clock(), novel), story)
        placed = await self.same.place(c, space, story, self.clock())
        before = await told_before(c, share, placed, story)
        await self._tell(c, space, story, placed, await shares.of_group(c, space, placed.group_id))
        return before

    async def _tell(self, c: Connection, space: Space, story: Story, placed: Placed, heard: Sequence[Share]) -> None:
        """Alerts for topics that have none of this group, and what is new for those that have."""
        entries = await self._alerts(c, space, story, placed, heard)
        new = await outbox.add(c, entries)
        fresh = [entry for entry in entries if entry.key in new and entry.state is State.DUE]
        if placed.novel:
            fresh += await self._updates(c, space, story, placed, heard)
        await self.work.add(c, orders(fresh))

    async def _alerts(
        self, c: Connection, space: Space, story: Story, placed: Placed, heard: Sequence[Share]
    ) -> list[Entry]:
        """For every topic that listens and is for it. Where nobody follows anything, no word need be looked at."""
        if not await self.followers.any(c, space):
            return []
        now = self.clock()
        read = document(story.reading.article, story.reading.people)
        matched = await topics.many(c, space, await self.followers.matching(c, space, read))
        return [
            alert(topic, story, placed, read, heard, now)
            for topic in matched
            if topic.listens(now) and placed.since > topic.seen_before
        ]

    async def _updates(
        self, c: Connection, space: Space, story: Story, placed: Placed, heard: Sequence[Share]
    ) -> list[Entry]:
        """For every channel that was alerted, except those where this very article was shared."""
        now = self.clock()
        here = {share.ref.place.channel for share in heard if share.story_id == story.id}
        alerts = [
            one
            for one in await outbox.of_group(c, placed.group_id)
            if one.state is State.SENT and one.place.channel not in here
        ]
        if not alerts:
            return []
        counts = await outbox.updates(c, placed.group_id, now - DAY)
        ids = [one.topic_id for one in alerts if one.topic_id and counts.get(one.topic_id, 0) < MOST_UPDATES]
        following = [one for one in await topics.many(c, space, ids) if one.delivery.updates and one.listens(now)]
        entries = [update(topic, story, placed, now) for topic in following]
        new = await outbox.add(c, entries)
        return [entry for entry in entries if entry.key in new]


async def told_before(c: Connection, share: Share, placed: Placed, story: Story) -> Told | None:
    """Where the channel of `share` heard of the group first: by an alert, or because somebody shared it."""
    place = share.ref.place
    heard = await shares.of_group(c, place.tenant, placed.group_id)
    other = next((one for one in heard if one.id != share.id and one.ref.place.channel == place.channel), None)
    alert = await outbox.told(c, place, placed.group_id)
    if alert is not None and alert.ref is not None and (other is None or alert.at < other.at):
        novel = placed.novel if alert.story_id != story.id else ()
        return Told(alert.sent_at or alert.at, alert.ref, novel, same=alert.story_id == story.id)
    if other is None:
        return None
    return Told(other.at, other.ref, placed.novel, other.speaker.name, same=other.story_id == story.id)


def alert(topic: Topic, story: Story, placed: Placed, read: Document, heard: Sequence[Share], now: datetime) -> Entry:
    """What a topic's channel is to hear; where somebody shared the story in that channel, it was heard already."""
    here = next((share.ref for share in heard if share.ref.place.channel == topic.place.channel), None)
    note = Note(reasons=why(parse(topic.query), read))
    return Entry(
        0,
        alert_key(topic.id, placed.group_id),
        topic.place,
        Kind.STORY,
        topic.id,
        placed.group_id,
        story.id,
        note,
        State.SEEN if here else State.DUE,
        now,
        *when(topic, now),
        ref=here,
    )


def update(topic: Topic, story: Story, placed: Placed, now: datetime) -> Entry:
    return Entry(
        0,
        update_key(topic.id, placed.group_id, story.id),
        topic.place,
        Kind.UPDATE,
        topic.id,
        placed.group_id,
        story.id,
        Note(novel=placed.novel),
        State.DUE,
        now,
        *when(topic, now),
    )
