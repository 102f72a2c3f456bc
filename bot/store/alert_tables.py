"""What channels follow, which stories are one, and what is still to be told: the tables of topics and alerts."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
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

from bot.store.columns import Instant, Key, RowId, Words
from bot.store.metadata import metadata

topics = Table(
    "topics",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("channel", Key, nullable=False),
    Column("thread", Key, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("query", Words, nullable=False),
    Column("query_key", Key, nullable=False),
    Column("rhythm", Words, nullable=False),
    Column("zone", Words, nullable=False),
    Column("quiet", Words, nullable=False),
    Column("most", Integer, nullable=False),
    Column("updates", Boolean, nullable=False),
    Column("state", Key, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made_by_name", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("muted_until", Instant),
    Column("last_digest", Instant),
    Column("trouble", Words, nullable=False),
    Column("locale", Words, nullable=False),
    Column("revision", BigInteger, nullable=False),
    UniqueConstraint("platform", "space", "channel", "thread", "query_key", name="uq_topics_query"),
    Index(None, "platform", "space", "revision"),
    Index(None, "state", "changed_at"),
    sqlite_autoincrement=True,
)
"""`revision` counts a space's changes, so that an index in memory catches up by asking for what is newer."""

topic_revisions = Table(
    "topic_revisions",
    metadata,
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("revision", BigInteger, nullable=False),
    PrimaryKeyConstraint("platform", "space"),
)
"""The latest of a space. It begins with the time, so that it is never behind what a process remembers of a space that
was forgotten meanwhile."""

story_groups = Table(
    "story_groups",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Index(None, "platform", "space", "last_at"),
    Index(None, "last_at"),
    sqlite_autoincrement=True,
)
"""One event that several outlets tell. What was shared privately never makes one, and is in none."""

grouped_stories = Table(
    "grouped_stories",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("group_id", ForeignKey(story_groups.c.id, ondelete="CASCADE"), nullable=False),
    Column("story_id", ForeignKey("stories.id", ondelete="CASCADE"), nullable=False),
    Column("copy_of", RowId),
    Column("outlet", Words, nullable=False),
    Column("wire", Words, nullable=False),
    Column("from_feed", Boolean, nullable=False),
    Column("traits", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("story_id"),
    Index(None, "platform", "space", "id"),
    Index(None, "group_id"),
    Index(None, "at"),
    sqlite_autoincrement=True,
)
"""`copy_of` is the row whose text this one repeats; `traits` what same-story clustering remembers of it."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", Key, nullable=False),
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("channel", Key, nullable=False),
    Column("thread", Words, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("topic_id", ForeignKey(topics.c.id, ondelete="CASCADE")),
    Column("group_id", ForeignKey(story_groups.c.id, ondelete="CASCADE")),
    Column("story_id", ForeignKey("stories.id", ondelete="SET NULL"), index=True),
    Column("kind", Key, nullable=False),
    Column("note", Text, nullable=False),
    Column("state", Key, nullable=False),
    Column("at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("held", Boolean, nullable=False),
    Column("batch", Key, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Words, nullable=False),
    Column("message", Key),
    Column("sent_at", Instant),
    UniqueConstraint("key"),
    Index("ix_outbox_lane", "state", "platform", "space", "channel", "due_at"),
    Index(None, "topic_id", "sent_at"),
    Index(None, "group_id", "channel"),
    Index(None, "at"),
    sqlite_autoincrement=True,
)
"""What is to be told, and what was: unique by `key`, which names topic and group. `message` is where it stands."""
