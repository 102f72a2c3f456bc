"""People over the stories of a space, and the first letters of their names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _people()
    _mentions()
    _name_prefixes()


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("tail", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_people_platform_space_last_at"), "people", ["platform", "space", "last_at"])
    op.create_index(op.f("ix_people_platform_space_key"), "people", ["platform", "space", "key"])
    op.create_index(op.f("ix_people_platform_space_tail"), "people", ["platform", "space", "tail"])


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("story_id", ROW_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_mentions_story_id_stories"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_mentions_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("story_id", "position", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_person_id_story_id"), "mentions", ["person_id", "story_id"])


def _name_prefixes() -> None:
    op.create_table(
        "name_prefixes",
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_name_prefixes_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "term", "prefix", name=op.f("pk_name_prefixes")),
    )
    op.create_index("ix_name_prefixes_recent", "name_prefixes", ["platform", "space", "prefix", "last_at"])
