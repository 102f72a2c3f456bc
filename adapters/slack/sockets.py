"""Socket Mode: several sockets, so that Slack always finds one open while another is renewed."""

from __future__ import annotations

import asyncio
import logging

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from adapters.slack.errors import LOST, TOKEN, code, refused_token
from adapters.slack.secrets import variable

LOGGER = logging.getLogger("adapters.slack.sdk")
PING = 5.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
"""Seconds between tries to reach Slack at the start."""


class Sockets:
    def __init__(self, app: AsyncApp, app_token: str, number: int) -> None:
        self._app, self._token, self._number = app, app_token, number
        self._handlers: list[AsyncSocketModeHandler] = []

    async def start(self) -> None:
        """Open them all, waiting while Slack is not reached. Raises `ConfigError` where it does not take the token."""
        for _ in range(self._number):
            handler = AsyncSocketModeHandler(self._app, self._token, logger=LOGGER, ping_interval=PING)
            self._handlers.append(handler)
            handler.client.wss_uri = await self._address(handler)
            await handler.connect_async()  # type: ignore[no-untyped-call]

    async def _address(self, handler: AsyncSocketModeHandler) -> str:
        """The SDK itself would ask for ever, whatever Slack answers."""
        wait = FIRST_WAIT
        while True:
            try:
                return await handler.client.issue_new_wss_url()
            except SlackApiError as error:
                if code(error) in TOKEN or code(error) in ("not_allowed_token_type", "missing_scope"):
                    raise refused_token(error, variable("app_token")) from error
                structlog.get_logger().warning("slack_not_reached", error=code(error), again_in=wait)
            except LOST as error:
                structlog.get_logger().warning("slack_not_reached", error=str(error)[:200], again_in=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def close(self) -> None:
        for handler in self._handlers:
            await handler.close_async()  # type: ignore[no-untyped-call]
        self._handlers.clear()
