"""HTTP mode: one endpoint for all that Slack sends, the pages to install the app, and a health check."""

from __future__ import annotations

import time

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.signature import SignatureVerifier

from adapters.slack.settings import SlackSettings
from bot.errors import ConfigError

LARGEST = 1_000_000
"""Bytes of a request: a message of Slack's longest text, told twice, with its blocks."""

CLOSING = 2.0
INSTALL, REDIRECT, HEALTH = "/slack/install", "/slack/oauth_redirect", "/health"


class Server:
    def __init__(self, settings: SlackSettings, app: AsyncApp, secret: str, flow: AsyncOAuthFlow | None) -> None:
        self._settings, self._app, self._flow = settings, app, flow
        self._verifier = SignatureVerifier(secret)
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self) -> None:
        """Raises `ConfigError` where the port cannot be opened."""
        site = web.Application(client_max_size=LARGEST, middlewares=[plain_refusals])
        site.router.add_post(self._settings.path, self.events)
        site.router.add_get(HEALTH, self.health)
        if self._flow:
            site.router.add_get(INSTALL, self.install)
            site.router.add_get(REDIRECT, self.installed)
        self._runner = web.AppRunner(site, access_log=None, shutdown_timeout=CLOSING)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._settings.host, self._settings.port).start()
        except OSError as error:
            await self.close()
            problem = f"port {self._settings.port} cannot be opened ({error.strerror or error})"
            raise ConfigError("slack.port", problem, "Set slack.port to a free port.") from error
        self.port = int(self._runner.addresses[0][1])

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def events(self, request: web.Request) -> web.Response:
        """Only what Slack signed within the last five minutes comes in."""
        body = await request.read()
        if not genuine(self._verifier, body, request):
            return web.Response(status=401, text="That is not signed by Slack.")
        return await to_aiohttp_response(await self._app.async_dispatch(await to_bolt_request(request)))

    async def health(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def install(self, request: web.Request) -> web.Response:
        assert self._flow is not None
        return await to_aiohttp_response(await self._flow.handle_installation(await to_bolt_request(request)))

    async def installed(self, request: web.Request) -> web.Response:
        assert self._flow is not None
        return await to_aiohttp_response(await self._flow.handle_callback(await to_bolt_request(request)))


def genuine(verifier: SignatureVerifier, body: bytes, request: web.Request) -> bool:
    """`slack_sdk` compares in constant time; what it could not even parse is turned away before."""
    stamp = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 16 and signature.isascii()):
        return False
    if abs(time.time() - int(stamp)) > 300:
        return False
    try:
        return verifier.is_valid(body.decode("utf-8"), stamp, signature)
    except UnicodeDecodeError:
        return False


@web.middleware
async def plain_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What is too large or not understood is refused without a word of how the inside looks."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except (ValueError, KeyError, TypeError, AttributeError):
        structlog.get_logger().warning("slack_request_not_understood", path=request.path, exc_info=True)
        return web.Response(status=400, text="That request is not understood.")
