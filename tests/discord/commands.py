"""The registered commands: synced whole, globally or for one guild."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from aiohttp import web

from tests.discord import rules
from tests.discord.wire import BODY, Wire, told
from tests.discord.world import snowflake


@dataclass
class Commands:
    """Kept by guild; 0 is everywhere."""

    wire: Wire

    def routes(self, prefix: str) -> list[web.AbstractRouteDef]:
        everywhere = prefix + "/applications/{app}/commands"
        here = prefix + "/applications/{app}/guilds/{guild}/commands"
        return [
            web.put(everywhere, self.put),
            web.put(here, self.put),
            web.get(everywhere, self.get),
            web.get(here, self.get),
        ]

    async def put(self, request: web.Request) -> web.Response:
        given = cast("list[dict[str, Any]]", request[BODY])
        self.wire.refuse(list(rules.commands(given)), request.path)
        kept = [{**each, "id": str(snowflake())} for each in given]
        self.wire.world.commands[int(request.match_info.get("guild", 0))] = kept
        return told(kept)

    async def get(self, request: web.Request) -> web.Response:
        return told(self.wire.world.commands.get(int(request.match_info.get("guild", 0)), []))
