"""Slack as a `chat.Platform`: opens the way in, hands out the way out."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import Any

import aiohttp
import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.answering import Answering
from adapters.slack.desk import Desk
from adapters.slack.directory import PLATFORM, Directory
from adapters.slack.errors import LOST, TOKEN, code, refused_token
from adapters.slack.installations import LOGGER, Installations, States, ring
from adapters.slack.listeners import listen
from adapters.slack.outgoing import Outgoing
from adapters.slack.scopes import SCOPES
from adapters.slack.secrets import Secrets, read, variable, wanting
from adapters.slack.server import INSTALL, REDIRECT, Server
from adapters.slack.settings import SLACK, SlackSettings
from adapters.slack.sockets import FIRST_WAIT, LONGEST_WAIT, Sockets
from adapters.slack.workspaces import Workspace, Workspaces, ask
from bot.chat import Core, MessageRef, Ports, Reply
from bot.errors import SendLater

TIMEOUT, CONNECTIONS = 15.0, 100
"""Seconds for one call of Slack's, and connections that are kept open to it."""

NOT_YET = 2.0


class SlackPlatform:
    """`run` serves until `close`. Nothing is asked of Slack before."""

    name = PLATFORM

    def __init__(self, settings: SlackSettings, secrets: Secrets, ports: Ports) -> None:
        self._settings, self._secrets, self._values = settings, secrets, ports.values
        self._http: aiohttp.ClientSession | None = None
        self._one: Workspace | None = None
        self._installations = (
            Installations(ports.values, ring(secrets.keys), self._who, self._reinstalled) if secrets.several else None
        )
        self.workspaces = Workspaces(self._find, self._client)
        self.directory = Directory(self.workspaces, ports.values)
        self._outgoing = Outgoing(self.workspaces, ports.values)
        self._desk: Desk | None = None
        self._way_in: Server | Sockets | None = None
        self._closed = asyncio.Event()
        self.ready = asyncio.Event()

    @property
    def port(self) -> int:
        """Where HTTP mode listens."""
        assert isinstance(self._way_in, Server)
        return self._way_in.port

    async def run(self, core: Core) -> None:
        """Raises `ConfigError` where Slack does not take a token or a port is in use."""
        LOGGER.setLevel(logging.ERROR)  # below, the SDK writes down what people say
        timeout, limit = aiohttp.ClientTimeout(total=TIMEOUT), aiohttp.TCPConnector(limit=CONNECTIONS)
        async with aiohttp.ClientSession(timeout=timeout, connector=limit) as self._http:
            try:
                await self._serve(core)
            finally:
                await self._stop()

    async def _serve(self, core: Core) -> None:
        if not self._secrets.several:
            self._one = self.workspaces.only = await self._introduced()
        answering = Answering(core, self._outgoing, self.workspaces, self._session)
        self._desk = Desk(core, self.workspaces, self.directory, answering, self._forget)
        app = self._app()
        listen(app, self._at_hand)
        self._way_in = self._opened(app)
        await self._way_in.start()
        structlog.get_logger().info("slack_ready", transport=self._settings.transport)
        self.ready.set()
        keeping = asyncio.create_task(self._outgoing.keep())
        try:
            await self._closed.wait()
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    async def send(self, reply: Reply) -> MessageRef:
        """For one person's eyes where the reply says so."""
        self._running()
        if reply.private_to:
            return await self._outgoing.whisper(reply, reply.private_to.id)
        return await self._outgoing.send(reply)

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        self._running()
        await self._outgoing.edit(ref, reply)

    async def delete(self, ref: MessageRef) -> None:
        self._running()
        await self._outgoing.delete(ref)

    async def close(self) -> None:
        self._closed.set()

    def _running(self) -> None:
        """Before Slack is reached nothing can be said, and nothing is lost by waiting."""
        if not self.ready.is_set():
            raise SendLater(NOT_YET)

    async def _stop(self) -> None:
        """First nothing comes in any more, then what is being answered is given up."""
        self.ready.clear()
        if self._way_in:
            await self._way_in.close()
        if self._desk:
            await self._desk.answering.close()

    def _app(self) -> AsyncApp:
        async def authorize(team_id: str | None, enterprise_id: str | None) -> Any:
            return await self.workspaces.authorize(team_id, enterprise_id)  # None is bolt's word for a stranger

        secret = self._secrets.signing_secret or "none: sockets are not signed"
        return AsyncApp(
            name="standfirst",
            logger=LOGGER,
            signing_secret=secret,
            client=self._client(""),
            authorize=authorize,
        )

    def _opened(self, app: AsyncApp) -> Server | Sockets:
        if self._settings.transport == "socket":
            return Sockets(app, self._secrets.app_token, self._settings.sockets)
        return Server(self._settings, app, self._secrets.signing_secret, self._flow())

    def _flow(self) -> AsyncOAuthFlow | None:
        """Bolt's own install flow over our own store."""
        if self._installations is None:
            return None
        public = self._settings.public_url.rstrip("/")
        home = self._settings.api_url.removesuffix("/").removesuffix("api")
        settings = AsyncOAuthSettings(
            client_id=self._secrets.client_id,
            client_secret=self._secrets.client_secret,
            scopes=sorted(SCOPES),
            user_scopes=[],
            redirect_uri=f"{public}{REDIRECT}",
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            authorization_url=None if self._settings.api_url == SLACK else f"{home}oauth/v2/authorize",
            installation_store=self._installations,
            state_store=States(self._values, ring(self._secrets.keys)),
            logger=LOGGER,
        )
        return AsyncOAuthFlow(client=self._client(""), logger=LOGGER, settings=settings)

    async def _introduced(self) -> Workspace:
        """Who the bot's token is; waits while Slack cannot be reached. Raises `ConfigError`."""
        wait = FIRST_WAIT
        while True:
            try:
                return await self._who(self._secrets.bot_token)
            except SlackApiError as error:
                if code(error) in TOKEN:
                    raise refused_token(error, variable("bot_token")) from error
                told = code(error)
            except LOST as error:
                told = str(error)[:200]
            structlog.get_logger().warning("slack_not_reached", error=told, again_in=wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _find(self, team: str) -> Workspace | None:
        if self._installations:
            return await self._installations.find(team)
        return self._one if self._one and self._one.id == team else None

    async def _forget(self, team: str) -> None:
        await self._outgoing.forget(team)
        if self._installations:
            await self._installations.remove(team)

    def _reinstalled(self, team: str) -> None:
        """The token that was remembered is no longer the one."""
        self.workspaces.forget(team)

    async def _who(self, token: str) -> Workspace:
        return await ask(self._client(token), token)

    def _client(self, token: str) -> AsyncWebClient:
        """The SDK's own retries are off: it would send a message twice where the line broke after the first."""
        return AsyncWebClient(
            token=token or None,
            base_url=self._settings.api_url,
            session=self._session(),
            logger=LOGGER,
            retry_handlers=[],
        )

    def _session(self) -> aiohttp.ClientSession:
        assert self._http is not None
        return self._http

    def _at_hand(self) -> Desk:
        assert self._desk is not None
        return self._desk


def open_platform(settings: SlackSettings, ports: Ports) -> SlackPlatform:
    """Raises `ConfigError` where a secret is missing."""
    secrets = read(os.environ)
    for error in wanting(settings, secrets):
        raise error
    return SlackPlatform(settings, secrets, ports)
