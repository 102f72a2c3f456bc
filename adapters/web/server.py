"""The page's HTTP side: its files, what people do (POST), and the live line (a WebSocket) that tells every tab."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec
import structlog
from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler

from adapters.web.answering import SORRY, Answering
from adapters.web.conversation import Conversation
from adapters.web.errors import Refused
from adapters.web.hub import Hub, Session
from adapters.web.inbound import Asked, Change, Choice, Post, Press, Reaction, Removal, read, who_and_where
from adapters.web.messages import visible
from adapters.web.render import Json
from adapters.web.rooms import PERSON_BY_ID, Person
from adapters.web.transcript import Transcript
from adapters.web.welcome import welcome
from bot.chat import Core, hints

STATIC = Path(__file__).parent / "static"
LARGEST = 256 * 1024
"""Bytes of a request: the longest message in the widest script, and its JSON."""

LONGEST_HINTED = 500
CORE_WAIT = 10.0
HEARTBEAT = 20.0

A = TypeVar("A", bound=Asked)


@dataclass
class Server:
    """Handlers over one conversation. `core` and `answering` are set as soon as the bot runs."""

    transcript: Transcript
    hub: Hub
    conversation: Conversation
    examples: Sequence[Json] = ()
    previews: Sequence[str] = ()
    core: Core | None = None
    answering: Answering | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/", self.index),
            web.get("/favicon.ico", self.icon),
            web.static("/static", STATIC),
            web.get("/api/live", self.live),
            web.get("/api/messages", self.messages),
            web.get("/api/hints", self.hints),
            web.post("/api/post", self.post),
            web.post("/api/edit", self.edit),
            web.post("/api/delete", self.delete),
            web.post("/api/press", self.press),
            web.post("/api/choose", self.choose),
            web.post("/api/react", self.react),
        ]

    async def index(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "index.html")

    async def icon(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "mark.svg")

    async def post(self, request: web.Request) -> web.Response:
        core, answering = await self._running()
        message, event = await self.conversation.post(await body(request, Post), core.commands_in(""))
        answering.begin(event)
        return reply({"id": message.id})

    async def edit(self, request: web.Request) -> web.Response:
        _, answering = await self._running()
        if event := await self.conversation.change(await body(request, Change)):
            answering.begin(event)
        return reply({})

    async def delete(self, request: web.Request) -> web.Response:
        _, answering = await self._running()
        if event := await self.conversation.remove(await body(request, Removal)):
            answering.begin(event)
        return reply({})

    async def press(self, request: web.Request) -> web.Response:
        _, answering = await self._running()
        answering.begin(self.conversation.press(await body(request, Press)))
        return reply({})

    async def choose(self, request: web.Request) -> web.Response:
        core, answering = await self._running()
        answering.begin(self.conversation.choose(await body(request, Choice), core.message_commands))
        return reply({})

    async def react(self, request: web.Request) -> web.Response:
        core, answering = await self._running()
        if event := await self.conversation.react(await body(request, Reaction), core.listens_for):
            answering.begin(event)
        return reply({})

    async def messages(self, request: web.Request) -> web.Response:
        """All of one channel that one person can see, oldest first."""
        person, room = who_and_where(request.query.get("as", ""), request.query.get("channel", ""))
        seen = [self.hub.show(m, person) for m in self.transcript.room(room.id) if visible(m, person)]
        return reply({"messages": seen})

    async def hints(self, request: web.Request) -> web.Response:
        """How a command that is being typed may go on: each hint replaces the text from `start` on."""
        core, _ = await self._running()
        query = request.query
        person, room = who_and_where(query.get("as", ""), query.get("channel", ""))
        specs = [spec for spec in core.commands_in("") if person.can_manage or not spec.manage]
        found = await hints(core, query.get("text", "")[:LONGEST_HINTED], room.place, specs)
        return reply({"hints": [asdict(hint) for hint in found]})

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """Frames to one tab. `since` is the last change it knows; it gets all after that, then whatever happens."""
        core, _ = await self._running()
        person = PERSON_BY_ID.get(request.query.get("as", ""))
        since = request.query.get("since", "0")
        if person is None or not (since.isascii() and since.isdigit() and len(since) < 19):
            raise Refused(400, "That request is not understood.")
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=1024)
        await socket.prepare(request)
        session = Session(person)
        self.hub.join(session)
        session.tell(self._welcome(core, person, int(since)))
        writing = asyncio.create_task(write(socket, session))
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
        finally:
            self.hub.leave(session)
            writing.cancel()
            await asyncio.gather(writing, return_exceptions=True)
        return socket

    def _welcome(self, core: Core, person: Person, since: int) -> Json:
        return welcome(person, core, self.transcript, self.hub, self.examples, self.previews, since)

    async def _running(self) -> tuple[Core, Answering]:
        try:
            await asyncio.wait_for(self.ready.wait(), CORE_WAIT)
        except TimeoutError as error:
            raise Refused(503, "The bot is still starting. Try again in a moment.") from error
        assert self.core is not None
        assert self.answering is not None
        return self.core, self.answering


async def write(socket: web.WebSocketResponse, session: Session) -> None:
    """Send the session's frames until it ends or its tab goes."""
    while (frame := await session.frames.get()) is not None:
        try:
            await socket.send_str(msgspec.json.encode(frame).decode())
        except ConnectionError:
            return
    await socket.close()


async def body(request: web.Request, kind: type[A]) -> A:
    if request.content_type != "application/json":
        raise Refused(415, "Send JSON.")
    return read(kind, await request.read())


def reply(value: Json, status: int = 200) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), content_type="application/json", status=status)


@web.middleware
async def in_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What is refused, or fails, told to the page as JSON and without a stack trace."""
    try:
        return await handler(request)
    except Refused as error:
        return reply({"error": error.message}, error.status)
    except web.HTTPRequestEntityTooLarge:
        return reply({"error": "That message is too long."}, 413)
    except (web.HTTPException, ConnectionError):
        raise
    except Exception:
        structlog.get_logger().exception("web_request_failed", path=request.path)
        return reply({"error": SORRY}, 500)
