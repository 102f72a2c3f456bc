"""The tables of feeds: each feed once, whoever has it; which spaces do; and the entries that were news."""

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
)

from bot.store.columns import Instant, Key, RowId, Words
from bot.store.metadata import metadata

feeds = Table(
    "feeds",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", Key, nullable=False, unique=True),
    Column("url", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("home", Words, nullable=False),
    Column("everywhere", Boolean, nullable=False),
    Column("etag", Words, nullable=False),
    Column("last_modified", Words, nullable=False),
    Column("rhythm", Text, nullable=False),
    Column("max_age", Integer, nullable=False),
    Column("gap", Integer, nullable=False),
    Column("latest", Instant),
    Column("fetched_at", Instant),
    Column("well_at", Instant),
    Column("next_at", Instant),
    Column("failures", Integer, nullable=False),
    Column("problem", Words, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("gone", Boolean, nullable=False),
    Column("added_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
"""`everywhere`: it is in the settings, for all. `gap` and `max_age` are seconds; `told`: its failing was said."""

feed_memories = Table(
    "feed_memories",
    metadata,
    Column("feed_id", ForeignKey(feeds.c.id, ondelete="CASCADE"), nullable=False),
    Column("digests", LargeBinary, nullable=False),
    PrimaryKeyConstraint("feed_id"),
)
"""What a feed has shown before; a feed without a row was never read."""

feed_subscriptions = Table(
    "feed_subscriptions",
    metadata,
    Column("platform", Key, nullable=False),
    Column("space", Key, nullable=False),
    Column("feed_id", ForeignKey(feeds.c.id, ondelete="CASCADE"), nullable=False),
    Column("channel", Key, nullable=False),
    Column("thread", Words, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("added_by", Words, nullable=False),
    Column("added_by_name", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("after_entry", BigInteger, nullable=False),
    PrimaryKeyConstraint("platform", "space", "feed_id"),
    Index(None, "feed_id"),
)
"""The channel is where it was added: there its failing is said, to who added it. Entries up to `after_entry` are no
news for this space: ids are counted, not times, so that a clock that jumps back hides nothing."""

feed_entries = Table(
    "feed_entries",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("feed_id", ForeignKey(feeds.c.id, ondelete="CASCADE"), nullable=False),
    Column("url", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("summary", Words, nullable=False),
    Column("published", Instant),
    Column("seen_at", Instant, nullable=False, index=True),
    Column("told_at", Instant),
    Column("reason", Words, nullable=False),
    Index(None, "feed_id", "seen_at"),
    sqlite_autoincrement=True,
)
"""Entries that were news when they were seen. `told_at`: when the spaces that have the feed were told, or it was given
up for `reason`."""
