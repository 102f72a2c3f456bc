"""A newsroom with a clock of its own and a board that shows what was sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Parts, assemble
from bot.settings import Fetch, Settings
from tests.board import Board, Wall
from tests.newsroom import Newsroom
from tests.site import Site
from tests.talk import Talk


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
async def parts(tmp_path: Path, site: Site, wall: Wall) -> AsyncIterator[Parts]:
    fetch = Fetch(allow_loopback=(site.host, f"localhost:{site.port}"), timeout_seconds=5, fresh_minutes=0)
    async with assemble(Settings(data=str(tmp_path / "data"), fetch=fetch), clock=wall) as parts:
        yield parts


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def newsroom(talk: Talk, parts: Parts, board: Board, wall: Wall) -> Newsroom:
    return Newsroom(talk, parts, board, wall)
