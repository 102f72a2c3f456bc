"""The first schema: events, stories, shares, replies, pages and what adapters keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _adapter_values()
    _events()
    _pages()
    _stories()
    _shares()
    _story_keys()
    _replies()


def _adapter_values() -> None:
    op.create_table(
        "adapter_values",
        sa.Column("adapter", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("adapter", "key", name=op.f("pk_adapter_values")),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "event_id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_at"), "events", ["at"])


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("hops", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("content_type", sa.Text(), nullable=False),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.BigInteger(), nullable=False),
        sa.Column("fresh_until", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_fetched_at_size"), "pages", ["fetched_at", "size"])


def _stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_stories_platform_space"), "stories", ["platform", "space"])
    op.create_index(op.f("ix_stories_saved_at"), "stories", ["saved_at"])


def _shares() -> None:
    op.create_table(
        "shares",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("speaker_name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("key_index", sa.Text(), nullable=False),
        sa.Column("story_id", ROW_ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_shares_story_id_stories"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint("platform", "space", "channel", "message", "key_index", name="uq_shares_message_key"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_shares_at"), "shares", ["at"])
    op.create_index(op.f("ix_shares_platform_space_channel_at"), "shares", ["platform", "space", "channel", "at"])
    op.create_index("ix_shares_story", "shares", ["story_id", "platform", "space", "channel", "at"])


def _story_keys() -> None:
    op.create_table(
        "story_keys",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("story_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_story_keys_story_id_stories"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("platform", "space", "key", name=op.f("pk_story_keys")),
    )
    op.create_index(op.f("ix_story_keys_story_id"), "story_keys", ["story_id"])


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("answers_space", sa.Text(), nullable=True),
        sa.Column("answers_channel", sa.Text(), nullable=True),
        sa.Column("answers_thread", sa.Text(), nullable=True),
        sa.Column("answers_message", sa.Text(), nullable=True),
        sa.Column("answers_direct", sa.Boolean(), nullable=True),
        sa.Column("answers_private", sa.Boolean(), nullable=True),
        sa.Column("story_id", ROW_ID, nullable=True),
        sa.Column("share_id", ROW_ID, nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["share_id"], ["shares.id"], name=op.f("fk_replies_share_id_shares"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_replies_story_id_stories"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replies")),
        sa.UniqueConstraint("platform", "key", name=op.f("uq_replies_platform_key")),
    )
    op.create_index(
        "ix_replies_answers", "replies", ["platform", "answers_space", "answers_channel", "answers_message"]
    )
    op.create_index(op.f("ix_replies_at"), "replies", ["at"])
    op.create_index("ix_replies_place", "replies", ["platform", "space", "channel", "message"])
    op.create_index(op.f("ix_replies_share_id"), "replies", ["share_id"])
    op.create_index(op.f("ix_replies_story_id"), "replies", ["story_id"])
