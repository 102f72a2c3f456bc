"""A loopback Discord: gateway and REST on one port, strict about every request, with state that reads as a chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from tests.discord.commands import Commands
from tests.discord.gateway import Gateway
from tests.discord.interactions import Interactions
from tests.discord.rest import Rest
from tests.discord.wire import Wire
from tests.discord.world import World

PREFIX = "/api/v10"


@dataclass
class Discord:
    """The whole server. `files` are what its CDN serves, by path."""

    world: World
    wire: Wire
    gateway: Gateway
    interactions: Interactions
    files: dict[str, bytes]
    port: int = 0

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    def file_url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/cdn/{name}"


@asynccontextmanager
async def open_discord(world: World | None = None, *, port: int = 0, strict: bool = True) -> AsyncIterator[Discord]:
    """`strict` False leaves the published description out: a bench measures the bot, not the checker."""
    world = world or World()
    wire = Wire(world, PREFIX, strict=strict)
    gateway = Gateway(world, lambda: discord.gateway_url)
    interactions = Interactions(wire, gateway)
    discord = Discord(world, wire, gateway, interactions, {})

    async def cdn(request: web.Request) -> web.Response:
        return web.Response(body=discord.files[request.match_info["name"]])

    app = web.Application(middlewares=[wire.middleware], client_max_size=10_000_000)
    app.router.add_get("/gateway", gateway.serve)
    app.router.add_get("/gateway/", gateway.serve)
    app.router.add_get("/cdn/{name}", cdn)
    for part in (Rest(wire, gateway), interactions, Commands(wire)):
        app.add_routes(part.routes(PREFIX))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    discord.port = runner.addresses[0][1]
    try:
        yield discord
    finally:
        await gateway.drop(1001)
        await runner.cleanup()
