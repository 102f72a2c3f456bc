"""A store address as a user writes it -> the SQLAlchemy URL of the asynchronous driver.

Two kinds are known: `sqlite:///path/to.db` and `postgresql://user:password@host/name`.
No message that leaves this file holds a password, or an address that could hold one.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import ConfigError

KEY = "store.url"
EXAMPLES = 'Write "sqlite:///path/to.db" or "postgresql://user:password@host/name"'
SQLITE = frozenset({"sqlite", "sqlite+aiosqlite"})
POSTGRES = frozenset({"postgres", "postgresql", "postgresql+psycopg"})


def read(text: str) -> URL:
    """Raises `ConfigError` that says what to write instead."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError) as error:
        raise ConfigError(KEY, "not a database address", EXAMPLES) from error
    if url.drivername in SQLITE:
        return _sqlite(url)
    if url.drivername in POSTGRES:
        return _postgres(url)
    raise ConfigError(KEY, f"a database of the kind {url.drivername!r} is not supported", EXAMPLES)


def is_sqlite(url: URL) -> bool:
    return url.drivername in SQLITE


def path(url: URL) -> Path:
    """The file of a SQLite address that `read` gave."""
    return Path(url.database or "")


def described(url: URL) -> str:
    """Which database an address means, for messages: no user, no password."""
    if is_sqlite(url):
        return str(path(url))
    host = url.host or url.query.get("host") or "this machine"
    return f"PostgreSQL database {url.database or 'of the user'!s} on {host}"


def secrets(url: URL) -> tuple[str, ...]:
    """What must never be shown of an address."""
    given = (url.password, url.query.get("password"))
    return tuple(str(secret) for secret in given if secret)


def _sqlite(url: URL) -> URL:
    if url.host:
        raise ConfigError(KEY, "two slashes name a host, and a SQLite file has none", 'Write "sqlite:///path/to.db"')
    if url.query:
        raise ConfigError(KEY, "a SQLite address takes no ?options", 'Write "sqlite:///path/to.db"')
    if url.database in {None, "", ":memory:"}:
        raise ConfigError(KEY, "a database in memory keeps nothing", 'Name a file: "sqlite:///path/to.db"')
    return URL.create("sqlite+aiosqlite", database=str(Path(str(url.database)).expanduser()))


def _postgres(url: URL) -> URL:
    if "@" in (url.host or ""):
        raise ConfigError(KEY, "there are two @ in it", "Write an @ inside the password as %40")
    return url.set(drivername="postgresql+psycopg")
