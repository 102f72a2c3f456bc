"""The web try-out as a `chat.Platform`: opens the page and the example site, and says where they are."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import structlog
from aiohttp import web

from adapters.web.answering import Answering
from adapters.web.conversation import Clock, Conversation
from adapters.web.errors import cannot_listen
from adapters.web.examples import example_app, things_to_try
from adapters.web.guard import door, headers
from adapters.web.hub import Hub
from adapters.web.messages import Message
from adapters.web.render import Json, Preview, message_json
from adapters.web.rooms import PLATFORM, Person
from adapters.web.server import LARGEST, Server, in_words
from adapters.web.settings import HOST, WebSettings
from adapters.web.transcript import Transcript
from bot.chat import Card, Core, MessageRef, Ports, Reply

CLOSING = 2.0


def utc_now() -> datetime:
    return datetime.now(UTC)


class WebPlatform:
    """`start` binds both ports and reads the transcript; `run` calls it where nobody has. `close` ends `run`."""

    name = PLATFORM

    def __init__(self, settings: WebSettings, ports: Ports, *, clock: Clock = utc_now) -> None:
        self._settings = settings
        self._previews = {name: guarded(name, render) for name, render in ports.previews.items()}
        self._transcript = Transcript(ports.values)
        self._hub = Hub(self._show)
        self._conversation = Conversation(self._transcript, self._hub, clock)
        self._server = Server(self._transcript, self._hub, self._conversation, previews=tuple(ports.previews))
        self._runners: list[web.AppRunner] = []
        self._closed = asyncio.Event()
        self.url = ""
        self.example_hosts: tuple[str, ...] = ()

    async def start(self) -> None:
        """Raises `ConfigError` where a port is in use, `StoreError` where the transcript cannot be read."""
        if self._runners:
            return
        await self._transcript.load()
        try:
            await self._listen()
        except BaseException:
            await self._stop_listening()
            raise

    async def run(self, core: Core) -> None:
        await self.start()
        self._server.core = core
        self._server.answering = Answering(core, self._conversation, self._hub)
        self._server.ready.set()
        print(f"Standfirst is listening at {self.url}", flush=True)
        await self._closed.wait()

    async def send(self, reply: Reply) -> MessageRef:
        return await self._conversation.say(reply)

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        await self._conversation.restate(ref, reply)

    async def delete(self, ref: MessageRef) -> None:
        await self._conversation.withdraw(ref)

    async def close(self) -> None:
        if self._server.answering:
            await self._server.answering.close()
        self._hub.end()
        await self._stop_listening()
        self._closed.set()

    async def _listen(self) -> None:
        wanted = self._settings.example_port
        example = await self._open(example_app(), "web.example_port", wanted)
        self.example_hosts = (f"{HOST}:{example}",)
        self._server.examples = things_to_try(f"http://{self.example_hosts[0]}")
        port = await self._open(self._app(), "web.port", self._settings.port)
        self.url = f"http://{HOST}:{port}"

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[door(self._port), in_words], client_max_size=LARGEST)
        app.add_routes(self._server.routes())

        async def protect(_: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(headers(self._port(), self.example_hosts))

        app.on_response_prepare.append(protect)
        return app

    def _port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])

    async def _open(self, app: web.Application, key: str, port: int) -> int:
        """Serve `app` on loopback; returns the port. Raises `ConfigError`."""
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING)
        self._runners.append(runner)
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError as error:
            raise cannot_listen(error, key, port) from error
        return int(runner.addresses[0][1])

    async def _stop_listening(self) -> None:
        for runner in reversed(self._runners):
            await runner.cleanup()
        self._runners.clear()

    def _show(self, message: Message, viewer: Person) -> Json:
        return message_json(message, viewer, self._previews, self.example_hosts)


def guarded(name: str, render: Preview) -> Preview:
    """A preview that cannot be drawn is logged and left out; the chat goes on."""

    def drawn(card: Card) -> Mapping[str, object]:
        try:
            return render(card)
        except Exception:
            structlog.get_logger().exception("web_preview_failed", preview=name)
            return {}

    return drawn


def open_platform(settings: WebSettings, ports: Ports) -> WebPlatform:
    return WebPlatform(settings, ports)
