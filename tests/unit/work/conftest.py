"""Both databases, a clock that a test turns, and workers that draw the same lots every time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from tests.unit.store.conftest import pg_folder, pg_url, sqlite_url, store, url

__all__ = ["pg_folder", "pg_url", "sqlite_url", "store", "url"]


@dataclass
class Hands:
    """A clock: `Clock` by calling it, turned by `turn`."""

    now: datetime = datetime(2026, 3, 28, 23, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def hands() -> Hands:
    return Hands()
