"""A whole bot, a news site and a chat on this machine, for the benches."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.app import App, assemble
from bot.settings import Fetch, Settings
from tests.site import Site, open_site
from tests.talk import Talk


@asynccontextmanager
async def bot_on_loopback() -> AsyncIterator[tuple[Talk, Site]]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    with tempfile.TemporaryDirectory() as folder:
        async with open_site() as site:
            settings = Settings(data=folder, fetch=Fetch(allow_loopback=(site.host,)))
            async with assemble(settings) as parts:
                yield Talk(App(parts)), site
