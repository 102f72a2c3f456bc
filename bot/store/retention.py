"""Old things go: what a space shared and who was in it, the bot's replies, cached pages, and the noted events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Delete, bindparam, delete, exists

from bot.store import feed_entries, groups, jobs, outbox, topics
from bot.store.engine import Connection
from bot.store.schema import events, mentions, pages, people, replies, shares, stories

KEEP_EVENTS = timedelta(days=2)
"""Platforms repeat an event within hours."""

KEEP_TRAITS = timedelta(days=14)
"""Clustering looks back ten days."""

KEEP_ENTRIES = timedelta(days=30)
"""What feeds brought, and what was given up: the digests remember what was seen, an operator has looked by then."""


FARTHEST = timedelta(days=15)
"""No feed and no digest waits longer."""


@dataclass(frozen=True, slots=True)
class Expired:
    """How many rows went."""

    stories: int = 0
    shares: int = 0
    replies: int = 0
    pages: int = 0
    events: int = 0
    people: int = 0
    topics: int = 0
    alerts: int = 0


BEFORE: BindParameter[datetime] = bindparam("before")
EVENTS = delete(events).where(events.c.at < BEFORE)
REPLIES = delete(replies).where(replies.c.at < BEFORE)
SHARES = delete(shares).where(shares.c.at < BEFORE)
PAGES = delete(pages).where(pages.c.fetched_at < BEFORE)
STORIES = delete(stories).where(stories.c.saved_at < BEFORE, ~exists().where(shares.c.story_id == stories.c.id))
"""Run after SHARES: what is still shared by then was shared since."""

PEOPLE = delete(people).where(people.c.last_at < BEFORE, ~exists().where(mentions.c.person_id == people.c.id))
"""Run after STORIES, whose mentions go with them."""


async def expire(c: Connection, before: datetime | None, *, now: datetime) -> Expired:
    """Drop what is older than `before` (None: nothing), and the events of more than two days before `now`."""
    gone_events = await _count(c, EVENTS, now - KEEP_EVENTS)
    await groups.forget_traits(c, now - KEEP_TRAITS)
    gone_topics = await topics.expire(c, now)
    await feed_entries.expire(c, now - KEEP_ENTRIES)
    await jobs.forget(c, now - KEEP_ENTRIES)
    await jobs.hasten(c, after=now + FARTHEST, at=now)
    if before is None:
        return Expired(events=gone_events, topics=gone_topics)
    await groups.expire(c, before)
    return Expired(
        replies=await _count(c, REPLIES, before),
        shares=await _count(c, SHARES, before),
        stories=await _count(c, STORIES, before),
        people=await _count(c, PEOPLE, before),
        pages=await _count(c, PAGES, before),
        events=gone_events,
        topics=gone_topics,
        alerts=await outbox.expire(c, before),
    )


async def _count(c: Connection, statement: Delete, before: datetime) -> int:
    return (await c.execute(statement, {"before": before})).rowcount
