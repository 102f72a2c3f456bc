"""A whole bot on Discord: the real core on real SQLite, a news site and the loopback Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from adapters.discord.settings import DiscordSettings
from bot.app import App, assemble
from bot.settings import Fetch, Settings
from tests.adapters.discord.stage import Stage, on_stage
from tests.site import Site, open_site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with open_site() as site:
        yield site


@pytest.fixture
async def app(tmp_path: Path, site: Site) -> AsyncIterator[App]:
    """The mode is automatic where a test does not set another with `/settings`."""
    section = DiscordSettings(message_content=True, mode="automatic")
    fetch = Fetch(allow_loopback=(site.host,), timeout_seconds=5)
    settings = Settings(data=str(tmp_path / "data"), fetch=fetch)
    async with assemble(msgspec.structs.replace(settings, sections={"discord": section})) as parts:
        yield App(parts)


@pytest.fixture
async def bot(app: App) -> AsyncIterator[Stage]:
    async with on_stage(app) as stage:
        yield stage
