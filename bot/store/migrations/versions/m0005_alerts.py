"""Topics that channels follow, stories that are one, and the outbox of what is to be told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _topics()
    _topic_revisions()
    _story_groups()
    _grouped_stories()
    _outbox()


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("query_key", sa.Text(), nullable=False),
        sa.Column("rhythm", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("quiet", sa.Text(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("updates", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_by_name", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("muted_until", sa.BigInteger(), nullable=True),
        sa.Column("last_digest", sa.BigInteger(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("platform", "space", "channel", "thread", "query_key", name="uq_topics_query"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_topics_platform_space_revision"), "topics", ["platform", "space", "revision"])
    op.create_index(op.f("ix_topics_state_changed_at"), "topics", ["state", "changed_at"])


def _topic_revisions() -> None:
    op.create_table(
        "topic_revisions",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "space", name=op.f("pk_topic_revisions")),
    )


def _story_groups() -> None:
    op.create_table(
        "story_groups",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_groups")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_story_groups_last_at"), "story_groups", ["last_at"])
    op.create_index(op.f("ix_story_groups_platform_space_last_at"), "story_groups", ["platform", "space", "last_at"])


def _grouped_stories() -> None:
    op.create_table(
        "grouped_stories",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("story_id", ROW_ID, nullable=False),
        sa.Column("copy_of", ROW_ID, nullable=True),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("wire", sa.Text(), nullable=False),
        sa.Column("from_feed", sa.Boolean(), nullable=False),
        sa.Column("traits", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["story_groups.id"], name=op.f("fk_grouped_stories_group_id_story_groups"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_grouped_stories_story_id_stories"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grouped_stories")),
        sa.UniqueConstraint("story_id", name=op.f("uq_grouped_stories_story_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_grouped_stories_at"), "grouped_stories", ["at"])
    op.create_index(op.f("ix_grouped_stories_group_id"), "grouped_stories", ["group_id"])
    op.create_index(op.f("ix_grouped_stories_platform_space_id"), "grouped_stories", ["platform", "space", "id"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("topic_id", ROW_ID, nullable=True),
        sa.Column("group_id", ROW_ID, nullable=True),
        sa.Column("story_id", ROW_ID, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["story_groups.id"], name=op.f("fk_outbox_group_id_story_groups"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_outbox_story_id_stories"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topics.id"], name=op.f("fk_outbox_topic_id_topics"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outbox_at"), "outbox", ["at"])
    op.create_index(op.f("ix_outbox_group_id_channel"), "outbox", ["group_id", "channel"])
    op.create_index("ix_outbox_lane", "outbox", ["state", "platform", "space", "channel", "due_at"])
    op.create_index(op.f("ix_outbox_story_id"), "outbox", ["story_id"])
    op.create_index(op.f("ix_outbox_topic_id_sent_at"), "outbox", ["topic_id", "sent_at"])
