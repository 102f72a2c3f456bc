"""A whole bot on a real SQLite file, a real reader and a news site on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, Parts, assemble
from bot.settings import Brief, Fetch, Settings
from tests.site import Site, open_site
from tests.talk import Talk


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as site:
        yield site


@pytest.fixture
async def parts(tmp_path: Path, site: Site) -> AsyncIterator[Parts]:
    fetch = Fetch(allow_loopback=(site.host,), timeout_seconds=5)
    settings = Settings(data=str(tmp_path / "data"), fetch=fetch, brief=Brief(max_links=2))
    async with assemble(settings) as parts:
        yield parts


@pytest.fixture
async def talk(parts: Parts) -> Talk:
    return Talk(App(parts))
