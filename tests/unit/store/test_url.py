"""Store addresses as people write them."""

from __future__ import annotations

import pytest

from bot.errors import ConfigError
from bot.store import url as urls


@pytest.mark.parametrize(
    ("written", "driver", "database"),
    [
        ("sqlite:///data/standfirst.db", "sqlite+aiosqlite", "data/standfirst.db"),
        ("sqlite:////var/lib/s.db", "sqlite+aiosqlite", "/var/lib/s.db"),
        ("  sqlite:///a b.db\n", "sqlite+aiosqlite", "a b.db"),
        ("postgresql://ann:pw@db.example:5433/news", "postgresql+psycopg", "news"),
        ("postgres://ann:pw@db.example/news", "postgresql+psycopg", "news"),
        ("postgresql+psycopg://ann@db.example/news", "postgresql+psycopg", "news"),
    ],
)
def test_an_address_becomes_the_drivers(written: str, driver: str, database: str) -> None:
    url = urls.read(written)
    assert (url.drivername, url.database) == (driver, database)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "data/standfirst.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://data/hunter2.db",
        "sqlite:///a.db?mode=hunter2",
        "mysql://ann:hunter2@db/news",
        "postgresql+asyncpg://ann:hunter2@db/news",
        "postgresql://ann:hunter2@db:port/news",
        "postgresql://ann:hun@hunter2@db/news",
        "http://ann:hunter2@db/",
    ],
)
def test_any_other_address_names_the_key_and_the_fix_and_never_the_password(written: str) -> None:
    with pytest.raises(ConfigError) as caught:
        urls.read(written)
    assert caught.value.key == "store.url"
    assert "postgresql://" in caught.value.fix or "sqlite:///" in caught.value.fix or "%40" in caught.value.fix
    assert "hunter2" not in str(caught.value)


def test_a_description_holds_no_password() -> None:
    url = urls.read("postgresql://ann:hunter2@db.example/news?password=hunter3")
    assert urls.described(url) == "PostgreSQL database news on db.example"
    assert set(urls.secrets(url)) == {"hunter2", "hunter3"}
