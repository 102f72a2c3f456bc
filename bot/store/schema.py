"""Every table, for SQLite and PostgreSQL alike. A change here needs a migration: a test compares the two.

Tables that belong together stand in files of their own (`work_tables`, `alert_tables`, `feed_tables`), and are named
here.

Tenant data carries platform and space; a missing thread is "". Ids of stories and
shares are never given twice, because buttons hold them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from bot.store.alert_tables import grouped_stories, outbox, story_groups, topic_revisions, topics
from bot.store.columns import Instant, Key, RowId, Words
from bot.store.feed_tables import feed_entries, feed_memories, feed_subscriptions, feeds
from bot.store.metadata import metadata
from bot.store.work_tables import jobs

__all__ = [
    "feed_entries",
    "feed_memories",
    "feed_subscriptions",
    "feeds",
    "grouped_stories",
    "jobs",
    "metadata",
    "outbox",
    "story_groups",
    "topic_revisions",
    "topics",
]

events = Table(
    "events",
    metadata,
    Column("platform", Key, nullable=False),
    Column("event_id", Key, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    PrimaryKeyConstraint("platform", "event_id"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("reading", Text, nullable=False),
    Column("saved_at", Instant, nullable=False, index=True),
    Index(None, "platform", "space"),
    sqlite_autoincrement=True,
)

story_keys = Table(
    "story_keys",
    metadata,
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("key", Key, nullable=False),
    Column("story_id", ForeignKey(stories.c.id, ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("platform", "space", "key"),
)

shares = Table(
    "shares",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("channel", Key, nullable=False),
    Column("thread", Words, nullable=False),
    Column("message", Key, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("speaker_id", Words, nullable=False),
    Column("speaker_name", Words, nullable=False),
    Column("url", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("key_index", Key, nullable=False),
    Column("story_id", ForeignKey(stories.c.id, ondelete="SET NULL")),
    Column("at", Instant, nullable=False, index=True),
    UniqueConstraint("platform", "space", "channel", "message", "key_index", name="uq_shares_message_key"),
    Index(None, "platform", "space", "channel", "at"),
    Index("ix_shares_story", "story_id", "platform", "space", "channel", "at"),
    sqlite_autoincrement=True,
)

replies = Table(
    "replies",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("key", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("channel", Key, nullable=False),
    Column("thread", Words, nullable=False),
    Column("message", Key, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("answers_space", Key),
    Column("answers_channel", Key),
    Column("answers_thread", Words),
    Column("answers_message", Key),
    Column("answers_direct", Boolean),
    Column("answers_private", Boolean),
    Column("story_id", ForeignKey(stories.c.id, ondelete="SET NULL"), index=True),
    Column("share_id", ForeignKey(shares.c.id, ondelete="SET NULL"), index=True),
    Column("asked_by", Words, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    UniqueConstraint("platform", "key"),
    Index("ix_replies_place", "platform", "space", "channel", "message"),
    Index("ix_replies_answers", "platform", "answers_space", "answers_channel", "answers_message"),
)

people = Table(
    "people",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("key", Key, nullable=False),
    Column("tail", Key, nullable=False),
    Column("name", Words, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("last_at", Instant, nullable=False),
    Index(None, "platform", "space", "key"),
    Index(None, "platform", "space", "tail"),
    Index(None, "platform", "space", "last_at"),
    sqlite_autoincrement=True,
)

mentions = Table(
    "mentions",
    metadata,
    Column("story_id", ForeignKey(stories.c.id, ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("person_id", ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("story_id", "position"),
    Index(None, "person_id", "story_id"),
)
"""Who is in which story; `position` counts in `Reading.people`, which holds all the rest."""

name_prefixes = Table(
    "name_prefixes",
    metadata,
    Column("person_id", ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    Column("term", Key, nullable=False),
    Column("prefix", Key, nullable=False),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("last_at", Instant, nullable=False),
    PrimaryKeyConstraint("person_id", "term", "prefix"),
    Index("ix_name_prefixes_recent", "platform", "space", "prefix", "last_at"),
)
"""The first letters of every part of a name, so that completion is one look into an index, the latest first."""

pages = Table(
    "pages",
    metadata,
    Column("key", Key, nullable=False),
    Column("hops", Text, nullable=False),
    Column("url", Words),
    Column("content_type", Words, nullable=False),
    Column("charset", Words),
    Column("etag", Words, nullable=False),
    Column("last_modified", Words, nullable=False),
    Column("fetched_at", Instant, nullable=False),
    Column("fresh_until", Instant, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("key"),
    Index(None, "fetched_at", "size"),
)

adapter_values = Table(
    "adapter_values",
    metadata,
    Column("adapter", Key, nullable=False),
    Column("key", Words, nullable=False),
    Column("value", Words, nullable=False),
    PrimaryKeyConstraint("adapter", "key"),
)

channel_settings = Table(
    "channel_settings",
    metadata,
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("channel", Key, nullable=False),
    Column("name", Key, nullable=False),
    Column("value", Words, nullable=False),
    Column("set_by", Words, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("platform", "space", "channel", "name"),
)
"""A channel of "" is the whole space."""

TENANT_TABLES = (
    replies,
    outbox,
    topics,
    topic_revisions,
    grouped_stories,
    story_groups,
    shares,
    story_keys,
    stories,
    people,
    channel_settings,
    feed_subscriptions,
)
"""What is kept of a space, those that point before those pointed at."""
