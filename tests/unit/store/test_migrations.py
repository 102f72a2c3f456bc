"""Migrations give exactly the schema that the code believes in, all at once or not at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Row, inspect, text

from bot.errors import StoreError
from bot.store import Store, events, migrate
from bot.store import engine as engines
from bot.store import url as urls
from bot.store.schema import metadata

ROOT = Path(__file__).parents[3]

FAILING = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9998", "HEAD"

def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("DELETE FROM events")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""


def differences(c: Connection) -> list[object]:
    context = MigrationContext.configure(c, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


def lines(tables: Iterable[Row[str, str]]) -> dict[str, list[str]]:
    """What each table is made of; the order of its constraints means nothing."""
    return {name: sorted(line.strip(" ,\t") for line in sql.splitlines()) for name, sql in tables}


async def test_the_migrated_database_is_the_schema(store: Store) -> None:
    async with store.transaction() as c:
        assert await c.run_sync(differences) == []


async def test_on_sqlite_to_the_letter(sqlite_url: str, tmp_path: Path) -> None:
    """What Alembic doesn't compare: checks, cascades, ids that are never given again."""
    store = await Store.open(sqlite_url)
    plain = engines.writing(urls.read(f"sqlite:///{tmp_path}/plain.db"))
    query = text("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND sql IS NOT NULL ORDER BY name")
    async with store.reading() as c, plain.begin() as p:
        await p.run_sync(metadata.create_all)
        assert lines((await c.execute(query)).all()) == lines((await p.execute(query)).all())
    await plain.dispose()
    await store.close()


def test_head_is_the_newest_step() -> None:
    assert migrate.known()[0] == migrate.HEAD
    assert migrate.state(None) == migrate.State.EMPTY
    assert migrate.state(migrate.HEAD) == migrate.State.CURRENT
    assert migrate.state("9999") == migrate.State.NEWER


async def test_opening_again_changes_nothing(url: str, now: datetime) -> None:
    for first in (True, False):
        store = await Store.open(url)
        async with store.transaction() as c:
            assert await events.first_time(c, "web", "e1", now) is first
        await store.close()


async def test_a_failing_migration_leaves_the_database_as_it_was(url: str, tmp_path: Path, now: datetime) -> None:
    store = await Store.open(url)
    async with store.transaction() as c:
        await events.first_time(c, "web", "e1", now)
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder)
    (folder / "versions" / "m9998_failing.py").write_text(FAILING.replace("HEAD", migrate.HEAD))
    engine = engines.writing(urls.read(url))
    with pytest.raises(Exception, match="nowhere"):
        await migrate.upgrade(engine, folder=folder, head="9998")
    async with engine.connect() as c:
        assert await c.run_sync(migrate.revision_of) == migrate.HEAD
        assert not await c.run_sync(lambda sync: inspect(sync).has_table("half"))
    await engine.dispose()
    async with store.transaction() as c:
        assert not await events.first_time(c, "web", "e1", now)
    await store.close()


async def test_a_database_from_a_newer_version_is_refused_and_left_alone(url: str) -> None:
    store = await Store.open(url)
    async with store.transaction() as c:
        await c.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    await store.close()
    with pytest.raises(StoreError, match=r"newer version .*0999.*update the program"):
        await Store.open(url)


def test_a_usual_start_does_not_wait_for_alembic(sqlite_url: str) -> None:
    script = (
        "import asyncio, sys; from bot.store import Store\n"
        "async def main():\n    await (await Store.open(sys.argv[1])).close()\n"
        "asyncio.run(main()); print('alembic' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script, sqlite_url], cwd=ROOT, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]
